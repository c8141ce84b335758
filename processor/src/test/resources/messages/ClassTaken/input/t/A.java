package t;

import dev.millrace.Pipeline;

final class A {
  @Pipeline(Nodes.class)
  interface B {}
}
