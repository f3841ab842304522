package org.pieceworks.ui.internal.view.guide;

import java.util.Collection;

/** Where a link of the guide leads. */
sealed interface GuideLink {

  /**
   * Another page.
   *
   * @param anchor empty for its top
   */
  record Page(String file, String anchor) implements GuideLink {}

  /** A page of the web. */
  record Web(String address) implements GuideLink {}

  /**
   * A file of the sources.
   *
   * @param path beside the pages
   */
  record Source(String path) implements GuideLink {}

  /**
   * Reads a link.
   *
   * @param files the pages that there are
   */
  static GuideLink of(String link, Collection<String> files) {
    if (link.matches("[a-z]+:.*")) {
      return new Web(link);
    }
    int hash = link.indexOf('#');
    String file = (hash < 0 ? link : link.substring(0, hash)).replaceFirst("^\\./", "");
    return files.contains(file)
        ? new Page(file, hash < 0 ? "" : link.substring(hash + 1))
        : new Source(file);
  }
}
