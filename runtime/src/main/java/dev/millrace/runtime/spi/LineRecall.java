package dev.millrace.runtime.spi;

import dev.millrace.runtime.MetaStore.Part;
import dev.millrace.runtime.Signature;
import dev.millrace.runtime.cache.claim.Claims;
import dev.millrace.runtime.cache.cone.Cone;
import dev.millrace.runtime.spi.codec.Codec;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What a straight line need not compute. What is wanted is asked for first; only where the cache
 * has it not, what it reads is looked at, and so on.
 *
 * <pre>
 *   text -> tokens -> vector -> norm     wanted: norm
 *                                 ^-- 1. asked: not there
 *                       ^------------ 2. asked: there. tokens is neither asked for nor computed
 * </pre>
 *
 * <p>Where a value at a cut becomes known only in the run, what is below it is asked for then. For
 * one run, on one thread.
 */
final class LineRecall implements AutoCloseable {
  private final Shelf shelf;
  private final Memo memo;
  private final Scope scope;
  private final BitSet given;
  private final Digests digests;
  private final @Nullable Values givenValues;
  private final @Nullable MapsAhead ahead;
  private final BitSet wanted;
  private final BooleanSupplier mayWait;
  private final BitSet needed = new BitSet();
  private final BitSet asked = new BitSet();
  private final BitSet known = new BitSet();
  private final BitSet hits = new BitSet();
  private final BitSet tainted = new BitSet();
  private final @Nullable Object[] values;
  private final @Nullable Signature[] found;
  private final long[] begun;
  private final Map<Integer, Claims.Own> claimed = new HashMap<>();

  /** How many: threads of maps inside look at it. */
  private volatile int claims;

  /** The keys of what comes from outside. */
  @FunctionalInterface
  interface Digests {
    /** Returns the key of the value at a place, or null if it has none. */
    @Nullable Signature of(int place);
  }

  /** What comes from outside. */
  @FunctionalInterface
  interface Values {
    /** Returns the value at a place. */
    @Nullable Object of(int place);
  }

  /**
   * @param given the places of what is given, inputs or not
   * @param givenValues what is given, or null: then maps upon maps are not looked at ahead
   * @param wanted the places of what is to be computed
   * @param memo what other runs of the call have computed
   * @param mayWait whether it may wait for another's work
   */
  LineRecall(
      Shelf shelf,
      Scope scope,
      BitSet given,
      Digests digests,
      @Nullable Values givenValues,
      BitSet wanted,
      Memo memo,
      BooleanSupplier mayWait) {
    this.mayWait = mayWait;
    this.shelf = shelf;
    this.memo = memo;
    this.scope = scope;
    this.given = given;
    this.digests = digests;
    this.givenValues = givenValues;
    this.wanted = wanted;
    this.known.or(memo.computed());
    this.tainted.or(memo.tainted());
    this.values = new Object[scope.size()];
    this.found = new Signature[scope.size()];
    this.begun = new long[scope.size()];
    this.ahead =
        givenValues != null && memo == Memo.NONE && !scope.chains().isEmpty()
            ? new MapsAhead(shelf, scope, this)
            : null;
    resolve();
  }

  /**
   * Works out what must be computed, by what is known by now. What is found at a cut may be what
   * the key of a value below it lacked, which was looked at before.
   */
  private void resolve() {
    int knownInKeys;
    do {
      knownInKeys = knownInKeys();
      pass();
    } while (knownInKeys() > knownInKeys);
  }

  private int knownInKeys() {
    BitSet knownInKeys = (BitSet) inKeys().clone();
    knownInKeys.and(known);
    return knownInKeys.cardinality();
  }

  /** Returns the places of the values that are looked at. */
  private BitSet inKeys() {
    return ahead == null ? scope.cuts() : scope.inKeys();
  }

  private void pass() {
    needed.clear();
    needed.or(wanted);
    if (ahead != null) {
      ahead.begin(wanted);
    }
    for (int place = scope.size() - 1; place >= scope.first(); place--) {
      if (needed.get(place) && !given.get(place) && !known.get(place) && !ask(place)) {
        if (ahead == null || !ahead.ask(place, needed)) {
          scope.work(place).reads().forEach(this::need);
        }
      }
    }
  }

  private void need(int place) {
    needed.set(place);
    if (ahead != null) {
      ahead.needAll(place);
    }
  }

  /** Takes a map's result of which all rows that are needed were found. */
  void found(int place, RowsAhead rows) {
    if (shelf.takesValues()) {
      values[place] = rows.list(scope.isReadOn(place));
      known.set(place);
    }
  }

  /** Returns a list that is mapped over; null if neither it nor its keys are known by now. */
  @Nullable Items<?> items(String name, int list) {
    if (tainted.get(list)) {
      return null; // what comes of it has seen the failure, too
    }
    if (hasValue(list)) {
      return value(list) instanceof Collection<?> elements
          ? Items.of(name, elements, shelf.run())
          : null;
    }
    RowsAhead rows = ahead == null ? null : ahead.of(list);
    return rows == null ? null : Items.absent(name, rows.keys());
  }

  /** Returns whether a value is there by now, of what may be in keys. */
  boolean hasValue(int place) {
    return given.get(place) || known.get(place);
  }

  private boolean ask(int place) {
    if (asked.get(place) || !scope.isStored(place)) {
      return false;
    }
    Signature key = key(place);
    if (key == null) {
      return false;
    }
    asked.set(place);
    return look(place, key);
  }

  private boolean look(int place, Signature key) {
    Codec<@Nullable Object> codec = scope.codec(place, shelf.vault());
    if (codec == null) {
      return false;
    }
    shelf.get(
        scope,
        place,
        List.of(key),
        codec,
        (index, value) -> {
          values[place] = value;
          hits.set(place);
          known.set(place);
        });
    return hits.get(place);
  }

  /** Returns the key of a step's value, if it has one that is known by now. */
  @Nullable Signature key(int place) {
    if (!scope.obstacle(place, given).isEmpty()) {
      return null;
    }
    Cone cone = scope.cone(place, given);
    for (int cut : cone.cuts()) {
      if (digest(cut) == null) {
        return null;
      }
    }
    return cone.key(cut -> found[cut]);
  }

  /** Returns the digest of the value at a cut, if it has one that is known by now. */
  @Nullable Signature digest(int cut) {
    Signature digest = found[cut];
    if (digest == null && !tainted.get(cut)) {
      if (given.get(cut) || cut < scope.first()) {
        digest = digests.of(cut);
      } else if (known.get(cut)) {
        digest = scope.ring().digest(scope.work(cut), value(cut));
      }
      found[cut] = digest;
    }
    return digest;
  }

  /** Returns a value that is there, of what may be in keys. */
  @Nullable Object value(int place) {
    if (given.get(place) && givenValues != null) {
      return givenValues.of(place);
    }
    return memo.computed().get(place) ? memo.value(place) : values[place];
  }

  /**
   * Returns whether a step is to be computed. Else it is not needed, or its value is {@link
   * #recalled}. Who computes it says so by {@link #keep}.
   *
   * @throws InterruptedException if another is at the same work and the thread is interrupted
   */
  boolean computes(int place) throws InterruptedException {
    if (!isNeeded(place)) {
      return false;
    }
    boolean isClaimed = scope.isStored(place) && shelf.stores() && !scope.isUse(place);
    Signature key = isClaimed ? key(place) : null;
    if (key != null && isDoneByOthers(place, key)) {
      if (inKeys().get(place)) {
        resolve();
      }
      return false;
    }
    begun[place] = System.nanoTime();
    return true;
  }

  /** Returns whether somebody needs a step's value that is not known yet. */
  boolean isNeeded(int place) {
    return needed.get(place) && !known.get(place) && !given.get(place);
  }

  /** Takes the work, or waits for whoever is at it. */
  private boolean isDoneByOthers(int place, Signature key) throws InterruptedException {
    while (true) {
      Claims.Own own = shelf.claims().take(List.of(key));
      claimed.put(place, own); // an error must not leave it
      claims = claimed.size();
      if (look(place, key)) {
        letGo(place);
        return true;
      }
      if (own.has(key)) {
        return false;
      }
      letGo(place);
      if (!mayWait.getAsBoolean() || !shelf.claims().await(key)) {
        return false; // who holds what others may need waits for none
      }
    }
  }

  /** Returns the value of a step that is not computed: null where nobody needs it. */
  @Nullable Object recalled(int place) {
    return values[place];
  }

  /** Returns whether the cache had a step's value. */
  boolean isHit(int place) {
    return hits.get(place);
  }

  /** Takes the value that was computed, and keeps it for others. */
  void keep(int place, @Nullable Object value) {
    known.set(place);
    boolean isInKeys = inKeys().get(place);
    if (scope.work(place).reads().stream().anyMatch(tainted::get)) {
      taint(place);
    }
    if (isInKeys) {
      values[place] = value;
    }
    if (scope.isStored(place)) {
      shelf.missed(scope.path(place), 1);
      if (!tainted.get(place)) {
        store(place, value, System.nanoTime() - begun[place]);
      }
    }
    letGo(place);
    if (isInKeys) {
      resolve();
    }
  }

  private void letGo(int place) {
    Claims.Own own = claimed.remove(place);
    claims = claimed.size();
    if (own != null) {
      own.close();
    }
  }

  private void store(int place, @Nullable Object value, long nanos) {
    Signature key = key(place);
    Codec<@Nullable Object> codec = scope.codec(place, shelf.vault());
    if (key != null && codec != null) {
      List<@Nullable Object> one = new ArrayList<>();
      one.add(value);
      shelf.put(scope, place, List.of(key), one, codec, nanos, parts(place));
    }
  }

  /** Returns what a step's key is made of, by name. */
  List<Part> parts(int place) {
    List<Part> parts = new ArrayList<>();
    parts.add(scope.ring().environmentPart());
    scope.addCode(place, given, parts);
    for (int cut : scope.cone(place, given).cuts()) {
      Signature digest = digest(cut);
      if (digest != null) {
        parts.add(new Part(scope.path(cut), digest));
      }
    }
    return parts;
  }

  /** Returns what a nested use remembers by, whose values are there. */
  Within within(int use) {
    UseWork work = (UseWork) scope.work(use);
    @Nullable Signature[] keys = new Signature[work.reads().size()];
    for (int value = 0; value < keys.length; value++) {
      if (!scope.inner(use).isEach(value)) {
        keys[value] = valueKey(work.reads().get(value));
      }
    }
    return new Within(
        shelf,
        scope.inner(use),
        keys,
        scope.isReadOn(use),
        ahead == null ? null : ahead.of(use),
        () -> taint(use),
        () -> claims == 0 && mayWait.getAsBoolean());
  }

  /** Returns what stands for a value in the keys of what reads it. */
  @Nullable Signature valueKey(int place) {
    return tainted.get(place) ? null : scope.isCut(place, given) ? digest(place) : key(place);
  }

  boolean isTainted(int place) {
    return tainted.get(place);
  }

  /** Notes that a value has seen a failure: neither it nor what reads it is kept. */
  private void taint(int place) {
    tainted.set(place);
    memo.taint(place);
  }

  /** Gives up what it has taken and not done. */
  @Override
  public void close() {
    claimed.values().forEach(Claims.Own::close);
    claimed.clear();
    claims = 0;
  }
}
