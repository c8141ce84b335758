package dev.millrace.runtime.spi;

import dev.millrace.runtime.Explanation.OfStep;
import dev.millrace.runtime.Explanation.State;
import dev.millrace.runtime.MetaStore.Entry;
import dev.millrace.runtime.MetaStore.Part;
import dev.millrace.runtime.Signature;
import dev.millrace.runtime.StoreException;
import dev.millrace.runtime.cache.vault.Vault;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Says what a run would compute, and why. Nothing is computed or opened, and no value read but
 * those that are in keys.
 */
final class Explainer {
  /** Of so many results of a node the one is taken that differs least. */
  private static final int LATEST = 8;

  private final Vault vault;
  private final Scope scope;
  private final BitSet given;
  private final LineRecall line;
  private final Slots slots;
  private final List<OfStep> steps = new ArrayList<>();

  /**
   * @param line what a run would do, which has only looked
   */
  Explainer(Vault vault, Scope scope, BitSet given, LineRecall line, Slots slots) {
    this.vault = vault;
    this.scope = scope;
    this.given = given;
    this.line = line;
    this.slots = slots;
  }

  List<OfStep> steps() {
    for (int place = scope.first(); place < scope.size(); place++) {
      boolean isUnchosen = given.get(place) && !slots.has(place);
      if (!isUnchosen && !(scope.work(place) instanceof Work.Part)) {
        steps.add(step(scope, given, line, place));
        if (scope.work(place) instanceof UseWork use && use.isMapped() && line.isNeeded(place)) {
          items(place, use);
        }
      }
    }
    return steps;
  }

  /** Says what becomes of a step that runs once, in a run or in a map. */
  private OfStep step(Scope of, BitSet given, LineRecall known, int place) {
    String path = of.path(place);
    if (given.get(place)) {
      return new OfStep(path, State.GIVEN, 0, 0, List.of());
    }
    if (known.isHit(place)) {
      return new OfStep(path, State.HIT, 1, 0, List.of());
    }
    if (!known.isNeeded(place)) {
      return new OfStep(path, State.IDLE, 0, 0, List.of());
    }
    String why = of.uncached(place, given);
    if (!why.isEmpty()) {
      return new OfStep(path, State.COMPUTED, 0, 1, List.of(why));
    }
    if (of.work(place) instanceof UseWork use && use.isMapped()) {
      return new OfStep(path, State.COMPUTED, 0, 1, List.of("what it maps is looked at by item"));
    }
    return known.key(place) == null
        ? new OfStep(path, State.UNKNOWN, 0, 1, List.of(keyless(of, given, known, place)))
        : new OfStep(path, State.COMPUTED, 0, 1, changes(of, place, known.parts(place)));
  }

  private static String keyless(Scope of, BitSet given, LineRecall known, int place) {
    for (int cut : of.cone(place, given).cuts()) {
      if (known.digest(cut) == null) {
        return lacking(of.work(cut).name(), cut < of.first() || given.get(cut));
      }
    }
    return "it has no key";
  }

  private static String lacking(String name, boolean isFromOutside) {
    return isFromOutside
        ? "\"" + name + "\" has no place in keys"
        : "it depends on what " + name + " gives in the run";
  }

  /** Says what of a mapped use is there, item by item, where its lists are known before the run. */
  private void items(int place, UseWork use) {
    Scope inner = scope.inner(place);
    RegionRecall region = new RegionRecall(line.within(place));
    int size = -1;
    for (int value = 0; value < inner.first(); value++) {
      if (inner.isEach(value)) {
        Items<?> items = line.items(inner.work(value).name(), use.reads().get(value));
        if (items == null || use.isProduct()) {
          innerUnknown(inner);
          return;
        }
        if (size >= 0 && size != items.size()) {
          innerUnknown(inner);
          return;
        }
        region.items(items.name(), items);
        size = items.size();
      }
    }
    if (region.needsConstants()) {
      innerUnknown(inner);
      return;
    }
    region.begin(Math.max(0, size));
    count(inner, region, new ChunkRecall(region, Rows.all(0, size)));
  }

  private void innerUnknown(Scope inner) {
    for (int place = inner.first(); place < inner.size(); place++) {
      if (!(inner.work(place) instanceof Work.Part)) {
        steps.add(
            new OfStep(
                inner.path(place),
                State.UNKNOWN,
                0,
                0,
                List.of("what is mapped is known only in the run")));
      }
    }
  }

  private void count(Scope inner, RegionRecall region, ChunkRecall chunk) {
    if (chunk.needsConstants()) {
      region.beginConstants();
    }
    for (int place = inner.first(); place < inner.size(); place++) {
      if (inner.work(place) instanceof Work.Part) {
        continue;
      }
      if (place < inner.firstOfItems()) {
        LineRecall once = region.line();
        steps.add(
            once == null
                ? new OfStep(inner.path(place), State.IDLE, 0, 0, List.of())
                : step(inner, Scope.NOTHING, once, place));
        continue;
      }
      String path = inner.path(place);
      long hits = chunk.hits(place);
      long misses = chunk.misses(place);
      String pending = misses == 0 || hits > 0 ? "" : pending(inner, chunk, place);
      if (!pending.isEmpty()) {
        steps.add(new OfStep(path, State.UNKNOWN, 0, 0, List.of(pending)));
        continue;
      }
      State state =
          hits + misses == 0
              ? State.IDLE
              : misses == 0 ? State.HIT : hits == 0 ? State.COMPUTED : State.PARTLY;
      List<String> reasons = List.of();
      if (misses > 0) {
        String why = inner.uncached(place, Scope.NOTHING);
        reasons = why.isEmpty() ? rows(inner, region, place) : List.of(why);
      }
      steps.add(new OfStep(path, state, hits, misses, reasons));
    }
  }

  /** Says what a row's key waits for that only the map computes; empty if for nothing. */
  private static String pending(Scope inner, ChunkRecall chunk, int place) {
    if (!inner.uncached(place, Scope.NOTHING).isEmpty()) {
      return "";
    }
    for (int cut : inner.cone(place, Scope.NOTHING).cuts()) {
      if (cut >= inner.firstOfItems() && chunk.misses(cut) > 0) {
        return "it depends on what " + inner.work(cut).name() + " gives in the run";
      }
    }
    return "";
  }

  private List<String> rows(Scope inner, RegionRecall region, int place) {
    for (int cut : inner.cone(place, Scope.NOTHING).cuts()) {
      if (!region.varies(cut) && region.constant(cut) == null) {
        return List.of(lacking(inner.work(cut).name(), cut < inner.first()));
      }
    }
    List<String> changes = changes(inner, place, region.parts(place));
    return changes.equals(GONE) ? List.of("there are items that were not computed yet") : changes;
  }

  private static final List<String> GONE =
      List.of("it was computed, and its result is no longer there");

  /** Returns what differs from the result that differs least. */
  private List<String> changes(Scope of, int place, List<Part> parts) {
    List<Entry> latest;
    try {
      latest = List.copyOf(vault.meta().latest(of.node(place), LATEST));
    } catch (StoreException | RuntimeException unreadable) { // whatever a store does
      return List.of("what was computed before cannot be read: " + unreadable.getMessage());
    }
    List<String> least = null;
    for (Entry entry : latest) {
      List<String> differing = differing(entry.parts(), parts);
      if (least == null || differing.size() < least.size()) {
        least = differing;
      }
    }
    return least == null
        ? List.of("it was not computed before, as far as is known")
        : least.isEmpty() ? GONE : least;
  }

  private static List<String> differing(List<Part> before, List<Part> now) {
    Map<String, Signature> known = new LinkedHashMap<>();
    before.forEach(part -> known.put(part.name(), part.digest()));
    List<String> differing = new ArrayList<>();
    for (Part part : now) {
      Signature was = known.remove(part.name());
      if (was == null) {
        differing.add(part.name() + " is new");
      } else if (!was.equals(part.digest())) {
        differing.add(part.name() + " changed");
      }
    }
    known.keySet().forEach(name -> differing.add(name + " is gone"));
    return differing;
  }
}
