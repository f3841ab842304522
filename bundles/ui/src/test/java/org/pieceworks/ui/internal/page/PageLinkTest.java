package org.pieceworks.ui.internal.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class PageLinkTest {

  @Test
  void everyLinkWithWordsIsListedOnceInItsOrder() {
    String page =
        "<html><body><a href='#two'>two\n words</a><p><a href='one.md'>one</a></p>"
            + "<a href='#two'>two words</a><a href='#none'> </a><a id='here'>no link</a></body></html>";
    assertEquals(
        List.of(new PageLink("two words", "#two"), new PageLink("one", "one.md")),
        PageLink.of(Xhtml.parse(page)));
  }
}
