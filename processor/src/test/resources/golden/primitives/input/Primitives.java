package primitives;

import dev.millrace.Each;
import dev.millrace.In;
import dev.millrace.Nested;
import dev.millrace.Node;
import dev.millrace.Pipeline;
import java.util.List;

@Pipeline
interface Primitives {
  @Node
  static boolean z(boolean inZ) {
    return !inZ;
  }

  @Node
  static byte b(byte inB) {
    return ++inB;
  }

  @Node
  static short s(byte b) {
    return b;
  }

  @Node
  static char c(char inC) {
    return ++inC;
  }

  @Node
  static int i(short s, char c) {
    return s + c;
  }

  @Node
  static long l(int i) {
    return i;
  }

  @Node
  static float f(long l) {
    return l;
  }

  @Node
  static double d(float f, long i) {
    return f + i;
  }

  @Node
  static Integer boxed(int i) {
    return i;
  }

  @Node
  static String text(Object d, long boxed, Number l, Comparable<Boolean> z) {
    return "" + d + boxed + l + z;
  }

  @Nested(Inner.class)
  List<Long> mapped(@Each("number") List<Integer> numbers);

  final class Inner {
    private Inner() {}

    @Node
    static char letter(double number) {
      return (char) number;
    }

    @Node
    static long code(@In("letter") int wide, Object number, Character letter) {
      return wide + number.hashCode() + letter;
    }
  }
}
