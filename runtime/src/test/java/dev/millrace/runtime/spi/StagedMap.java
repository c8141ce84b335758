package dev.millrace.runtime.spi;

import dev.millrace.runtime.Outcome;
import dev.millrace.runtime.RunListener;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A mapped use in stages, as the compiler writes them, that keeps failures: {@code half} of a
 * number, {@code twice} that in batches, and {@code asked}, which comes later.
 */
final class StagedMap extends MapRegion<List<Outcome<Integer>>> {

  /** Which items each node fails on. */
  record Poison(Set<Integer> half, Set<Integer> twice, Set<Integer> asked) {
    static final Poison NONE = new Poison(Set.of(), Set.of(), Set.of());
  }

  private final Items<Integer> number;
  private final Poison poison;
  private final Window window;

  StagedMap(Probe probe, List<Integer> number, Poison poison) {
    super(probe, "sums", Mode.SOFT_ZIP, 1);
    this.number = items("number", number);
    this.poison = poison;
    this.window = stages(Terms.of("asked"), 4);
  }

  static List<Outcome<Integer>> run(
      List<Integer> numbers, Poison poison, Setup setup, @Nullable RunListener listener) {
    try (Execution execution = new Execution("Staged", setup.listener(listener))) {
      Probe probe = execution.start(Memo.NONE);
      List<Outcome<Integer>> result = new StagedMap(probe, numbers, poison).map();
      probe.finished();
      return result;
    }
  }

  @Override
  protected void chunk(Rows rows) throws Exception {
    Column<Integer> number = column(this.number, rows);
    Column<Integer> half = Column.of("half", rows);
    Column<Integer> twice = Column.of("twice", rows);
    Column<Pending<Integer>> started = Column.of("asked", rows);
    Column<Integer> asked = Column.of("asked", rows);
    stage(rows, StageKind.COMPUTE, () -> half(half, number, rows));
    stage(rows, StageKind.DEVICE, () -> twice(twice, half, rows));
    stage(rows, StageKind.START, () -> start(started, twice, rows));
    stage(
        rows,
        StageKind.JOIN,
        () -> {
          join(asked, started, rows);
          keep(0, asked, rows);
        });
  }

  private static int checked(Set<Integer> poison, int number) {
    if (poison.contains(number)) {
      throw new IllegalStateException("poison " + number);
    }
    return number;
  }

  private void half(Column<Integer> half, Column<Integer> number, Rows rows) {
    long since = now();
    for (int row = rows.first(); row >= 0; row = rows.after(row)) {
      try {
        half.set(row, checked(poison.half(), number.get(row)));
      } catch (Exception failure) {
        fail("half", rows, row, failure, CallInputs.of(() -> null));
      }
    }
    end("half", rows, since);
  }

  private void twice(Column<Integer> twice, Column<Integer> half, Rows rows) {
    if (rows.isEmpty()) {
      return;
    }
    BatchCall call = call("twice", rows);
    List<Integer> batch;
    try {
      batch =
          snapshot(
              Column.<Integer>list(half, rows).stream()
                  .map(each -> checked(poison.twice(), each))
                  .toList());
    } catch (Exception failure) {
      failed(call, failure);
      if (isolates("twice", failure)) {
        twiceOneByOne(twice, half, rows);
      }
      return;
    }
    take("twice", twice, rows, batch, row -> CallInputs.of(() -> null));
    end("twice", rows, call);
  }

  private void twiceOneByOne(Column<Integer> twice, Column<Integer> half, Rows rows) {
    long since = now();
    for (int row = rows.first(); row >= 0; row = rows.after(row)) {
      try {
        twice.set(row, checked(poison.twice(), half.get(row)));
      } catch (Exception failure) {
        fail("twice", rows, row, failure, CallInputs.of(() -> null));
      }
    }
    end("twice", rows, since);
  }

  private void start(Column<Pending<Integer>> started, Column<Integer> twice, Rows rows)
      throws Exception {
    for (int row = rows.first(); row >= 0; row = rows.after(row)) {
      int number = twice.get(row);
      started.set(
          row,
          window.<Integer>start(
              () ->
                  poison.asked().contains(number)
                      ? CompletableFuture.failedFuture(new IllegalStateException("poison"))
                      : CompletableFuture.completedFuture(number)));
    }
  }

  private void join(Column<Integer> asked, Column<Pending<Integer>> started, Rows rows) {
    long since = now();
    for (int row = rows.first(); row >= 0; row = rows.after(row)) {
      try {
        asked.set(row, started.get(row).join());
      } catch (Exception failure) {
        fail("asked", rows, row, failure, CallInputs.of(() -> null));
      }
    }
    end("asked", rows, since);
  }

  @Override
  protected List<Outcome<Integer>> result() {
    return outcomes(0);
  }
}
