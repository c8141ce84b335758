package t;

import dev.millrace.Pipeline;

@Pipeline(P.class)
interface Q {
  static int helper() {
    return 1;
  }
}
