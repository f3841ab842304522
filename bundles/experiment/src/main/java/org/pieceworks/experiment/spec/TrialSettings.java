package org.pieceworks.experiment.spec;

import java.util.List;
import org.pieceworks.api.assembly.AssemblyOptions;
import org.pieceworks.api.data.DatasetFormat;
import org.pieceworks.api.decomposition.ConfiguredDecomposition;
import org.pieceworks.api.decomposition.Decomposition;
import org.pieceworks.api.evaluation.Metric;
import org.pieceworks.api.gating.ConfiguredGating;
import org.pieceworks.api.gating.GatingModel;
import org.pieceworks.api.method.Method;
import org.pieceworks.api.model.GenerationOptions;
import org.pieceworks.api.option.Option;
import org.pieceworks.api.peft.ConfiguredPeft;
import org.pieceworks.api.peft.PeftType;
import org.pieceworks.api.training.TrainingOptions;
import org.pieceworks.experiment.option.Use;

/** Everything that one point of a sweep settles; with a seed it is a trial. */
public record TrialSettings(
    @Option(help = "Where the users come from", required = true) Use<DatasetFormat<?>> dataset,
    @Option(
            help =
                "Who is who: base users, sharer candidates and targets are disjoint, drawn by the seed")
        SplitSettings split,
    @Option(help = "The base model: the embedded one, or any checkpoint of the Llama family")
        ModelSettings model,
    @Option(help = "Task adaptation of the base model on the base users, merged into its weights")
        AdaptationSettings adaptation,
    @Option(help = "PEFT type of sharers and of OPPU", value = "lora") Use<PeftType<?>> peft,
    @Option(help = "How sharers' and OPPU's adapters are trained") TrainingOptions training,
    @Option(help = "Which of the candidates share") SharerSettings sharers,
    @Option(help = "How adapters are broken into pieces", value = "module")
        Use<Decomposition<?>> decomposition,
    @Option(help = "What scores pieces for a target", value = "prototype")
        Use<GatingModel<?>> gating,
    @Option(help = "What sharers offer") PoolSettings pool,
    @Option(help = "How pieces are chosen and weighted") AssemblyOptions assembly,
    @Option(
            help = "Methods that are compared; those that the task does not allow are left out",
            value = "bag-of-words,non-personalized,user-prior,peft-retrieval,oppu,per-pcs")
        List<Use<Method<?>>> methods,
    @Option(help = "How queries are answered") AnswerSettings answers,
    @Option(help = "How answers are generated, where they are") GenerationOptions generation,
    @Option(help = "Metrics; empty: all that apply to the task", value = "")
        List<Use<Metric<?>>> metrics,
    @Option(help = "Device: cpu or gpu:0", value = "cpu") String device) {

  /** The PEFT type with its options. */
  public ConfiguredPeft<?> configuredPeft() {
    return Configured.peft(peft);
  }

  /** The decomposition with its options. */
  public ConfiguredDecomposition<?> configuredDecomposition() {
    return Configured.decomposition(decomposition);
  }

  /** The gating model with its options. */
  public ConfiguredGating<?> configuredGating() {
    return Configured.gating(gating);
  }
}
