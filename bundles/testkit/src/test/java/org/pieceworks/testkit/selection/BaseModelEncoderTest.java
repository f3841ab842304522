package org.pieceworks.testkit.selection;

import org.pieceworks.api.selection.HistoryEncoder;
import org.pieceworks.model.TextPasses;
import org.pieceworks.retrieval.BaseModelEncoder;
import org.pieceworks.retrieval.BaseModelOptions;

class BaseModelEncoderTest extends HistoryEncoderContract<BaseModelOptions> {

  @Override
  protected HistoryEncoder<BaseModelOptions> encoder() {
    return new BaseModelEncoder(new TextPasses());
  }

  @Override
  protected BaseModelOptions options() {
    return new BaseModelOptions(0);
  }
}
