package t;

import dev.millrace.Node;

final class TypeMismatches {
  @Node
  static long count(java.lang.String word) {
    return word.length();
  }

  @Node
  static int twice(int count) {
    return 2 * count;
  }

  record String() {}

  @Node
  static int shown(java.lang.String made) {
    return made.length();
  }

  @Node
  static String made(int start) {
    return new String();
  }
}
