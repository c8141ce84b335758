package t;

import dev.millrace.Stateful;

final class Kinds {
  @Stateful
  enum Color {
    RED
  }

  @Stateful
  record Point(int x) {}

  @Stateful
  @interface Mark {}

  @Stateful
  class Inner {}

  class Around {
    @Stateful
    class Within {}
  }

  @Stateful
  static final class Box<T> {
    T content(T other) {
      return other;
    }
  }
}
