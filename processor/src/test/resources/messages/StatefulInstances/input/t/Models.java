package t;

import dev.millrace.Scope;
import dev.millrace.Stateful;

final class Models {
  @Stateful(maxInstances = 4)
  static final class Shared {}

  @Stateful(scope = Scope.SHARED, maxInstances = 1)
  interface Port {}

  @Stateful(
      scope = Scope.PER_WORKER,
      maxInstances = -1)
  static final class Negative {}

  @Stateful(scope = Scope.PER_WORKER, maxInstances = 0)
  static final class Unlimited {}
}
