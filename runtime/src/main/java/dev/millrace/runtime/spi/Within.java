package dev.millrace.runtime.spi;

import dev.millrace.runtime.Signature;
import java.util.BitSet;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What a nested use remembers by, in one run of what is around it.
 *
 * @param values the keys of what it is given, by their places inside; null for what has none, and
 *     for lists that are mapped over
 * @param areKeysRead whether anything may read the keys of the single results of a map
 * @param ahead what is known of a map's rows before it runs; null for nothing
 * @param onFailure is run where the use gives a value that has seen a failure
 * @param mayWait whether nothing around it holds what others may need, so that it may wait for
 *     others
 */
record Within(
    Shelf shelf,
    Scope scope,
    @Nullable Signature[] values,
    boolean areKeysRead,
    @Nullable RowsAhead ahead,
    Runnable onFailure,
    BooleanSupplier mayWait) {

  /** Returns what is known of the use's steps, where it maps nothing. */
  LineRecall line() {
    BitSet given = new BitSet();
    given.set(0, scope.first());
    BitSet wanted = new BitSet();
    scope.outputs().forEach(wanted::set);
    wanted.clear(0, scope.first());
    return new LineRecall(
        shelf,
        scope,
        given,
        place -> values[place],
        null,
        wanted,
        new Memo() {
          @Override
          void taint(int step) {
            onFailure.run();
          }
        },
        mayWait);
  }
}
