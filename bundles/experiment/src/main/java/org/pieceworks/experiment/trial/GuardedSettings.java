package org.pieceworks.experiment.trial;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.pieceworks.api.Plugin;
import org.pieceworks.experiment.call.PluginCalls;
import org.pieceworks.experiment.option.Use;
import org.pieceworks.experiment.plugin.Family;
import org.pieceworks.experiment.spec.TrialSettings;

/** Settings whose plug-ins are all called through a guard, wherever in them they are named. */
record GuardedSettings(PluginCalls calls) {

  /** The same settings with guarded plug-ins. */
  TrialSettings of(TrialSettings settings) {
    return (TrialSettings) record(settings);
  }

  private Object guarded(Type type, Object value) {
    if (value instanceof Use<?> use) {
      return use(Family.of(raw(argument(type))), use);
    }
    if (value instanceof List<?> list) {
      Type member = argument(type);
      return list.stream().map(one -> guarded(member, one)).toList();
    }
    if (value instanceof Optional<?> optional) {
      Type member = argument(type);
      return optional.map(one -> guarded(member, one));
    }
    boolean ours = value.getClass().getPackage() == TrialSettings.class.getPackage();
    return ours && value instanceof Record record ? record(record) : value;
  }

  private Use<Plugin<?>> use(Family family, Use<?> use) {
    return new Use<>(calls.guard(family, use.plugin()), use.options());
  }

  private Object record(Record record) {
    RecordComponent[] components = record.getClass().getRecordComponents();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    Object[] values = new Object[components.length];
    try {
      for (int i = 0; i < values.length; i++) {
        Object value = components[i].getAccessor().invoke(record);
        values[i] = guarded(components[i].getGenericType(), value);
      }
      return record.getClass().getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot copy " + record.getClass().getSimpleName(), e);
    }
  }

  private static Type argument(Type type) {
    return ((ParameterizedType) type).getActualTypeArguments()[0];
  }

  private static Class<?> raw(Type type) {
    return (Class<?>) (type instanceof ParameterizedType given ? given.getRawType() : type);
  }
}
