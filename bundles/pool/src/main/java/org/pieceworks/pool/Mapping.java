package org.pieceworks.pool;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets go of mapped files at once, where the platform can; elsewhere they go when collected. */
final class Mapping {

  private static final Logger LOG = LoggerFactory.getLogger(Mapping.class);

  private Mapping() {}

  /** Ends a mapping: nothing may read it from here on. */
  static void close(MappedByteBuffer mapped) {
    try {
      Class<?> unsafe = ClassLoader.getSystemClassLoader().loadClass("sun.misc.Unsafe");
      Field field = unsafe.getDeclaredField("theUnsafe");
      field.setAccessible(true);
      Method clean = unsafe.getMethod("invokeCleaner", ByteBuffer.class);
      clean.invoke(field.get(null), mapped);
    } catch (ReflectiveOperationException | RuntimeException e) {
      LOG.debug("a mapped file stays open until it is collected", e);
    }
  }
}
