package t;

import dev.millrace.Node;

/** All that is missing is said, each once; by which sealed type is open, by the nearest. */
final class Nodes {
  sealed interface Root permits A, C {}

  sealed interface A extends Root permits X, W {}

  sealed interface C extends Root permits Y, Z, W {}

  sealed interface Near permits X, Y, V {}

  record X() implements A, Near {}

  record Y() implements C, Near {}

  record Z() implements C {}

  record V() implements Near {}

  record W() implements A, C {}

  @Node
  static int far(X which) {
    return 1;
  }

  @Node
  static int far(Z which) {
    return 2;
  }

  @Node
  static int near(X which) {
    return 1;
  }

  @Node
  static int near(Y which) {
    return 2;
  }
}
