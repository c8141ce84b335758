package dev.millrace.runtime.spi;

import dev.millrace.runtime.Cache;
import dev.millrace.runtime.Explanation;
import dev.millrace.runtime.Signature;
import dev.millrace.runtime.cache.vault.Vault;
import java.util.BitSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The cache of one pipeline. Nothing is read before the first run. */
final class Caching implements AutoCloseable {
  /** Stands in keys for a variant that is not chosen. */
  private static final Signature UNCHOSEN =
      Keyring.first(Keyring.digest(Keyring.utf8("not chosen")));

  private final Vault vault;
  private final String name;
  private final Class<?> pipeline;
  private final Supplier<Works> works;
  private volatile @Nullable Scope scope;

  /**
   * @param name what the pipeline is called
   * @param pipeline its interface
   * @param works how its values come about
   */
  Caching(Cache cache, String name, Class<?> pipeline, Supplier<Works> works) {
    this.name = name;
    this.vault = Vault.open(cache, loader(pipeline));
    this.pipeline = pipeline;
    this.works = works;
  }

  private static ClassLoader loader(Class<?> type) {
    ClassLoader loader = type.getClassLoader();
    return loader == null ? ClassLoader.getSystemClassLoader() : loader;
  }

  Vault vault() {
    return vault;
  }

  Scope scope() {
    Scope known = scope;
    if (known == null) {
      synchronized (this) {
        known = scope;
        if (known == null) {
          known = new Scope(new Keyring(name, pipeline, vault.environment()), "", works.get());
          scope = known;
        }
      }
    }
    return known;
  }

  /**
   * Returns what a run need not compute.
   *
   * @param want the place of the output that is asked for, or a negative number for all
   * @param account of the run, if anybody watches it; or null
   */
  LineRecall recall(Memo memo, Slots slots, int want, @Nullable Account account) {
    Object run = memo == Memo.NONE ? new Object() : memo;
    return recall(new Shelf.OfRun(vault, account, run), memo, slots, want);
  }

  /** Returns what a run would do. */
  Explanation explain(Slots slots, int want) {
    LineRecall line = recall(new Shelf.Window(vault), Memo.NONE, slots, want);
    return new Explanation(
        name, new Explainer(vault, scope(), given(Memo.NONE, slots), line, slots).steps());
  }

  private LineRecall recall(Shelf shelf, Memo memo, Slots slots, int want) {
    Scope all = scope();
    BitSet given = given(memo, slots);
    BitSet wanted = new BitSet();
    if (want < 0) {
      all.outputs().forEach(wanted::set);
    } else {
      wanted.set(want);
    }
    return new LineRecall(
        shelf,
        all,
        given,
        place -> digest(all, slots, place),
        place -> value(all, slots, place),
        wanted,
        memo,
        () -> !Errand.holdsInstances());
  }

  private BitSet given(Memo memo, Slots slots) {
    Scope all = scope();
    BitSet given = new BitSet();
    given.set(0, all.first());
    for (int place = all.first(); place < all.size(); place++) {
      given.set(place, slots.has(place));
    }
    given.andNot(memo.computed());
    given.or(all.unchosen(place -> value(all, slots, place)));
    return given;
  }

  private static @Nullable Signature digest(Scope scope, Slots slots, int place) {
    return place >= scope.first() && !slots.has(place)
        ? UNCHOSEN
        : scope.ring().digest(scope.work(place), value(scope, slots, place));
  }

  private static @Nullable Object value(Scope scope, Slots slots, int place) {
    return !slots.has(place) && scope.work(place) instanceof Work.Given given
        ? given.unset()
        : slots.<@Nullable Object>get(place);
  }

  @Override
  public void close() {
    vault.close();
  }
}
