package org.pieceworks.testkit.selection;

import org.pieceworks.api.selection.HistoryEncoder;
import org.pieceworks.retrieval.TfIdfEncoder;
import org.pieceworks.retrieval.TfIdfOptions;

class TfIdfEncoderTest extends HistoryEncoderContract<TfIdfOptions> {

  @Override
  protected HistoryEncoder<TfIdfOptions> encoder() {
    return new TfIdfEncoder();
  }

  @Override
  protected TfIdfOptions options() {
    return new TfIdfOptions(100, 0);
  }
}
