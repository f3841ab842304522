package org.pieceworks.api.peft;

import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import org.osgi.annotation.versioning.ConsumerType;
import org.pieceworks.api.Plugin;
import org.pieceworks.api.model.BaseModel;
import org.pieceworks.api.model.ModelConfig;

/** A kind of parameter-efficient fine-tuning. */
@ConsumerType
public interface PeftType<O extends Record> extends Plugin<O> {

  /** What its adapters are made of under these options. */
  AdapterForm form(O options);

  /**
   * Its adapters on a model.
   *
   * @throws org.pieceworks.api.BadInputException if the model has none of the modules
   */
  Adapters on(BaseModel model, O options);

  /**
   * Writes one member in Hugging Face PEFT form; the directory appears whole or not at all.
   *
   * @param base the model that it is for
   * @throws org.pieceworks.api.BadInputException if PEFT has no such form
   */
  void exportTo(Path directory, Bank bank, int member, O options, ExportBase base);

  /**
   * Reads an adapter in Hugging Face PEFT form as a bank of one.
   *
   * @param config the shape of the base model that it is for
   * @throws org.pieceworks.api.BadInputException if it is damaged or of another type
   */
  Imported<O> importFrom(Path directory, ModelConfig config, NDManager manager);

  /** An adapter read from files, with the options that its config states. */
  record Imported<O extends Record>(Bank bank, O options) {}
}
