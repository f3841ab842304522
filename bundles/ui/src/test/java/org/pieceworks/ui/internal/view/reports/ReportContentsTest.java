package org.pieceworks.ui.internal.view.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pieceworks.ui.internal.page.Contents.Entry;
import org.pieceworks.ui.internal.page.Xhtml;

class ReportContentsTest {

  @Test
  void theNavigationIsTheTableOfContents() {
    String page =
        "<html><body><nav><ol><li><a href='#answer'>Answer</a></li><li><a href='#charts'>Charts</a>"
            + "<ol><li><a href='#cost'>Cost</a></li></ol></li></ol></nav></body></html>";

    assertEquals(
        List.of(
            new Entry("Answer", "#answer", 0),
            new Entry("Charts", "#charts", 0),
            new Entry("Cost", "#cost", 1)),
        ReportContents.of(Xhtml.parse(page)));
  }
}
