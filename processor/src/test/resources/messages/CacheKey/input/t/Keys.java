package t;

import dev.millrace.CacheKey;
import java.io.IOException;

final class Keys {
  static class Hidden {
    @CacheKey
    private String key() {
      return "";
    }
  }

  static class Shared {
    @CacheKey
    static String key() {
      return "";
    }
  }

  static class Asking {
    @CacheKey
    String key(int of) {
      return "" + of;
    }

    @CacheKey
    <T> String generic() {
      return "";
    }
  }

  static class Silent {
    @CacheKey
    void key() {}
  }

  static class Failing {
    @CacheKey
    String key() throws IOException {
      throw new IOException();
    }
  }

  static class Twice {
    @CacheKey
    String one() {
      return "";
    }

    @CacheKey
    String two() {
      return "";
    }
  }

  @CacheKey
  static class Open {}

  @CacheKey
  interface Anything {}

  @CacheKey
  enum Mode {
    FAST
  }

  @CacheKey
  static final class Both {
    @CacheKey
    String key() {
      return "";
    }
  }

  @CacheKey
  static final class Alike {}

  interface Keyed {
    @CacheKey
    int key() throws IllegalStateException;
  }
}
