package org.pieceworks.ui.internal.view.plugins;

import java.awt.BorderLayout;
import java.awt.CardLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;
import javax.swing.Timer;
import javax.swing.text.html.HTMLDocument;
import org.pieceworks.ui.Desk;
import org.pieceworks.ui.Texts;
import org.pieceworks.ui.component.Pixels;
import org.pieceworks.ui.event.PluginsChanged;

/** Bundles or families on the left, on the right what the selected one is. */
final class PluginsPanel extends JPanel {

  private static final long serialVersionUID = 1L;
  private static final int CALM_IN_MS = 300;
  private static final int LEFT = Pixels.scaled(545);
  private static final String BY_FAMILY = "by-family";

  private final transient Desk desk;
  private final transient Bundles bundles;
  private final transient Texts texts;
  private final transient PluginActs acts;
  private final PluginButtons buttons;
  private final BundleTable table;
  private final FamilyTree tree;
  private final CardLayout cards = new CardLayout();
  private final JPanel lists = new JPanel(cards);
  private final DetailsPane details;
  private final Timer calm = new Timer(CALM_IN_MS, event -> look());
  private transient Listing listing = Listing.NOTHING;
  private transient List<Object> detailed = List.of();
  private boolean showing;

  PluginsPanel(Desk desk, Bundles bundles, Texts texts) {
    super(new BorderLayout());
    this.desk = desk;
    this.bundles = bundles;
    this.texts = texts;
    boolean byFamily = Boolean.parseBoolean(desk.remembered(BY_FAMILY, "false"));
    buttons = new PluginButtons(texts, this::act, byFamily);
    acts = new PluginActs(desk, bundles, texts, this::look);
    table = new BundleTable(texts);
    tree = new FamilyTree(texts);
    details = new DetailsPane(texts.get("details"));
    add(buttons, BorderLayout.NORTH);
    add(split(), BorderLayout.CENTER);
    table.getSelectionModel().addListSelectionListener(event -> selected());
    tree.addTreeSelectionListener(event -> selected());
    calm.setRepeats(false);
    // Bundles come with many services: one look once they have all come.
    desk.on(PluginsChanged.class, event -> calm.restart());
    cards.show(lists, byFamily ? PluginButtons.FAMILIES : PluginButtons.BUNDLES);
    look();
  }

  private JSplitPane split() {
    lists.add(plain(new JScrollPane(table)), PluginButtons.BUNDLES);
    lists.add(plain(new JScrollPane(tree)), PluginButtons.FAMILIES);
    JSplitPane split =
        new JSplitPane(JSplitPane.HORIZONTAL_SPLIT, lists, plain(new JScrollPane(details)));
    split.setDividerLocation(LEFT);
    split.setResizeWeight(0.4);
    return split;
  }

  private static JScrollPane plain(JScrollPane pane) {
    pane.setBorder(BorderFactory.createEmptyBorder());
    return pane;
  }

  /** Colours are part of a page. */
  @Override
  public void updateUI() {
    super.updateUI();
    if (details != null) {
      detailed = List.of();
      javax.swing.SwingUtilities.invokeLater(this::selected);
    }
  }

  private void act(String what) {
    switch (what) {
      case PluginButtons.BUNDLES, PluginButtons.FAMILIES -> {
        desk.remember(BY_FAMILY, String.valueOf(buttons.byFamily()));
        cards.show(lists, what);
        show(listing);
      }
      case PluginButtons.LIBRARIES -> show(listing);
      case PluginButtons.INSTALL -> acts.install();
      default -> bundle().ifPresent(row -> acts.act(what, row));
    }
  }

  private void look() {
    desk.background(texts.get("look"), progress -> bundles.look(), this::renew);
  }

  private void renew(Listing now) {
    if (!now.equals(listing)) {
      detailed = List.of();
      show(now);
    }
  }

  private void show(Listing now) {
    listing = now;
    showing = true; // selections come and go while rows are replaced
    if (buttons.byFamily()) {
      tree.show(now);
    } else {
      table.show(now.bundles(buttons.withLibraries()));
    }
    showing = false;
    selectSomething();
    selected();
  }

  /** So that there is something to read from the start. */
  private void selectSomething() {
    if (buttons.byFamily()) {
      tree.selectSomething();
    } else if (table.getSelectedRow() < 0 && table.getRowCount() > 0) {
      table.setRowSelectionInterval(0, 0);
    }
  }

  /** The selected bundle, or that of the selected plug-in. */
  private Optional<BundleRow> bundle() {
    return buttons.byFamily()
        ? tree.selected()
            .flatMap(
                card ->
                    listing.bundles().stream()
                        .filter(row -> listing.plugins(row).contains(card))
                        .findFirst())
        : table.selected();
  }

  private void selected() {
    if (showing) {
      return;
    }
    Optional<BundleRow> row = bundle();
    buttons.show(row);
    Optional<PluginCard> card = buttons.byFamily() ? tree.selected() : Optional.empty();
    List<Object> wanted = new ArrayList<>(List.of(listing));
    row.ifPresent(wanted::add);
    card.ifPresent(wanted::add);
    if (row.isEmpty() || wanted.equals(detailed)) {
      return;
    }
    detailed = wanted;
    Listing from = listing;
    DetailsPane.Colours colours = DetailsPane.colours();
    desk.background(
        texts.get("look"),
        progress -> page(row.get(), card, from, colours),
        page -> {
          if (wanted.equals(detailed)) {
            details.show(page);
          }
        });
  }

  private HTMLDocument page(
      BundleRow row, Optional<PluginCard> card, Listing from, DetailsPane.Colours colours) {
    List<String> facts = new Facts(texts).of(row);
    Details whole = bundles.details(row, from, facts);
    Details shown =
        card.map(one -> Details.of(one, new Facts(texts).of(one), whole.troubles())).orElse(whole);
    return DetailsPane.read(new DetailsPage(texts).of(shown), colours);
  }
}
