package org.pieceworks.storage;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.io.OutputStream;

/**
 * A tensor that need not be in memory as a whole.
 *
 * @param elements writes its elements row by row, as they stand in a file
 */
public record TensorSource(DataType type, Shape shape, IOConsumer<OutputStream> elements) {}
