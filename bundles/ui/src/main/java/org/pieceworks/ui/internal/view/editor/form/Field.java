package org.pieceworks.ui.internal.view.editor.form;

import java.util.List;
import java.util.Optional;
import org.pieceworks.experiment.plugin.Family;

/**
 * A setting as the form shows it.
 *
 * @param path dotted, from the top of the file
 * @param standard its default as a field shows it
 * @param expected what it takes, in words
 * @param choices what it, or each of a list, may be; empty: anything
 * @param family of the plug-ins that it names
 */
public record Field(
    String path,
    String help,
    String standard,
    String expected,
    boolean required,
    Kind kind,
    List<String> choices,
    Optional<Family> family) {

  /** What a field looks like. */
  public enum Kind {
    /** Something typed. */
    TEXT,
    /** One of few texts. */
    CHOICE,
    /** A plug-in, whose options stand below. */
    PLUGIN,
    /** Several values between commas. */
    LIST
  }

  /** Copies the choices. */
  public Field {
    choices = List.copyOf(choices);
  }

  /** Its keys. */
  public List<String> keys() {
    return List.of(path.split("\\."));
  }

  /** What it is called where its {@link #above} is known. */
  public String label() {
    return path.substring(path.lastIndexOf('.') + 1);
  }

  /** The path of what it is a part of: a section, or a plug-in; empty where it stands alone. */
  public String above() {
    return path.substring(0, Math.max(0, path.lastIndexOf('.')));
  }
}
