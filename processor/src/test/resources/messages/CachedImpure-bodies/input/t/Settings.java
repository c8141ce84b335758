package t;

final class Settings {
  static final int FIXED = 1;
  static int verbosity;
  static int limit = 2;

  int random() {
    return 4;
  }

  static final class System {
    private System() {}

    static long nanoTime() {
      return 0;
    }
  }
}
