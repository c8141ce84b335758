package dev.millrace.runtime;

/**
 * Is told of each run that begins, and says who is told what that one does.
 *
 * <p>Runs may begin on several threads at once. A listener that throws an exception, or whose
 * classes cannot be linked, is logged; the run goes on, and nobody is told of it.
 *
 * <pre>{@code
 * RunListener times =
 *     run ->
 *         new RunObserver() {
 *           public void nodeFinished(String node, long items, Duration elapsed) { … }
 *         };
 * }</pre>
 */
@FunctionalInterface
public interface RunListener {

  /**
   * A run begins.
   *
   * @param run which one; it says at any time how far it has come
   * @return who is told what it does; {@link RunObserver#NONE} for nobody, which costs the run
   *     nothing
   */
  RunObserver runStarted(RunInfo run);

  /**
   * Returns a listener that is this one, and then another. Where one fails, the other is told even
   * so.
   */
  default RunListener and(RunListener other) {
    return run -> {
      RunObserver first = BothObservers.of(this, run);
      RunObserver second = BothObservers.of(other, run);
      if (first == RunObserver.NONE) {
        return second;
      }
      return second == RunObserver.NONE ? first : new BothObservers(first, second);
    };
  }
}
