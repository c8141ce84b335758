package t;

import dev.millrace.Stateful;

final class Hidden {
  @Stateful
  private interface Port {}

  private static final class Cave {
    @Stateful
    static final class Model implements Port {}
  }

  static Object model() {
    return new Cave.Model();
  }
}
