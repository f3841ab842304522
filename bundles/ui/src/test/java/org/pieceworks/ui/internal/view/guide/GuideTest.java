package org.pieceworks.ui.internal.view.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pieceworks.ui.internal.page.Xhtml;

class GuideTest {

  private static final List<String> FILES = List.of("user-guide.md", "plugins.md");

  @Test
  void headingsGiveTitleAndSections() {
    GuidePage page = GuidePage.of("a.md", "# The `title`\n\n## Use a GPU\n\ntext\n\n### deeper\n");

    assertEquals("The title", page.title());
    assertEquals(Map.of("use-a-gpu", "Use a GPU"), page.sections());
    assertTrue(page.xhtml().contains("id=\"use-a-gpu\""));
  }

  @Test
  void tablesAndAnglesAreWellFormed() {
    GuidePage page =
        GuidePage.of("a.md", "# A\n\n| a | b |\n|---|---|\n| 1 | <br> |\n\nx < y & z\n");

    assertEquals(1, Xhtml.parse(page.xhtml()).getElementsByTagName("table").getLength());
  }

  @Test
  void notesToEditorsAreNotShown() {
    GuidePage page = GuidePage.of("a.md", "# A\n\n<!-- written by hand -->\n\nText\n");

    assertFalse(page.xhtml().contains("written by hand"));
  }

  @Test
  void everyPackagedPageIsWellFormedAndItsLinksLeadSomewhere() {
    List<GuidePage> pages = Guide.pages();

    assertFalse(pages.isEmpty());
    assertEquals("user-guide.md", pages.get(0).file());
    pages.forEach(page -> Xhtml.parse(page.xhtml()));
  }

  @Test
  void aLinkToAnotherPageMayHaveAnAnchor() {
    assertEquals(
        new GuideLink.Page("plugins.md", "metrics"), GuideLink.of("plugins.md#metrics", FILES));
    assertEquals(new GuideLink.Page("plugins.md", ""), GuideLink.of("./plugins.md", FILES));
  }

  @Test
  void otherLinksLeadToTheWebOrToTheSources() {
    assertEquals(
        new GuideLink.Web("https://example.org/a"), GuideLink.of("https://example.org/a", FILES));
    assertEquals(
        new GuideLink.Source("../experiments/quickstart.yaml"),
        GuideLink.of("../experiments/quickstart.yaml", FILES));
  }
}
