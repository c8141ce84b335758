package nulls;

import dev.millrace.Batch;
import dev.millrace.Each;
import dev.millrace.Nested;
import dev.millrace.Node;
import dev.millrace.Pipeline;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Twins that give null for the text "null" where their nodes give primitives. */
@Pipeline
interface Primitives {
  @Nested(value = Nodes.class, output = "booleanValue")
  List<Boolean> booleans(@Each("text") List<String> texts);

  @Nested(value = Nodes.class, output = "byteValue")
  List<Byte> bytes(@Each("text") List<String> texts);

  @Nested(value = Nodes.class, output = "shortValue")
  List<Short> shorts(@Each("text") List<String> texts);

  @Nested(value = Nodes.class, output = "charValue")
  List<Character> chars(@Each("text") List<String> texts);

  @Nested(value = Nodes.class, output = "intValue")
  List<Integer> ints(@Each("text") List<String> texts);

  @Nested(value = Nodes.class, output = "longValue")
  List<Long> longs(@Each("text") List<String> texts);

  @Nested(value = Nodes.class, output = "floatValue")
  List<Float> floats(@Each("text") List<String> texts);

  @Nested(value = Nodes.class, output = "doubleValue")
  List<Double> doubles(@Each("text") List<String> texts);

  final class Nodes {
    private Nodes() {}

    static <T> List<T> each(List<String> texts, Function<String, T> one) {
      List<T> all = new ArrayList<>();
      texts.forEach(text -> all.add(text.equals("null") ? null : one.apply(text)));
      return all;
    }

    @Node
    static boolean booleanValue(String text) {
      return true;
    }

    @Batch
    static List<Boolean> booleanValue(List<String> texts) {
      return each(texts, Nodes::booleanValue);
    }

    @Node
    static byte byteValue(String text) {
      return (byte) text.length();
    }

    @Batch
    static List<Byte> byteValue(List<String> texts) {
      return each(texts, Nodes::byteValue);
    }

    @Node
    static short shortValue(String text) {
      return (short) text.length();
    }

    @Batch
    static List<Short> shortValue(List<String> texts) {
      return each(texts, Nodes::shortValue);
    }

    @Node
    static char charValue(String text) {
      return text.charAt(0);
    }

    @Batch
    static List<Character> charValue(List<String> texts) {
      return each(texts, Nodes::charValue);
    }

    @Node
    static int intValue(String text) {
      return text.length();
    }

    @Batch
    static List<Integer> intValue(List<String> texts) {
      return each(texts, Nodes::intValue);
    }

    @Node
    static long longValue(String text) {
      return text.length();
    }

    @Batch
    static List<Long> longValue(List<String> texts) {
      return each(texts, Nodes::longValue);
    }

    @Node
    static float floatValue(String text) {
      return text.length();
    }

    @Batch
    static List<Float> floatValue(List<String> texts) {
      return each(texts, Nodes::floatValue);
    }

    @Node
    static double doubleValue(String text) {
      return text.length();
    }

    @Batch
    static List<Double> doubleValue(List<String> texts) {
      return each(texts, Nodes::doubleValue);
    }
  }
}
