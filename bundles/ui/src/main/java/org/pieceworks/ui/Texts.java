package org.pieceworks.ui;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** The words of a package: its {@code texts.properties}, or that of the user's language. */
public final class Texts {

  private final ResourceBundle bundle;

  private Texts(ResourceBundle bundle) {
    this.bundle = bundle;
  }

  /** The words beside a class. */
  public static Texts of(Class<?> user) {
    return new Texts(
        ResourceBundle.getBundle(
            user.getPackageName() + ".texts", Locale.getDefault(), user.getClassLoader()));
  }

  /**
   * A text, with {@code {0}}, {@code {1}} replaced.
   *
   * @throws MissingResourceException if there is none of that key
   */
  public String get(String key, Object... parts) {
    return new MessageFormat(bundle.getString(key), Locale.ROOT).format(parts);
  }
}
