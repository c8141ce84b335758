package t;

import dev.millrace.Pipeline;

final class Owner {
  @Pipeline(Nodes.class)
  private interface P {}

  private static final class Inner {
    @Pipeline(Nodes.class)
    interface Q {}
  }
}
