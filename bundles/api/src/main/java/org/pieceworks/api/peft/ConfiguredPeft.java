package org.pieceworks.api.peft;

import java.nio.file.Path;
import org.pieceworks.api.model.BaseModel;

/** A PEFT type with its options, so that callers need not know the type of the options. */
public record ConfiguredPeft<O extends Record>(PeftType<O> type, O options) {

  /** See {@link PeftType#form}. */
  public AdapterForm form() {
    return type.form(options);
  }

  /** See {@link PeftType#on}. */
  public Adapters on(BaseModel model) {
    return type.on(model, options);
  }

  /** See {@link PeftType#exportTo}. */
  public void exportTo(Path directory, Bank bank, int member, ExportBase base) {
    type.exportTo(directory, bank, member, options, base);
  }
}
