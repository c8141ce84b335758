package peers;

import dev.millrace.Node;
import dev.millrace.Pipeline;
import dev.millrace.runtime.Embedding;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One generic node, in a pipeline for each type of what it is given. */
final class Kinds {
  private Kinds() {}

  record Pair(int left, int right) {}

  /** Has the state of another, and is none. */
  record Couple(int left, int right) {}

  record Config(String model) {}

  /** As deep as one likes. */
  record Deep(String leaf, List<Deep> below) {}

  @Node
  static <T> String kind(T value) {
    String shown =
        value instanceof Object[] rows
            ? Arrays.deepToString(rows)
            : value instanceof int[] ints
                ? Arrays.toString(ints)
                : value instanceof float[] floats
                    ? Arrays.toString(floats)
                    : value instanceof long[] longs ? Arrays.toString(longs) : value.toString();
    Ran.node("kind");
    return shown;
  }

  @Pipeline(Kinds.class)
  interface OfInt {
    @Node
    static String type(Integer value) {
      return "Integer";
    }
  }

  @Pipeline(Kinds.class)
  interface OfLong {
    @Node
    static String type(Long value) {
      return "Long";
    }
  }

  @Pipeline(Kinds.class)
  interface OfDouble {
    @Node
    static String type(Double value) {
      return "Double";
    }
  }

  @Pipeline(Kinds.class)
  interface OfTruth {
    @Node
    static String type(Boolean value) {
      return "Boolean";
    }
  }

  @Pipeline(Kinds.class)
  interface OfText {
    @Node
    static String type(String value) {
      return "String";
    }
  }

  @Pipeline(Kinds.class)
  interface OfInts {
    @Node
    static String type(List<Integer> value) {
      return "List<Integer>";
    }
  }

  @Pipeline(Kinds.class)
  interface OfTexts {
    @Node
    static String type(List<String> value) {
      return "List<String>";
    }
  }

  @Pipeline(Kinds.class)
  interface OfTextSet {
    @Node
    static String type(Set<String> value) {
      return "Set<String>";
    }
  }

  @Pipeline(Kinds.class)
  interface OfByInt {
    @Node
    static String type(Map<Integer, String> value) {
      return "Map<Integer, String>";
    }
  }

  @Pipeline(Kinds.class)
  interface OfByText {
    @Node
    static String type(Map<String, String> value) {
      return "Map<String, String>";
    }
  }

  @Pipeline(Kinds.class)
  interface OfPair {
    @Node
    static String type(Kinds.Pair value) {
      return "Kinds.Pair";
    }
  }

  @Pipeline(Kinds.class)
  interface OfCouple {
    @Node
    static String type(Kinds.Couple value) {
      return "Kinds.Couple";
    }
  }

  @Pipeline(Kinds.class)
  interface OfIntArray {
    @Node
    static String type(int[] value) {
      return "int[]";
    }
  }

  @Pipeline(Kinds.class)
  interface OfFloatArray {
    @Node
    static String type(float[] value) {
      return "float[]";
    }
  }

  @Pipeline(Kinds.class)
  interface OfLongArray {
    @Node
    static String type(long[] value) {
      return "long[]";
    }
  }

  @Pipeline(Kinds.class)
  interface OfFloatRows {
    @Node
    static String type(float[][] value) {
      return "float[][]";
    }
  }

  @Pipeline(Kinds.class)
  interface OfFloatColumns {
    @Node
    static String type(float[][][] value) {
      return "float[][][]";
    }
  }

  @Pipeline(Kinds.class)
  interface OfMaybe {
    @Node
    static String type(Optional<String> value) {
      return "Optional<String>";
    }
  }

  @Pipeline(Kinds.class)
  interface OfConfig {
    @Node
    static String type(List<Kinds.Config> value) {
      return "List<Kinds.Config>";
    }
  }

  @Pipeline(Kinds.class)
  interface OfDeep {
    @Node
    static String type(Kinds.Deep value) {
      return "Kinds.Deep";
    }
  }

  @Pipeline(Kinds.class)
  interface OfVector {
    @Node
    static String type(Embedding value) {
      return "Embedding";
    }
  }
}
