package dev.millrace.runtime.spi;

import dev.millrace.runtime.MetaStore.Part;
import dev.millrace.runtime.Signature;
import dev.millrace.runtime.cache.cone.Cone;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a nested use that maps over lists need not compute, chunk by chunk, and the keys of what it
 * gives.
 */
final class RegionRecall implements AutoCloseable {
  private static final Signature OUTCOME = Keyring.first(Keyring.digest(Keyring.utf8("outcome")));

  private final Within within;
  private final Scope scope;
  private final @Nullable Items<?>[] lists;
  private final BitSet given = new BitSet();
  private final @Nullable RowKey[] keys;
  private final @Nullable List<Part>[] parts;
  private @Nullable LineRecall line;
  private @Nullable RowsAhead ahead;
  private @Nullable Signature[][] outputs = new Signature[0][];

  /** Stages on several threads may see failures at once. */
  private final BitSet failed = new BitSet();

  /** How the key of a step's value is put together; of what has none, nothing. */
  record RowKey(@Nullable Signature fixed, List<Integer> varying) {}

  RegionRecall(Within within) {
    this.within = within;
    this.scope = within.scope();
    this.keys = new RowKey[scope.size()];
    this.parts = newLists(scope.size());
    this.lists = new Items<?>[scope.first()];
    given.set(0, scope.first());
  }

  @SuppressWarnings("unchecked") // nothing else is put there
  private static @Nullable List<Part>[] newLists(int size) {
    return (List<Part>[]) new List<?>[size];
  }

  Shelf shelf() {
    return within.shelf();
  }

  Scope scope() {
    return scope;
  }

  /** Takes a list that is mapped over: as it is now, or was when its rows were asked for. */
  @SuppressWarnings("unchecked") // what was asked for is the list of that name
  <T> Items<T> take(String name, List<? extends T> list) {
    RowsAhead known = within.ahead();
    Items<T> asked = known == null ? null : (Items<T>) known.asked(name);
    Items<T> items = asked == null ? Items.of(name, list, shelf().run()) : asked;
    items(name, items);
    return items;
  }

  /** Takes a list that is mapped over. */
  void items(String name, Items<?> items) {
    for (int place = 0; place < scope.first(); place++) {
      if (scope.isEach(place) && scope.work(place).name().equals(name)) {
        lists[place] = items;
      }
    }
  }

  /** Returns whether a chunk may wait for another's work. */
  boolean mayWait() {
    return within.mayWait().getAsBoolean() && !Errand.holdsInstances();
  }

  /** Returns what is known of the rows before the map runs; null for nothing. */
  @Nullable RowsAhead ahead() {
    return ahead;
  }

  /** Makes room for the keys of so many results. */
  void begin(int size) {
    ahead = within.ahead();
    outputs = new Signature[scope.outputs().size()][within.areKeysRead() ? size : 0];
  }

  /** Begins the steps that run once: those that an item may read, or the use gives. */
  void beginConstants() {
    BitSet wanted = new BitSet();
    scope.outputs().forEach(wanted::set);
    for (int place = scope.firstOfItems(); place < scope.size(); place++) {
      scope.work(place).reads().forEach(wanted::set);
    }
    wanted.clear(0, scope.first());
    wanted.clear(scope.firstOfItems(), scope.size());
    line =
        new LineRecall(
            within.shelf(),
            scope,
            given,
            place -> within.values()[place],
            null,
            wanted,
            Memo.NONE,
            within.mayWait());
  }

  /** Returns what is known of the steps that run once; null before they have begun. */
  @Nullable LineRecall line() {
    return line;
  }

  /** Returns whether rows have keys only when steps that run once have run. */
  boolean needsConstants() {
    int cut = scope.cuts().nextSetBit(scope.first());
    return cut >= 0 && cut < scope.firstOfItems();
  }

  /** Returns the key of an element of a list that is mapped over, if it has one. */
  @Nullable Signature element(int place, int item) {
    Items<?> items = lists[place];
    return items == null
        ? null
        : element(items, place, item, scope.ring().digests(scope.work(place)));
  }

  /**
   * Works out the keys of elements of a list that is mapped over.
   *
   * @param some the rows whose elements they are
   * @param from the first row's item
   * @param into takes them, by row; what is there already stays
   */
  void elements(int place, int[] some, int from, @Nullable Signature[] into) {
    Items<?> items = lists[place];
    if (items == null) {
      return;
    }
    Function<@Nullable Object, @Nullable Signature> digests =
        scope.ring().digests(scope.work(place));
    for (int row : some) {
      if (into[row] == null) {
        into[row] = element(items, place, from + row, digests);
      }
    }
  }

  private @Nullable Signature element(
      Items<?> items,
      int place,
      int item,
      Function<@Nullable Object, @Nullable Signature> digests) {
    boolean isByIdentity = scope.work(place) instanceof Work.Given given && given.isByIdentity();
    Signature key = isByIdentity ? null : items.key(item);
    return key == null && items.isThere(item) ? items.digest(item, digests) : key;
  }

  /** Returns the key of what is the same for all rows, if it has one that is known by now. */
  @Nullable Signature constant(int place) {
    if (place < scope.first()) {
      return within.values()[place];
    }
    return line == null ? null : line.valueKey(place);
  }

  /** Returns whether the value of a step that runs once has seen a failure. */
  boolean isConstantTainted(int place) {
    LineRecall once = line;
    return once != null
        && place >= scope.first()
        && place < scope.firstOfItems()
        && once.isTainted(place);
  }

  /** Returns whether a value differs from row to row. */
  boolean varies(int place) {
    return place < scope.first() ? scope.isEach(place) : place >= scope.firstOfItems();
  }

  /**
   * Returns the key of a row's value, if it has one.
   *
   * @param digests the keys of the row's values at the cuts that vary
   */
  @Nullable Signature key(int place, LineRecall.Digests digests) {
    RowKey key = rowKey(place);
    Signature fixed = key.fixed();
    if (fixed == null) {
      return null;
    }
    if (key.varying().isEmpty()) {
      return fixed;
    }
    if (key.varying().size() == 1) {
      Signature one = digests.of(key.varying().get(0));
      return one == null ? null : Mix.of(fixed, one);
    }
    ByteBuffer all = ByteBuffer.allocate((1 + key.varying().size()) * 2 * Long.BYTES);
    all.putLong(fixed.high()).putLong(fixed.low());
    for (int cut : key.varying()) {
      Signature one = digests.of(cut);
      if (one == null) {
        return null;
      }
      all.putLong(one.high()).putLong(one.low());
    }
    return Keyring.first(Keyring.digest(all.array()));
  }

  /** Returns how the keys of a step's rows are put together. */
  RowKey rowKey(int place) {
    RowKey key = keys[place];
    if (key == null) {
      key = newRowKey(place);
      keys[place] = key;
    }
    return key;
  }

  private RowKey newRowKey(int place) {
    if (!scope.obstacle(place, given).isEmpty()) {
      return new RowKey(null, List.of());
    }
    Cone cone = scope.cone(place, given);
    List<Integer> varying = cone.cuts().stream().filter(this::varies).toList();
    ByteBuffer fixed = ByteBuffer.allocate(32 + cone.cuts().size() * (1 + 2 * Long.BYTES));
    fixed.put(cone.digest());
    for (int cut : cone.cuts()) {
      if (varies(cut)) {
        fixed.put((byte) 1).putLong(0).putLong(0);
        continue;
      }
      Signature value = constant(cut);
      if (value == null) {
        return new RowKey(null, List.of());
      }
      fixed.put((byte) 0).putLong(value.high()).putLong(value.low());
    }
    return new RowKey(Keyring.first(Keyring.digest(fixed.array())), varying);
  }

  /**
   * Returns what the keys of a step's rows are made of, by name, but for what differs from row to
   * row.
   */
  List<Part> parts(int place) {
    List<Part> known = parts[place];
    if (known == null) {
      known = new ArrayList<>();
      known.add(scope.ring().environmentPart());
      scope.addCode(place, given, known);
      for (int cut : scope.cone(place, given).cuts()) {
        Signature value = varies(cut) ? null : constant(cut);
        if (value != null) {
          known.add(new Part(scope.path(cut), value));
        }
      }
      known = List.copyOf(known);
      parts[place] = known;
    }
    return known;
  }

  /** Notes the keys of rows' results, and which of them have seen a failure. */
  void keep(int output, ChunkRecall chunk, Rows rows) {
    int place = scope.outputs().get(output);
    @Nullable Signature[] own = outputs[output];
    boolean areTainted = isConstantTainted(place);
    if (own.length == 0 && !areTainted && !chunk.isTainted(place)) {
      return;
    }
    for (int row = rows.first(); row >= 0; row = rows.after(row)) {
      if (own.length > 0) {
        own[rows.from() + row] = chunk.valueKey(place, row);
      }
      if (areTainted || chunk.isTainted(place, row)) {
        sawFailure(rows.from() + row);
      }
    }
  }

  /**
   * Returns results with their keys.
   *
   * @param from the place of the first one's key
   * @param areOutcomes whether each is an outcome, which is another value than what is in it
   */
  <T> List<T> keyed(List<T> list, int output, int from, boolean areOutcomes) {
    if (!within.areKeysRead()) {
      return list;
    }
    @Nullable Signature[] own = outputs[output];
    if (areOutcomes) {
      own = own.clone();
      for (int item = 0; item < own.length; item++) {
        Signature key = own[item];
        own[item] = key == null ? null : Mix.of(OUTCOME, key);
      }
    }
    return new KeyedList<>(shelf().run(), list, own, from, ahead == null ? null : ahead.there());
  }

  /** Notes that the value of an item has seen a failure. */
  void sawFailure(int item) {
    synchronized (failed) {
      failed.set(item);
    }
  }

  /** Says whether what the use gives has seen a failure, of the items of others, from one on. */
  void tell(RegionRecall items, int from, int to) {
    synchronized (items.failed) {
      int first = items.failed.nextSetBit(from);
      if (first >= 0 && first < to) {
        within.onFailure().run();
      }
    }
  }

  @Override
  public void close() {
    if (ahead != null) {
      ahead.release();
    }
    if (line != null) {
      line.close();
    }
  }
}
