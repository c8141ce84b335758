package defaults;

import dev.millrace.As;
import dev.millrace.Default;
import dev.millrace.Each;
import dev.millrace.In;
import dev.millrace.Nested;
import dev.millrace.Node;
import dev.millrace.Pipeline;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A default of every kind, read at the top, in nested uses and by several. */
@Pipeline
interface Tuned {
  enum Mode {
    FAST,
    /** Of a class of its own. */
    EXACT {
      @Override
      String shown() {
        return "exactly";
      }
    };

    String shown() {
      return name();
    }
  }

  @Node
  static String whole(
      @Default("-5") byte b,
      @Default("-32768") short s,
      @Default("-2147483648") int i,
      @Default("-9223372036854775808") long l,
      @Default("+7") Integer boxed) {
    return b + " " + s + " " + i + " " + l + " " + boxed;
  }

  @Node
  static String broken(
      @Default("0.1") float f, @Default("-1e-3") double d, @Default(".5") Double half) {
    return f + " " + d + " " + half;
  }

  @Node
  static String letters(
      @Default("'") char quote,
      @Default("\\") char backslash,
      @Default("\n") char line,
      @Default("\r") Character back,
      @Default("\u05D0") char alef,
      @Default("\u0000") char zero,
      @Default(" ") char blank) {
    return "" + quote + backslash + line + back + alef + zero + blank;
  }

  @Node
  static List<String> texts(
      @Default("") String empty,
      @Default("say \"hi\" \\ */ {@code }}} $L @x") String quoted,
      @Default("one\ntwo\ttab\u2028three\u2029\u0085") String lines,
      @Default("\u05E9\u05DC\u05D5\u05DD \uD83D\uDE42 \\u000a") String unicode) {
    return List.of(empty, quoted, lines, unicode);
  }

  @Node
  static String modes(@Default("EXACT") Mode mode, @Default("true") boolean on) {
    return mode.shown() + " " + on;
  }

  /** The same input, read as others may read it. */
  @Node
  static String others(int i, Optional<Integer> boxed, @In("b") @Nullable Byte small, @In("i") long wide) {
    return i + " " + boxed + " " + small + " " + wide;
  }

  final class Inner {
    private Inner() {}

    @Node
    static int scaled(int item, @Default("3") int factor) {
      return item * factor;
    }
  }

  @Nested(value = Inner.class, output = "scaled")
  List<Integer> all(@Each("item") List<Integer> items);

  @Nested(value = Inner.class, output = "scaled")
  int one(@As("item") int first);

  @Nested(value = Inner.class, output = "scaled")
  int fixedBy(@As("item") int second, @As("factor") int by);
}
