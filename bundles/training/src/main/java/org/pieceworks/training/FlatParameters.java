package org.pieceworks.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Many tensors of a bank seen as one {@code [members, numbers]} tensor, so that clipping and the
 * optimizer are a handful of operations whatever the number of sites.
 */
final class FlatParameters {

  private final List<String> names = new ArrayList<>();
  private final List<Shape> shapes = new ArrayList<>();
  private final long[] cuts;
  private final long members;

  FlatParameters(Map<String, NDArray> parameters) {
    members = parameters.values().iterator().next().getShape().get(0);
    cuts = new long[parameters.size() - 1];
    long end = 0;
    for (Map.Entry<String, NDArray> entry : parameters.entrySet()) {
      if (!names.isEmpty()) {
        cuts[names.size() - 1] = end;
      }
      names.add(entry.getKey());
      shapes.add(entry.getValue().getShape().slice(1));
      end += entry.getValue().size() / members;
    }
  }

  /** Copies the tensors into one: {@code [members, numbers]}. */
  NDArray flatten(Map<String, NDArray> parameters) {
    NDList parts = new NDList();
    for (String name : names) {
      parts.add(parameters.get(name).reshape(members, -1));
    }
    // A copy even of a single part: what is flattened must never share memory with its origin.
    return parts.size() == 1 ? parts.head().duplicate() : NDArrays.concat(parts, 1);
  }

  /** The tensors as views of a flat one, which may be that of some members alone. */
  Map<String, NDArray> views(NDArray flat) {
    Shape some = new Shape(flat.getShape().get(0));
    NDList parts = cuts.length == 0 ? new NDList(flat) : flat.split(cuts, 1);
    Map<String, NDArray> views = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      views.put(names.get(i), parts.get(i).reshape(some.addAll(shapes.get(i))));
    }
    return views;
  }

  /** Writes a flat tensor back into the tensors it came from. */
  void copyBack(NDArray flat, Map<String, NDArray> parameters) {
    views(flat).forEach((name, view) -> view.copyTo(parameters.get(name)));
  }
}
