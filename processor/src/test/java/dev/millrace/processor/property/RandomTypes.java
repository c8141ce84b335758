package dev.millrace.processor.property;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Sources of a pipeline whose nodes return whatever types one can make up. */
final class RandomTypes {
  private static final int ENUMS = 3;
  private static final int RECORDS = 12;
  private static final int SEALED = 4;
  private static final int NODES = 40;
  private static final List<String> PRIMITIVES =
      List.of("boolean", "byte", "short", "char", "int", "long", "float", "double");
  private static final List<String> PLAIN =
      List.of(
          "Boolean",
          "Byte",
          "Short",
          "Character",
          "Integer",
          "Long",
          "Float",
          "Double",
          "String",
          "String",
          "java.math.BigDecimal",
          "java.time.Instant",
          "java.util.UUID",
          "java.nio.file.Path",
          "java.util.OptionalInt",
          "Embedding",
          "Embedding");
  private static final List<String> OF_ONE =
      List.of(
          "List",
          "List",
          "Set",
          "Collection",
          "Iterable",
          "Optional",
          "ArrayList",
          "LinkedList",
          "HashSet",
          "LinkedHashSet",
          "Box");
  private static final List<String> OF_TWO = List.of("Map", "HashMap", "LinkedHashMap", "Pair");

  private final Random random;
  private final Predicate<String> isMeant;

  private RandomTypes(Random random, Predicate<String> isMeant) {
    this.random = random;
    this.isMeant = isMeant;
  }

  /**
   * Returns one source: the interface {@code random.P} with its types, and nodes that return them.
   */
  static String returned(Random random) {
    return new RandomTypes(random, each -> true)
        .source("@Node static %s node%s(int seed) { throw new IllegalStateException(); }");
  }

  /** Returns the same with nodes that take them, of types that have a place in keys as they are. */
  static String taken(Random random) {
    return new RandomTypes(random, each -> !each.equals("Iterable") && !each.endsWith("Path"))
        .source("@Node static int node%2$s(%1$s in%2$s) { throw new IllegalStateException(); }");
  }

  private String source(String node) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < ENUMS; i++) {
      String constants =
          IntStream.rangeClosed(0, random.nextInt(4))
              .mapToObj(each -> "C" + each)
              .collect(Collectors.joining(", "));
      parts.add("enum E%d { %s }".formatted(i, constants));
    }
    parts.add("record Box<T>(T inside) {}");
    parts.add("record Pair<A, B>(A one, List<? extends B> others, Box<A>[] boxes) {}");
    parts.add("record Nothing() {}");
    parts.add("record Named(Map<String, @Nullable Embedding> vectors) {}");
    parts.add("@Node static Named named(int seed) { throw new IllegalStateException(); }");
    parts.add(
        "record Even(int half) { "
            + "public Even { if (half % 2 != 0) throw new ArithmeticException(); } }");
    for (int i = 0; i < RECORDS; i++) {
      parts.add("record R%d(%s) {}".formatted(i, components()));
    }
    for (int i = 0; i < SEALED; i++) {
      parts.add("sealed interface S%d<T> permits L%d, M%d, O%d {}".formatted(i, i, i, i));
      parts.add("record L%d<T>(%s, T mark) implements S%d<T> {}".formatted(i, components(), i));
      parts.add("record M%d<T>(%s) implements S%d<T> {}".formatted(i, components(), i));
      parts.add("enum O%d implements S%d<String> { ONE, TWO }".formatted(i, i));
    }
    for (int i = 0; i < NODES; i++) {
      parts.add(node.formatted(type(3, true), "x".repeat(i + 1)));
    }
    return """
    package random;
    import dev.millrace.*;
    import dev.millrace.runtime.Embedding;
    import java.util.*;
    import org.jspecify.annotations.Nullable;
    @Pipeline
    interface P {
      %s
    }
    """
        .formatted(String.join("\n  ", parts));
  }

  private String components() {
    return IntStream.rangeClosed(0, random.nextInt(6))
        .mapToObj(i -> type(2, true) + " part" + i)
        .collect(Collectors.joining(", "));
  }

  private String one(List<String> of) {
    List<String> meant = of.stream().filter(isMeant).toList();
    return meant.get(random.nextInt(meant.size()));
  }

  private String type(int depth, boolean isWhole) {
    int kind = random.nextInt(depth > 0 ? 12 : 6);
    String nullable = random.nextInt(4) == 0 ? "@Nullable " : "";
    return switch (kind) {
      case 0, 1 -> isWhole ? one(PRIMITIVES) : nullable + one(List.of("Integer", "String"));
      case 2 -> one(PLAIN);
      case 3 -> nullable + "E" + random.nextInt(ENUMS);
      case 4 -> nullable + one(List.of("Nothing", "Even"));
      case 5 -> nullable + "R" + random.nextInt(RECORDS);
      case 6, 7 -> one(OF_ONE) + "<" + argument(depth) + ">";
      case 8 -> one(OF_TWO) + "<" + argument(depth) + ", " + argument(depth) + ">";
      case 9 -> "S" + random.nextInt(SEALED) + "<String>";
      case 10 ->
          "S"
              + random.nextInt(SEALED)
              + "<"
              + type(depth - 1, false).replaceAll("@\\w+ ", "")
              + ">";
      default -> array(depth);
    };
  }

  private String argument(int depth) {
    String type = type(depth - 1, false);
    return type.startsWith("@") || random.nextInt(4) != 0 ? type : "? extends " + type;
  }

  private String array(int depth) {
    return type(depth - 1, true).replaceAll("@\\w+ ", "") + "[]";
  }
}
