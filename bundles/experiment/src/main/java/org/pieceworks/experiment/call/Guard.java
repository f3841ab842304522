package org.pieceworks.experiment.call;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.stream.Stream;
import org.pieceworks.api.model.Adaptation;
import org.pieceworks.api.peft.Adapters;

/** Stands before a plug-in, or before what it gave that has methods of its own. */
record Guard(PluginCalls calls, PluginCalls.PluggedIn member, Object target)
    implements InvocationHandler {

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
    if (method.getDeclaringClass() == Object.class) {
      return switch (method.getName()) {
        case "equals" -> target.equals(behind(arguments[0]));
        case "hashCode" -> target.hashCode();
        default -> target.toString();
      };
    }
    return calls.make(member, () -> product(method, arguments));
  }

  private Object product(Method method, Object[] arguments) throws Throwable {
    Object product;
    try {
      product = method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
    Products.check(method, arguments, product);
    return product;
  }

  /** The interface by which a product is guarded, or null where it has no methods to call. */
  static Class<?> typeOf(Object product) {
    return Stream.of(Adapters.class, Adaptation.class)
        .filter(type -> type.isInstance(product))
        .findFirst()
        .orElse(null);
  }

  /** What is behind a guard; anything else is itself. */
  static Object behind(Object object) {
    return object != null
            && Proxy.isProxyClass(object.getClass())
            && Proxy.getInvocationHandler(object) instanceof Guard guard
        ? guard.target()
        : object;
  }
}
