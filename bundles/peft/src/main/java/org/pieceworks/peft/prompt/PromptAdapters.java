package org.pieceworks.peft.prompt;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Map;
import java.util.SplittableRandom;
import org.pieceworks.api.model.BaseModel;
import org.pieceworks.api.model.Site;
import org.pieceworks.api.peft.Adapters;
import org.pieceworks.api.peft.Bank;
import org.pieceworks.api.peft.MergeForm;
import org.pieceworks.peft.Pieces;

/**
 * Prompt tuning on a model.
 *
 * @param virtual how many tokens
 */
record PromptAdapters(BaseModel model, int virtual) implements Adapters {

  /** Starts as the embeddings of tokens of the vocabulary, drawn by the seed. */
  @Override
  public Bank create(int members, long seed, NDManager manager) {
    int vocabulary = model.config().vocabulary();
    long[] drawn = new SplittableRandom(seed).longs(virtual, 0, vocabulary).toArray();
    try (NDManager scope = model.manager().newSubManager()) {
      NDArray rows = embeddings().get(scope.create(drawn)); // [tokens, width]
      rows.attach(scope);
      NDArray prompts = rows.toType(DataType.FLOAT32, true).expandDims(0).repeat(0, members);
      prompts.attach(manager);
      return new Bank(Map.of(Site.PROMPT, Map.of(PromptTuning.PROMPT, prompts)));
    }
  }

  /** {@code [vocabulary, width]}. */
  private NDArray embeddings() {
    return model.parameters().entrySet().stream()
        .filter(
            named ->
                named.getKey().endsWith("embed_tokens.weight")
                    || named.getKey().endsWith("word_embeddings.weight"))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the model has no embeddings"));
  }

  @Override
  public NDArray change(
      Site site, Map<String, NDArray> tensors, NDArray input, NDArray output, boolean training) {
    NDArray prompts = tensors.get(PromptTuning.PROMPT);
    // What the model makes of it belongs to the pass, not to the bank.
    NDArray view = prompts.reshape(prompts.getShape());
    view.attach(input.getManager());
    return view;
  }

  @Override
  public Map<String, NDArray> neutral(Site site, NDManager manager) {
    Shape shape = new Shape(1, virtual, model.config().width());
    return Map.of(PromptTuning.PROMPT, manager.zeros(shape));
  }

  /** The weighted sum of the tokens in both forms: virtual tokens have no product. */
  @Override
  public Map<String, NDArray> merge(
      Site site, Map<String, NDArray> tensors, NDArray index, NDArray weights, MergeForm form) {
    return Pieces.averages(tensors, index, weights);
  }

  @Override
  public NDArray delta(Site site, Map<String, NDArray> tensors) {
    throw new UnsupportedOperationException("a prompt changes no weight");
  }
}
