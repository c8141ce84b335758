package editions;

/** Two classes away from the nodes. */
final class Far {
  static final int SHIFT = 0;

  private Far() {}

  static int added(int a, int b) {
    return a + b;
  }
}
