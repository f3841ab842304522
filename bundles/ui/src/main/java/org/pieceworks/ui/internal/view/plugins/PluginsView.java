package org.pieceworks.ui.internal.view.plugins;

import javax.swing.JComponent;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.pieceworks.experiment.plugin.Plugins;
import org.pieceworks.ui.Area;
import org.pieceworks.ui.Desk;
import org.pieceworks.ui.Texts;
import org.pieceworks.ui.View;
import org.pieceworks.ui.ViewInfo;

/** What is plugged in, who brings it, and what keeps it from working. */
@Component
public final class PluginsView implements View {

  private final Texts texts = Texts.of(PluginsView.class);
  private final Bundles bundles;

  /** Takes the framework and what is plugged into it. */
  @Activate
  public PluginsView(
      BundleContext framework,
      @Reference Plugins plugins,
      @Reference ServiceComponentRuntime components) {
    bundles =
        new Bundles(
            framework,
            plugins,
            new ComponentTroubles(components, texts),
            PluginInstall.folder().path());
  }

  @Override
  public ViewInfo info() {
    return new ViewInfo(
        "plugins",
        texts.get("title"),
        texts.get("help"),
        PluginsView.class.getResource("plugins.svg"),
        Area.CENTRE,
        10);
  }

  @Override
  public JComponent open(Desk desk) {
    return new PluginsPanel(desk, bundles, texts);
  }
}
