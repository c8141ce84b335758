package t;

import dev.millrace.TwinTest;

final class Twins {
  @TwinTest({})
  static final class Nothing {}

  @TwinTest({Nodes.Single.class, Nodes.Impure.class, Nodes.None.class, int.class})
  static final class Others {}
}
