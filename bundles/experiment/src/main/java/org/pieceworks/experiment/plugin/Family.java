package org.pieceworks.experiment.plugin;

import java.util.Arrays;
import org.pieceworks.api.Plugin;
import org.pieceworks.api.chart.ChartType;
import org.pieceworks.api.data.DatasetFormat;
import org.pieceworks.api.decomposition.Decomposition;
import org.pieceworks.api.evaluation.Metric;
import org.pieceworks.api.gating.GatingModel;
import org.pieceworks.api.method.Method;
import org.pieceworks.api.model.PretrainedModel;
import org.pieceworks.api.peft.PeftType;
import org.pieceworks.api.selection.HistoryEncoder;
import org.pieceworks.api.selection.SharerSelection;
import org.pieceworks.experiment.option.Names;

/** The families of plug-ins. */
public enum Family {
  DATASET_FORMAT("data set format", DatasetFormat.class),
  PRETRAINED_MODEL("pretrained model", PretrainedModel.class),
  PEFT_TYPE("PEFT type", PeftType.class),
  SHARER_SELECTION("sharer selection", SharerSelection.class),
  HISTORY_ENCODER("history encoder", HistoryEncoder.class),
  DECOMPOSITION("decomposition", Decomposition.class),
  GATING_MODEL("gating model", GatingModel.class),
  METHOD("method", Method.class),
  METRIC("metric", Metric.class),
  CHART_TYPE("chart type", ChartType.class);

  private final String title;
  private final Class<?> type;

  Family(String title, Class<?> type) {
    this.title = title;
    this.type = type;
  }

  /** Its name where names are lower case with hyphens: {@code gating-model}. */
  public String key() {
    return Names.kebab(this);
  }

  /** Its name in sentences. */
  public String title() {
    return title;
  }

  /** Whether the plain distribution holds no member: all come with optional features. */
  public boolean optional() {
    return this == PRETRAINED_MODEL;
  }

  /** The service that its members are. */
  public Class<?> type() {
    return type;
  }

  /** A plug-in as a member, or null where it is none. */
  Plugin<?> member(Object service) {
    return type.isInstance(service) ? (Plugin<?>) service : null;
  }

  /** The family of a service type. */
  public static Family of(Class<?> type) {
    return Arrays.stream(values()).filter(f -> f.type == type).findFirst().orElseThrow();
  }
}
