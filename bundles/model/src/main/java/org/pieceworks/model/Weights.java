package org.pieceworks.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.pieceworks.api.model.ModelConfig;
import org.pieceworks.api.model.Precision;
import org.pieceworks.api.model.Site;
import org.pieceworks.storage.Hashes;
import org.pieceworks.storage.Safetensors;

/** What can be done with any model's weights. */
public final class Weights {

  private Weights() {}

  /** SHA-256 over a shape and the weights by name, lower-case hex. */
  public static String hash(ModelConfig config, Map<String, NDArray> parameters) {
    MessageDigest digest = Hashes.digest();
    try (OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
      out.write(config.toString().getBytes(StandardCharsets.UTF_8));
      for (Map.Entry<String, NDArray> entry : new TreeMap<>(parameters).entrySet()) {
        out.write(entry.getKey().getBytes(StandardCharsets.UTF_8));
        Safetensors.copyElements(entry.getValue(), out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /**
   * Copies of the weights with dense changes added to some.
   *
   * @param deltas per site {@code [out, in]}
   * @param name of a site's weight
   * @param owner of the copies
   */
  public static Map<String, NDArray> merged(
      Map<String, NDArray> parameters,
      Map<Site, NDArray> deltas,
      Function<Site, String> name,
      NDManager owner) {
    Map<String, NDArray> changed = new LinkedHashMap<>();
    parameters.forEach((key, array) -> changed.put(key, copy(array, owner)));
    deltas.forEach((site, delta) -> add(delta, changed.get(name.apply(site)), site));
    return changed;
  }

  private static void add(NDArray delta, NDArray weight, Site site) {
    if (weight == null || !weight.getShape().equals(delta.getShape())) {
      throw new IllegalArgumentException(
          site
              + ": found a change of shape "
              + delta.getShape()
              + "; expected "
              + (weight == null ? "a site of this model" : weight.getShape()));
    }
    try (NDArray cast = delta.toType(weight.getDataType(), true)) {
      weight.addi(cast);
    }
  }

  private static NDArray copy(NDArray array, NDManager owner) {
    NDArray copy = array.duplicate();
    copy.attach(owner);
    return copy;
  }

  /** The element type that goes with a precision: in files; the engine holds bfloat16 wider. */
  public static DataType type(Precision precision) {
    return switch (precision) {
      case FLOAT32 -> DataType.FLOAT32;
      case FLOAT16 -> DataType.FLOAT16;
      case BFLOAT16 -> DataType.BFLOAT16;
    };
  }

  /**
   * An array whose memory is the engine's own. DJL's {@code create} of Java values lends the engine
   * a Java buffer that the garbage collector may free as soon as the array is closed, even while
   * autograd still needs it for the way back.
   */
  public static NDArray owned(float[] values, Shape shape, NDManager manager) {
    try (NDArray lent = manager.create(values, shape)) {
      return lent.duplicate();
    }
  }
}
