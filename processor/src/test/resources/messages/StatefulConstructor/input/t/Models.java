package t;

import dev.millrace.Stateful;
import java.util.List;

final class Models {
  @Stateful
  static final class Closed {
    private Closed() {}

    static Closed open() {
      return new Closed();
    }
  }

  @Stateful
  static final class Two {
    Two(String file) {
      this(file, file.length());
    }

    Two(String file, int size) {
      file.substring(size);
    }
  }

  @Stateful
  static final class Generic {
    <T> Generic(List<T> items, T item) {
      items.add(item);
    }
  }

  @Stateful
  static final class Throwing {
    Throwing() throws Throwable {}
  }

  private record Secret(String text) {}

  @Stateful
  static final class Confident {
    Confident(List<Secret> secrets) {
      secrets.add(new Secret("x"));
    }
  }

  static Object confident() {
    return new Confident(List.of());
  }
}
