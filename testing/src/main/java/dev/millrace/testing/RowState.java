package dev.millrace.testing;

import org.jspecify.annotations.Nullable;

/**
 * A row as it was before somebody got it. What can be taken apart is compared with a copy; the rest
 * with the same sample, made anew, where the two were equal to begin with.
 */
final class RowState {
  private static final Comparison EXACT = new Comparison(Tolerance.exact());

  private final @Nullable Object row;
  private final Form before;
  private final @Nullable Form pristine;

  RowState(@Nullable Object row, @Nullable Object madeAnew) {
    this.row = row;
    this.before = Form.of(row);
    Form twin = Form.of(madeAnew);
    this.pristine = EXACT.same(before, twin) ? twin : null;
  }

  /** Returns how the law is broken that it stays as it is, if it is. */
  @Nullable TwinViolation changed(int place, String by) {
    Form now = Form.of(row);
    Form then = pristine == null ? before : pristine;
    return EXACT.same(before, now) && EXACT.same(then, now)
        ? null
        : TwinViolation.of(
            TwinLaw.ROWS_UNTOUCHED, place, then.shown(), now.shown(), "it was changed by " + by);
  }
}
