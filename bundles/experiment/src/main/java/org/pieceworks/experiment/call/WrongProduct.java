package org.pieceworks.experiment.call;

/** What a plug-in gave is not what its contract says. */
final class WrongProduct extends RuntimeException {

  private static final long serialVersionUID = 1L;

  WrongProduct(String product, Object found, Object expected) {
    super("%s: found %s; expected %s".formatted(product, found, expected));
  }

  static void unless(boolean right, String product, Object found, Object expected) {
    if (!right) {
      throw new WrongProduct(product, found, expected);
    }
  }
}
