package t;

import dev.millrace.Scope;
import dev.millrace.Stateful;

final class Tokenizers {
  @Stateful
  interface Tokenizer {}

  interface Words extends Tokenizer {}

  @Stateful(scope = Scope.PER_WORKER)
  static final class Slow implements Words {}

  @Stateful(scope = Scope.PER_WORKER)
  interface Parser {}

  @Stateful
  static final class Safe implements Parser {}
}
