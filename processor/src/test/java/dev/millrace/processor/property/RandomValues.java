package dev.millrace.processor.property;

import dev.millrace.runtime.Embedding;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Values of types that are known by what the JVM says of them. */
final class RandomValues {
  private static final int DEEPEST = 6;

  private final Random random;
  private final boolean isReversed;

  RandomValues(Random random) {
    this(random, false);
  }

  private RandomValues(Random random, boolean isReversed) {
    this.random = random;
    this.isReversed = isReversed;
  }

  /** Returns others which are the same, but for the order of what has none. */
  static RandomValues reversed(Random random) {
    return new RandomValues(random, true);
  }

  /** Returns a value of a type, which is never null itself but may have nulls in it. */
  Object of(Type type) throws ReflectiveOperationException {
    return of(type, Map.of(), 0);
  }

  private @Nullable Object part(Type type, Map<TypeVariable<?>, Type> known, int depth)
      throws ReflectiveOperationException {
    boolean mayBeNull = !(type instanceof Class<?> plain && plain.isPrimitive());
    return mayBeNull && (depth > DEEPEST || random.nextInt(10) == 0)
        ? null
        : of(type, known, depth);
  }

  private Object of(Type type, Map<TypeVariable<?>, Type> known, int depth)
      throws ReflectiveOperationException {
    if (type instanceof TypeVariable<?> variable) {
      return of(known.get(variable), known, depth);
    }
    if (type instanceof WildcardType wildcard) {
      return of(wildcard.getUpperBounds()[0], known, depth);
    }
    if (type instanceof GenericArrayType array) {
      return array(array.getGenericComponentType(), known, depth);
    }
    if (type instanceof Class<?> plain) {
      return plain.isArray()
          ? array(plain.getComponentType(), known, depth)
          : of(plain, List.of(), known, depth);
    }
    ParameterizedType generic = (ParameterizedType) type;
    List<Type> arguments =
        Arrays.stream(generic.getActualTypeArguments())
            .map(each -> each instanceof TypeVariable<?> variable ? known.get(variable) : each)
            .map(each -> closed(each, known))
            .toList();
    return of((Class<?>) generic.getRawType(), arguments, known, depth);
  }

  /** A type with what its variables are in place of them. */
  private static Type closed(Type type, Map<TypeVariable<?>, Type> known) {
    if (type instanceof TypeVariable<?> variable) {
      return known.get(variable);
    }
    if (type instanceof WildcardType wildcard) {
      return closed(wildcard.getUpperBounds()[0], known);
    }
    if (type instanceof GenericArrayType array) {
      Type component = closed(array.getGenericComponentType(), known);
      return (GenericArrayType) () -> component;
    }
    if (!(type instanceof ParameterizedType generic)) {
      return type;
    }
    Type[] arguments =
        Arrays.stream(generic.getActualTypeArguments())
            .map(each -> closed(each, known))
            .toArray(Type[]::new);
    return new ParameterizedType() {
      @Override
      public Type[] getActualTypeArguments() {
        return arguments;
      }

      @Override
      public Type getRawType() {
        return generic.getRawType();
      }

      @Override
      public @Nullable Type getOwnerType() {
        return generic.getOwnerType();
      }
    };
  }

  private Object array(Type component, Map<TypeVariable<?>, Type> known, int depth)
      throws ReflectiveOperationException {
    int length = size(depth);
    Object array = Array.newInstance(raw(closed(component, known)), length);
    for (int i = 0; i < length; i++) {
      Array.set(array, i, part(component, known, depth + 1));
    }
    return array;
  }

  private static Class<?> raw(Type type) {
    if (type instanceof ParameterizedType generic) {
      return (Class<?>) generic.getRawType();
    }
    return type instanceof GenericArrayType array
        ? raw(array.getGenericComponentType()).arrayType()
        : (Class<?>) type;
  }

  private int size(int depth) {
    return depth > DEEPEST ? 0 : random.nextInt(depth < 2 ? 4 : 3);
  }

  private Object of(
      Class<?> type, List<Type> arguments, Map<TypeVariable<?>, Type> known, int depth)
      throws ReflectiveOperationException {
    if (type.isRecord()) {
      return record(type, arguments, depth);
    }
    if (type.isSealed()) {
      List<Class<?>> leaves = new ArrayList<>(List.of(type.getPermittedSubclasses()));
      if (arguments.get(0) != String.class) {
        leaves.removeIf(Class::isEnum);
      }
      return of(leaves.get(random.nextInt(leaves.size())), arguments, known, depth);
    }
    if (type.isEnum()) {
      Object[] constants = type.getEnumConstants();
      return constants[random.nextInt(constants.length)];
    }
    Optional<Object> plain = plain(type);
    if (plain.isPresent()) {
      return plain.get();
    }
    return arguments.size() == 2
        ? map(type, arguments, known, depth)
        : type == Optional.class
            ? Optional.ofNullable(part(arguments.get(0), known, depth + 1))
            : collection(type, arguments.get(0), known, depth);
  }

  private Object record(Class<?> type, List<Type> arguments, int depth)
      throws ReflectiveOperationException {
    Map<TypeVariable<?>, Type> own = new HashMap<>();
    for (int i = 0; i < arguments.size(); i++) {
      own.put(type.getTypeParameters()[i], arguments.get(i));
    }
    RecordComponent[] components = type.getRecordComponents();
    Object[] parts = new Object[components.length];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = part(components[i].getGenericType(), own, depth + 1);
    }
    Constructor<?> constructor = type.getDeclaredConstructors()[0];
    constructor.setAccessible(true);
    try {
      return constructor.newInstance(parts);
    } catch (InvocationTargetException refused) {
      return record(type, arguments, depth);
    }
  }

  private Object map(
      Class<?> type, List<Type> arguments, Map<TypeVariable<?>, Type> known, int depth)
      throws ReflectiveOperationException {
    Map<Object, Object> map =
        type == HashMap.class && random.nextBoolean() ? new HashMap<>(64) : new LinkedHashMap<>();
    for (int i = size(depth); i > 0; i--) {
      Object key = part(arguments.get(0), known, depth + 1);
      map.put(key, part(arguments.get(1), known, depth + 1));
    }
    if (isReversed && type != LinkedHashMap.class) {
      Map<Object, Object> reversed = new LinkedHashMap<>();
      reversed(map.keySet()).forEach(key -> reversed.put(key, map.get(key)));
      map.clear();
      map.putAll(reversed);
    }
    return map;
  }

  private Object collection(
      Class<?> type, Type element, Map<TypeVariable<?>, Type> known, int depth)
      throws ReflectiveOperationException {
    Collection<Object> all =
        switch (type.getSimpleName()) {
          case "Set", "LinkedHashSet" -> new LinkedHashSet<>();
          case "HashSet" -> new HashSet<>();
          case "LinkedList" -> new LinkedList<>();
          case "List", "ArrayList" -> new ArrayList<>();
          case "Collection", "Iterable" ->
              random.nextBoolean() ? new ArrayList<>() : new LinkedHashSet<>();
          default -> throw new AssertionError(type);
        };
    for (int i = size(depth); i > 0; i--) {
      all.add(part(element, known, depth + 1));
    }
    if (isReversed && all instanceof Set<?> && type != LinkedHashSet.class) {
      List<Object> reversed = reversed(all);
      all.clear();
      all.addAll(reversed);
    }
    return all;
  }

  private static List<Object> reversed(Collection<Object> all) {
    List<Object> reversed = new ArrayList<>(all);
    Collections.reverse(reversed);
    return reversed;
  }

  private Optional<Object> plain(Class<?> type) {
    Object value =
        switch (type.getSimpleName()) {
          case "boolean", "Boolean" -> random.nextBoolean();
          case "byte", "Byte" -> (byte) random.nextInt();
          case "short", "Short" -> (short) random.nextInt();
          case "char", "Character" -> (char) random.nextInt();
          case "int", "Integer" -> random.nextInt();
          case "long", "Long" -> random.nextLong();
          case "float", "Float" -> Float.intBitsToFloat(random.nextInt());
          case "double", "Double" -> Double.longBitsToDouble(random.nextLong());
          case "String" ->
              random
                  .ints(size(0), 0, 0x1_0000)
                  .collect(
                      StringBuilder::new,
                      (text, each) -> text.append((char) each),
                      StringBuilder::append)
                  .toString();
          case "BigDecimal" ->
              new BigDecimal(BigInteger.valueOf(random.nextLong()), random.nextInt(9));
          case "Instant" -> Instant.ofEpochMilli(random.nextInt());
          case "UUID" -> new UUID(random.nextLong(), random.nextLong());
          case "Path" -> Path.of("a" + random.nextInt(9), "b");
          case "OptionalInt" -> random.nextBoolean() ? OptionalInt.of(7) : OptionalInt.empty();
          case "Embedding" ->
              Embedding.of(random.nextBoolean() ? new float[] {1, 2} : new float[] {3, 4, 5});
          default -> null;
        };
    return Optional.ofNullable(value);
  }

  /** Returns whether two values are equal to the last part of an array, and in one order. */
  static boolean areEqual(@Nullable Object one, @Nullable Object other)
      throws ReflectiveOperationException {
    return areEqual(one, other, true);
  }

  /** Returns the same, whatever the order of sets and maps. */
  static boolean areEqualInAnyOrder(@Nullable Object one, @Nullable Object other)
      throws ReflectiveOperationException {
    return areEqual(one, other, false);
  }

  private static boolean areEqual(@Nullable Object one, @Nullable Object other, boolean isOrdered)
      throws ReflectiveOperationException {
    if (one == null || other == null) {
      return one == other;
    }
    if (one.getClass().isArray()) {
      return one.getClass() == other.getClass()
          && areEqual(elements(one), elements(other), isOrdered);
    }
    if (one instanceof Map<?, ?> map) {
      return other instanceof Map<?, ?> that
          && (isOrdered
              ? areEqual(entries(map), entries(that), true)
              : areMatched(entries(map), entries(that)));
    }
    if (one instanceof Collection<?> all) {
      return other instanceof Collection<?> that
          && one instanceof List == other instanceof List
          && (isOrdered || one instanceof List
              ? areEqual(all.toArray(), that.toArray(), isOrdered)
              : areMatched(all.toArray(), that.toArray()));
    }
    if (one instanceof Optional<?> optional) {
      return other instanceof Optional<?> that
          && areEqual(optional.orElse(null), that.orElse(null), isOrdered);
    }
    if (!one.getClass().isRecord()) {
      return one.equals(other);
    }
    boolean areEqual = one.getClass() == other.getClass();
    for (RecordComponent each :
        areEqual ? one.getClass().getRecordComponents() : new RecordComponent[0]) {
      Method accessor = each.getAccessor();
      accessor.setAccessible(true);
      areEqual &= areEqual(accessor.invoke(one), accessor.invoke(other), isOrdered);
    }
    return areEqual;
  }

  private static Object[] entries(Map<?, ?> map) {
    return map.entrySet().stream()
        .map(each -> new Object[] {each.getKey(), each.getValue()})
        .toArray();
  }

  /** Returns whether each has one among the others that is equal, and that no other has. */
  private static boolean areMatched(Object[] ones, Object[] others)
      throws ReflectiveOperationException {
    List<Object> left = new ArrayList<>(Arrays.asList(others));
    for (Object one : ones) {
      int match = 0;
      while (match < left.size() && !areEqual(one, left.get(match), false)) {
        match++;
      }
      if (match == left.size()) {
        return false;
      }
      left.remove(match);
    }
    return left.isEmpty();
  }

  private static boolean areEqual(Object[] one, Object[] other, boolean isOrdered)
      throws ReflectiveOperationException {
    boolean areEqual = one.length == other.length;
    for (int i = 0; areEqual && i < one.length; i++) {
      areEqual = areEqual(one[i], other[i], isOrdered);
    }
    return areEqual;
  }

  private static Object[] elements(Object array) {
    Object[] elements = new Object[Array.getLength(array)];
    for (int i = 0; i < elements.length; i++) {
      elements[i] = Array.get(array, i);
    }
    return elements;
  }
}
