package dev.millrace.runtime.spi;

import dev.millrace.runtime.Signature;
import dev.millrace.runtime.cache.claim.Claims;
import dev.millrace.runtime.spi.codec.Codec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the rows of a chunk need not compute. What is kept of them is asked for first, all rows at
 * once; only of rows that the cache has not, what it reads is looked at, and so on.
 *
 * <p>Where a value at a cut becomes known only in the chunk, what is below it is asked for then.
 * One stage after the other has a chunk, so one thread at a time.
 */
final class ChunkRecall {
  private final RegionRecall region;
  private final Scope scope;
  private final Shelf shelf;
  private final Rows rows;
  private final BitSet[] needed;
  private final BitSet[] asked;
  private final BitSet[] hits;
  private final BitSet[] done;
  private final BitSet[] begun;
  private final BitSet[] tainted;
  private final long[] since;

  /** How many of its steps hold claims: threads of maps inside look at it. */
  private volatile int claims;

  /** When the cache was last asked, by the count of what others have done. */
  private long asOf;

  private final @Nullable Object[][] values;
  private final RowKeys keys;

  /** What computes some rows of a step. */
  @FunctionalInterface
  interface Kernel {
    void run(Rows rows) throws Exception;
  }

  ChunkRecall(RegionRecall region, Rows rows) {
    this.region = region;
    this.scope = region.scope();
    this.shelf = region.shelf();
    this.rows = rows;
    int size = scope.size();
    this.needed = sets(size, rows.size());
    this.asked = sets(size, rows.size());
    this.hits = sets(size, rows.size());
    this.done = sets(size, rows.size());
    this.begun = sets(size, 0);
    this.tainted = sets(size, 0);
    this.since = new long[size];
    this.values = new Object[size][];
    this.keys = new RowKeys(region, this, rows);
    takeWhatWasFound();
    resolve();
  }

  /** Takes what was found before the map ran. */
  private void takeWhatWasFound() {
    RowsAhead ahead = region.ahead();
    for (int row = rows.first(); ahead != null && row >= 0; row = rows.after(row)) {
      if (ahead.isFound(rows.from() + row)) {
        hit(scope.outputs().get(0), row, ahead.value(rows.from() + row));
      }
    }
  }

  private static BitSet[] sets(int size, int rows) {
    BitSet[] sets = new BitSet[size];
    for (int i = 0; i < size; i++) {
      sets[i] = new BitSet(rows);
    }
    return sets;
  }

  /**
   * Works out what must be computed, by what is known by now. What is found at a cut may be what
   * the keys of values below it lacked, which were looked at before.
   */
  private void resolve() {
    asOf = shelf.claims().closings();
    int foundAtCuts;
    do {
      foundAtCuts = foundAtCuts();
      pass();
    } while (foundAtCuts() > foundAtCuts);
  }

  private int foundAtCuts() {
    return scope.cuts().stream().map(cut -> hits[cut].cardinality()).sum();
  }

  private void pass() {
    for (int place = scope.first(); place < needed.length; place++) {
      needed[place].clear();
    }
    scope.outputs().forEach(output -> rows.addTo(needed[output]));
    RowsAhead ahead = region.ahead();
    if (ahead != null) {
      needed[scope.outputs().get(0)].and(ahead.needed(rows.from(), rows.size()));
    }
    for (int place = needed.length - 1; place >= scope.firstOfItems(); place--) {
      ask(place);
      BitSet open = open(place);
      if (!open.isEmpty()) {
        for (int read : scope.work(place).reads()) {
          needed[read].or(open); // of what is the same for all rows, too
        }
      }
    }
  }

  /** Returns whether a row needs the value of a step that runs once. */
  boolean needsConstants() {
    for (int place = scope.first(); place < scope.firstOfItems(); place++) {
      if (!needed[place].isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private void ask(int place) {
    if (needed[place].isEmpty() || !isStored(place)) {
      return;
    }
    BitSet some = (BitSet) needed[place].clone();
    some.andNot(done[place]);
    some.andNot(asked[place]);
    if (!some.isEmpty()) {
      look(place, some);
    }
  }

  /** Asks the cache for some rows. */
  private void look(int place, BitSet some) {
    int[] places = places(some);
    @Nullable Signature[] known = keys.of(place, places);
    Signature[] wanted = new Signature[places.length];
    int count = 0;
    asked[place].or(some);
    for (int row : places) {
      Signature key = known[row];
      if (key == null) {
        asked[place].clear(row);
      } else {
        places[count] = row; // in the place of one that was passed by, or its own
        wanted[count++] = key;
      }
    }
    Codec<@Nullable Object> codec = count == 0 ? null : scope.codec(place, shelf.vault());
    if (codec == null) {
      return;
    }
    BitSet found = new BitSet(rows.size());
    shelf.get(
        scope,
        place,
        Arrays.asList(count == wanted.length ? wanted : Arrays.copyOf(wanted, count)),
        codec,
        (index, value) -> {
          found.set(places[index]);
          valuesOf(place)[places[index]] = value;
        });
    hits[place].or(found);
    done[place].or(found);
  }

  private static int[] places(BitSet set) {
    int[] places = new int[set.cardinality()];
    int row = -1;
    for (int i = 0; i < places.length; i++) {
      row = set.nextSetBit(row + 1);
      places[i] = row;
    }
    return places;
  }

  private void hit(int place, int row, @Nullable Object value) {
    hits[place].set(row);
    done[place].set(row);
    valuesOf(place)[row] = value;
  }

  private @Nullable Object[] valuesOf(int place) {
    @Nullable Object[] own = values[place];
    if (own == null) {
      own = new Object[rows.size()];
      values[place] = own;
    }
    return own;
  }

  /** Results are asked for, and uses' outputs; others where they may have been worth it. */
  private boolean isStored(int place) {
    return scope.isStored(place)
        && (isWorthIt(place) || !scope.worth(place).isCheap(shelf.storeNanos()));
  }

  private boolean isWorthIt(int place) {
    return shelf.storesAll()
        || scope.isResult(place)
        || scope.work(place) instanceof NodeWork node
            && (node.isCostly() || node.keeping() == NodeWork.Keeping.STORE);
  }

  /** Returns the key of a row's value of a step, if it has one that is known by now. */
  private @Nullable Signature key(int place, int row) {
    return keys.of(place, row);
  }

  /** Returns what stands for a row's value in the keys of what reads it. */
  @Nullable Signature valueKey(int place, int row) {
    if (!region.varies(place)) {
      return region.constant(place);
    }
    return tainted[place].get(row) ? null : keys.ofValue(place, row);
  }

  /** Returns whether a row's value is there by now, and has seen no failure. */
  boolean isKnown(int place, int row) {
    return done[place].get(row) && !tainted[place].get(row);
  }

  /** Returns a row's value that is there, of what is in keys. */
  @Nullable Object value(int place, int row) {
    return valuesOf(place)[row];
  }

  /** Returns for how many rows the cache has the value of a step that is needed. */
  int hits(int place) {
    return hits[place].cardinality();
  }

  /** Returns for how many rows a step is to be computed. */
  int misses(int place) {
    return open(place).cardinality();
  }

  /** Returns the rows for which a step is needed and not there. */
  private BitSet open(int place) {
    BitSet open = (BitSet) needed[place].clone();
    open.andNot(done[place]);
    return open;
  }

  /** Returns whether the value of any row has seen a failure. */
  boolean isTainted(int place) {
    return !tainted[place].isEmpty();
  }

  /** Returns whether a row's value has seen a failure. */
  boolean isTainted(int place, int row) {
    return tainted[place].get(row);
  }

  /** Returns those of some rows that are to be computed. */
  private Rows missing(int place, Rows some) {
    BitSet open = open(place);
    if (open.isEmpty()) {
      return some.when(false);
    }
    return open.cardinality() >= some.size() ? some : some.where(open::get);
  }

  /** Computes a step for some rows, of which the cache may have some. */
  <T> void compute(int place, Column<T> column, Rows some, Kernel kernel) throws Exception {
    Rows missing = missing(place, some);
    if (!missing.isEmpty()) {
      if (shelf.stores() && isStored(place) && isWorthIt(place)) {
        computeOnce(place, column, missing, kernel);
      } else {
        run(place, column, missing, kernel);
      }
    }
    settle(place, column, some);
  }

  private <T> void run(int place, Column<T> column, Rows missing, Kernel kernel) throws Exception {
    long since = System.nanoTime();
    int count = missing.count();
    kernel.run(missing);
    computed(place, column, missing, count, System.nanoTime() - since);
  }

  /**
   * Computes what nobody else is at, and then waits for the others. Who is at a nested use may wait
   * for what is inside, so nobody has a claim on it: only of equal rows one alone is computed.
   */
  private <T> void computeOnce(int place, Column<T> column, Rows missing, Kernel kernel)
      throws Exception {
    BitSet mine = new BitSet();
    int others = 0;
    int claimed = scope.isUse(place) ? 0 : 1;
    claims += claimed;
    try (Claims.Own own = shelf.claims().begin()) {
      Predicate<Signature> isFirst = claimed == 0 ? new HashSet<Signature>()::add : own::take;
      for (int row = missing.first(); row >= 0; row = missing.after(row)) {
        Signature key = key(place, row);
        if (key == null || isFirst.test(key)) {
          mine.set(row);
        } else {
          others++;
        }
      }
      if (shelf.claims().closings() != asOf) {
        look(place, mine); // somebody may have done it meanwhile
      }
      Rows left = others == 0 && done[place].isEmpty() ? missing : undone(place, missing, mine);
      if (!left.isEmpty()) {
        run(place, column, left, kernel);
      }
    } finally {
      claims -= claimed;
    }
    if (others > 0) {
      waitForOthers(place, column, missing.where(row -> !mine.get(row)), kernel);
    }
  }

  private Rows undone(int place, Rows some, BitSet mine) {
    return some.where(row -> mine.get(row) && !done[place].get(row));
  }

  private <T> void waitForOthers(int place, Column<T> column, Rows others, Kernel kernel)
      throws Exception {
    BitSet there = new BitSet();
    for (int row = others.first(); row >= 0; row = others.after(row)) {
      Signature key = key(place, row);
      if (key != null) {
        there.set(row, region.mayWait() && shelf.claims().await(key));
      }
    }
    look(place, there);
    Rows left = others.where(row -> !done[place].get(row));
    if (!left.isEmpty()) {
      run(place, column, left, kernel); // who was at it has failed, or holds what we wait with
    }
  }

  /** Returns those of some rows that are to be begun, whose ends are waited for later. */
  Rows starts(int place, Rows some) {
    Rows missing = missing(place, some);
    missing.addTo(begun[place]);
    since[place] = System.nanoTime();
    return missing;
  }

  /** Returns those of some rows that were begun. */
  Rows joins(int place, Rows some) {
    return some.where(begun[place]::get);
  }

  /** Takes what was begun for some rows, and has ended. */
  <T> void joined(int place, Column<T> column, Rows some) {
    Rows ended = joins(place, some);
    if (!ended.isEmpty()) {
      computed(place, column, ended, ended.count(), System.nanoTime() - since[place]);
    }
    settle(place, column, some);
  }

  /** Takes what was computed. */
  private <T> void computed(int place, Column<T> column, Rows ran, int count, long nanos) {
    boolean isCut = scope.cuts().get(place);
    ran.addTo(done[place]);
    for (int read : scope.work(place).reads()) {
      if (region.isConstantTainted(read)) {
        ran.addTo(tainted[place]);
      } else if (!tainted[read].isEmpty()) {
        ran.where(tainted[read]::get).addTo(tainted[place]);
      }
    }
    if (isCut) {
      for (int row = ran.first(); row >= 0; row = ran.after(row)) {
        valuesOf(place)[row] = column.get(row);
      }
    }
    scope.worth(place).cost(nanos, count);
    if (scope.isStored(place)) {
      shelf.missed(scope.path(place), count);
    }
    if (isStored(place) && shelf.stores()) {
      store(place, column, ran, nanos / Math.max(1, count));
    }
    if (isCut) {
      resolve();
    }
  }

  private <T> void store(int place, Column<T> column, Rows ran, long nanosEach) {
    List<Signature> storedKeys = new ArrayList<>();
    List<@Nullable Object> stored = new ArrayList<>();
    for (int row = ran.first(); row >= 0; row = ran.after(row)) {
      Signature key = tainted[place].get(row) ? null : key(place, row);
      if (key != null) {
        storedKeys.add(key);
        stored.add(column.get(row));
      }
    }
    Codec<@Nullable Object> codec = stored.isEmpty() ? null : scope.codec(place, shelf.vault());
    if (codec != null) {
      shelf.put(scope, place, storedKeys, stored, codec, nanosEach, region.parts(place));
    }
  }

  /** Puts what the cache had into the column, for those who read it. */
  @SuppressWarnings("unchecked") // what the codec of the step's type has read
  private <T> void settle(int place, Column<T> column, Rows some) {
    BitSet had = hits[place];
    if (had.isEmpty()) {
      return;
    }
    @Nullable Object[] own = valuesOf(place);
    for (int row = had.nextSetBit(0); row >= 0; row = had.nextSetBit(row + 1)) {
      column.set(row, (T) own[row]);
    }
  }

  /** Returns what a nested use of a row remembers by. */
  Within within(int use, int row) {
    UseWork work = (UseWork) scope.work(use);
    @Nullable Signature[] inside = new Signature[work.reads().size()];
    for (int value = 0; value < inside.length; value++) {
      if (!scope.inner(use).isEach(value)) {
        inside[value] = valueKey(work.reads().get(value), row);
      }
    }
    return new Within(
        shelf,
        scope.inner(use),
        inside,
        scope.isReadOn(use),
        null,
        () -> tainted[use].set(row),
        () -> claims == 0 && region.mayWait());
  }
}
