package org.pieceworks.experiment.spec;

import java.util.Optional;
import org.pieceworks.api.model.Precision;
import org.pieceworks.api.model.PretrainedModel;
import org.pieceworks.api.option.Option;
import org.pieceworks.api.training.PretrainingOptions;
import org.pieceworks.experiment.option.Use;

/** The base model. */
public record ModelSettings(
    @Option(
            help =
                "Hugging Face checkpoint directory of a Llama-family decoder or a BERT-family encoder;"
                    + " empty: the pretrained or the embedded model",
            value = "")
        String checkpoint,
    @Option(
            help =
                "A pretrained model that comes with a plug-in; empty: the embedded model, trained"
                    + " from scratch on the base users' text",
            value = "")
        Optional<Use<PretrainedModel>> pretrained,
    @Option(help = "How the weights are held", value = "float32") Precision precision,
    @Option(
            help =
                "Train with less memory and about a third more time: keep only what enters each layer and"
                    + " compute the layer again on the way back",
            value = "false")
        boolean checkpointing,
    @Option(help = "The embedded model") PretrainingOptions embedded) {}
