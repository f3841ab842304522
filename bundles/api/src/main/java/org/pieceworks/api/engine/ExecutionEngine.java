package org.pieceworks.api.engine;

import ai.djl.ndarray.NDManager;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** What computes tensors. */
@ProviderType
public interface ExecutionEngine {

  /** The name and version: {@code PyTorch 2.7.1}. */
  String description();

  /** Where its native library was taken from: a directory, and the flavor: {@code /opt/x (cpu)}. */
  String library();

  /** What is there: {@code cpu} first, then {@code gpu:0}, ... */
  List<DeviceInfo> devices();

  /**
   * A new root manager on a device.
   *
   * @throws org.pieceworks.api.BadInputException if there is no such device
   */
  NDManager open(String device);

  /** Makes random operations of the engine (dropout) repeatable. */
  void seed(long seed);
}
