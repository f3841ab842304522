package org.pieceworks.ui.internal.view.editor.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.pieceworks.ui.internal.view.editor.form.Settings;
import org.pieceworks.ui.internal.view.editor.sweep.SweepAxes.Axis;
import org.pieceworks.ui.internal.view.editor.yaml.NotEditable;
import org.pieceworks.ui.internal.view.editor.yaml.Scalars;
import org.pieceworks.ui.internal.view.editor.yaml.YamlEdits;
import org.pieceworks.ui.internal.view.editor.yaml.YamlText;

/**
 * Changes the sweep of a text.
 *
 * @param order of topmost keys
 */
public record SweepEdits(List<String> order) {

  private static SweepAxes axes(String text) {
    return YamlText.parse(text).map(SweepAxes::of).orElseThrow();
  }

  /**
   * Adds an axis, behind those that are there.
   *
   * @param typed its values between commas
   * @param together whether in the last block, so that every value meets every other
   */
  public String add(String text, String setting, String typed, boolean together) {
    SweepAxes present = axes(text);
    String values = Scalars.list(typed);
    if (present.axes().isEmpty() && present.blocks() == 0) {
      return write(text, List.of("{" + setting + ": " + values + "}"));
    }
    if (together && !present.axes().isEmpty()) {
      Axis last = present.axes().get(present.axes().size() - 1);
      List<String> path = new ArrayList<>(last.path().subList(0, last.path().size() - 1));
      path.add(setting);
      return YamlEdits.set(text, path, values, order);
    }
    String item = "{" + setting + ": " + values + "}";
    boolean list = present.axes().isEmpty() || present.axes().get(0).path().size() > 2;
    return list
        ? YamlEdits.append(text, List.of(Settings.SWEEP), item)
        : write(text, List.of(block(present.axes()), item));
  }

  /** Gives an axis other values; it goes where none are left. */
  public String set(String text, Axis axis, String typed) {
    return typed.isBlank()
        ? remove(text, axis)
        : YamlEdits.set(text, axis.path(), Scalars.list(typed), order);
  }

  /** Removes an axis, and its block where it stood alone. */
  public String remove(String text, Axis axis) {
    return YamlEdits.remove(text, axis.path());
  }

  /** Puts all axes into one block, or each into its own. */
  public String arrange(String text, boolean together) {
    List<Axis> all = axes(text).axes();
    if (all.stream().map(Axis::name).distinct().count() < all.size() && together) {
      throw new NotEditable("one setting in two blocks");
    }
    return write(
        text,
        together ? List.of(block(all)) : all.stream().map(axis -> block(List.of(axis))).toList());
  }

  private static String block(List<Axis> axes) {
    return axes.stream()
        .map(axis -> axis.name() + ": " + inline(axis))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  /** An axis's values on one line. */
  private static String inline(Axis axis) {
    if (axis.editable()) {
      return "[" + axis.shown() + "]";
    }
    if (!axis.source().startsWith("{") || axis.source().contains("\n")) {
      throw new NotEditable("values on several lines");
    }
    return axis.source();
  }

  private String write(String text, List<String> blocks) {
    String value = blocks.stream().map(block -> "\n  - " + block).collect(Collectors.joining());
    return YamlEdits.set(text, List.of(Settings.SWEEP), value, order);
  }
}
