package org.pieceworks.model.onnx;

import ai.djl.ndarray.types.Shape;
import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.pieceworks.api.BadInputException;

/**
 * The weights in an ONNX file by the names that they had in PyTorch. An export keeps the names of
 * most parameters; a weight that it transposed for a product lost its own, but the product's node
 * still carries the module's path: {@code /encoder/layer.0/output/dense/MatMul}.
 */
final class OnnxWeights {

  private static final String PRODUCT = "/MatMul";

  private final Path file;
  private final GraphProto graph;
  private final Map<String, TensorProto> initializers = new HashMap<>();
  private final Map<String, TensorProto> constants = new HashMap<>();
  private final Map<String, String> products = new HashMap<>();

  private OnnxWeights(Path file, GraphProto graph) {
    this.file = file;
    this.graph = graph;
    graph.getInitializerList().forEach(tensor -> initializers.put(tensor.getName(), tensor));
    for (NodeProto node : graph.getNodeList()) {
      if ("Constant".equals(node.getOpType())) {
        for (AttributeProto attribute : node.getAttributeList()) {
          constants.put(node.getOutput(0), attribute.getT());
        }
      } else if (node.getName().startsWith("/") && node.getName().endsWith(PRODUCT)) {
        String path = node.getName().substring(1, node.getName().length() - PRODUCT.length());
        products.put(path.replace('/', '.') + ".weight", node.getInput(1));
      }
    }
  }

  /**
   * Reads a file.
   *
   * @throws BadInputException if it is missing or no ONNX file
   */
  static OnnxWeights read(Path file) {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      GraphProto graph = ModelProto.parseFrom(in).getGraph();
      if (graph.getNodeCount() == 0) {
        throw BadInputException.of(file.toString(), "no graph", "an ONNX model");
      }
      return new OnnxWeights(file, graph);
    } catch (InvalidProtocolBufferException e) {
      throw new BadInputException(file + ": not a whole ONNX file: " + e.getMessage(), e);
    } catch (NoSuchFileException e) {
      throw new BadInputException(file + ": there is no such file; expected an ONNX model", e);
    } catch (IOException e) {
      throw new BadInputException(file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  /** The shape of a weight; a matrix is {@code [out, in]}. */
  Optional<Shape> shape(String name) {
    TensorProto kept = initializers.get(name);
    if (kept != null) {
      return Optional.of(shape(kept));
    }
    TensorProto turned = initializers.get(products.getOrDefault(name, ""));
    if (turned == null || turned.getDimsCount() != 2) {
      return Optional.empty();
    }
    return Optional.of(new Shape(turned.getDims(1), turned.getDims(0)));
  }

  /**
   * A weight, row by row; a matrix is {@code [out, in]}.
   *
   * @throws BadInputException if the file has none of this name, or not in float32
   */
  float[] values(String name) {
    TensorProto kept = initializers.get(name);
    if (kept != null) {
      return floats(kept, name);
    }
    TensorProto turned = initializers.get(products.getOrDefault(name, ""));
    if (turned == null) {
      throw BadInputException.of(
          file.toString(), "no tensor " + name, "the weights of a BERT-family encoder");
    }
    return transposed(floats(turned, name), (int) turned.getDims(0), (int) turned.getDims(1));
  }

  /** The one number that a node of a kind, below a path, takes as its second input. */
  Optional<Float> operand(String type, String path) {
    for (NodeProto node : graph.getNodeList()) {
      if (type.equals(node.getOpType()) && node.getName().startsWith(path)) {
        String name = node.getInput(1);
        TensorProto value = constants.getOrDefault(name, initializers.get(name));
        if (value != null && shape(value).size() == 1) {
          return Optional.of(floats(value, name)[0]);
        }
      }
    }
    return Optional.empty();
  }

  private static Shape shape(TensorProto tensor) {
    return new Shape(tensor.getDimsList().stream().mapToLong(Long::longValue).toArray());
  }

  private float[] floats(TensorProto tensor, String name) {
    if (tensor.getDataType() != TensorProto.DataType.FLOAT_VALUE) {
      throw BadInputException.of(
          file + ": tensor " + name,
          String.valueOf(TensorProto.DataType.forNumber(tensor.getDataType())),
          "FLOAT: a model that was not quantized");
    }
    float[] values = new float[Math.toIntExact(shape(tensor).size())];
    FloatBuffer raw =
        tensor.getRawData().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
    if (raw.remaining() != values.length) {
      throw BadInputException.of(
          file + ": tensor " + name,
          raw.remaining() + " numbers",
          values.length + " by its shape " + shape(tensor));
    }
    raw.get(values);
    return values;
  }

  private static float[] transposed(float[] values, int rows, int columns) {
    float[] turned = new float[values.length];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        turned[column * rows + row] = values[row * columns + column];
      }
    }
    return turned;
  }
}
