package org.pieceworks.testkit.peft;

import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.pieceworks.api.model.BaseModel;
import org.pieceworks.api.peft.Bank;
import org.pieceworks.peft.prompt.PromptTuning;
import org.pieceworks.peft.prompt.PromptTuningOptions;
import org.pieceworks.testkit.SmallModels;

class PromptStartTest {

  @Test
  void promptsStartAsTokensOfTheVocabulary() {
    try (NDManager manager = SmallModels.manager()) {
      for (BaseModel model : SmallModels.all(manager)) {
        NDArray table =
            model.parameters().entrySet().stream()
                .filter(named -> named.getKey().matches(".*(embed_tokens|word_embeddings).weight"))
                .findFirst()
                .orElseThrow()
                .getValue();
        Set<String> vocabulary =
            IntStream.range(0, model.config().vocabulary())
                .mapToObj(token -> Arrays.toString(table.get(token).toFloatArray()))
                .collect(Collectors.toSet());
        Bank bank = new PromptTuning().on(model, new PromptTuningOptions(6)).create(2, 9, manager);
        NDArray first = bank.flat().values().iterator().next().get(0); // [tokens, width]
        for (int token = 0; token < 6; token++) {
          assertTrue(vocabulary.contains(Arrays.toString(first.get(token).toFloatArray())));
        }
      }
    }
  }
}
