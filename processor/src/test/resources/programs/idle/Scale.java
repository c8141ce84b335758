package idle;

import dev.millrace.Stateful;

/** What a stage reads. */
@Stateful
final class Scale {
  int of(int item) {
    return item * 10;
  }
}
