package dev.millrace.runtime.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.TypeFactory;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads what may be missing: nothing and null are the empty one, anything else is read as the value
 * would be alone.
 *
 * @param <O> the optional
 */
final class OptionalDeserializer<O> extends StdDeserializer<O> implements ContextualDeserializer {
  private static final long serialVersionUID = 1L;

  private final transient O empty;
  private final transient Function<Object, O> of;
  private final JavaType value;

  private OptionalDeserializer(Class<?> type, O empty, Function<Object, O> of, JavaType value) {
    super(type);
    this.empty = empty;
    this.of = of;
    this.value = value;
  }

  /** Returns the module that reads {@code Optional} and its kin, whoever else would. */
  static SimpleModule module() {
    SimpleModule module = new SimpleModule("millrace-optionals");
    add(module, Optional.class, Object.class, Optional.empty(), Optional::of);
    add(module, OptionalInt.class, int.class, OptionalInt.empty(), n -> OptionalInt.of((int) n));
    add(
        module,
        OptionalLong.class,
        long.class,
        OptionalLong.empty(),
        n -> OptionalLong.of((long) n));
    add(
        module,
        OptionalDouble.class,
        double.class,
        OptionalDouble.empty(),
        n -> OptionalDouble.of((double) n));
    return module;
  }

  private static <O> void add(
      SimpleModule module, Class<O> type, Class<?> value, O empty, Function<Object, O> of) {
    JavaType read = TypeFactory.defaultInstance().constructType(value);
    module.addDeserializer(type, new OptionalDeserializer<O>(type, empty, of, read));
  }

  /** Returns whether a component of this type has a value where none is given. */
  static boolean reads(Type type) {
    Type raw = type instanceof ParameterizedType generic ? generic.getRawType() : type;
    return raw == Optional.class
        || raw == OptionalInt.class
        || raw == OptionalLong.class
        || raw == OptionalDouble.class;
  }

  @Override
  public JsonDeserializer<?> createContextual(
      DeserializationContext context, @Nullable BeanProperty property) {
    JavaType type = context.getContextualType();
    return type == null || type.containedTypeCount() == 0
        ? this
        : new OptionalDeserializer<O>(_valueClass, empty, of, type.containedType(0));
  }

  @Override
  public O deserialize(JsonParser json, DeserializationContext context) throws IOException {
    return of.apply(context.readValue(json, value));
  }

  @Override
  public O getNullValue(DeserializationContext context) {
    return empty;
  }
}
