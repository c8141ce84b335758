package dev.millrace.processor.plan;

import dev.millrace.processor.model.CachePolicy;
import dev.millrace.processor.model.CodecShape;
import dev.millrace.processor.model.KeyShape;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why the results of steps are not kept, in words, also of those inside nested uses. */
public final class CacheNotes {
  private final Map<Step, String> notes = new IdentityHashMap<>();

  private CacheNotes() {}

  /** Returns no notes: of a pipeline without a cache. */
  public static CacheNotes none() {
    return new CacheNotes();
  }

  /** Returns the notes on a pipeline. */
  public static CacheNotes of(WorkPlan plan, CodecPlan codecs) {
    CacheNotes notes = new CacheNotes();
    notes.add(plan, List.of(), codecs);
    return notes;
  }

  /**
   * Returns why the results of a step are not kept: it has no key, or nothing stores them. Nothing
   * for one that says itself that they are not.
   */
  public Optional<String> on(Step step) {
    return Optional.ofNullable(notes.get(step));
  }

  /** What a value from outside of a nested use is there. */
  private record Outside(WorkPlan.Work work, @Nullable String keyless) {}

  /** Returns, for each value of a scope, why what reads it has no key; null where it may. */
  private List<@Nullable String> add(WorkPlan plan, List<Outside> outside, CodecPlan codecs) {
    List<@Nullable String> keyless = new ArrayList<>();
    for (WorkPlan.Work work : plan.works()) {
      if (work instanceof WorkPlan.Value value) {
        keyless.add(value(value, outside.isEmpty() ? null : outside.get(keyless.size())));
      } else if (work instanceof WorkPlan.Handle handle) {
        keyless.add(handle.keyless().isEmpty() ? null : noKey(handle.name(), handle.keyless()));
      } else if (work instanceof WorkPlan.Outer) {
        keyless.add(outside.get(keyless.size()).keyless());
      } else if (work instanceof WorkPlan.Node node) {
        keyless.add(node(node, keyless, codecs));
      } else if (work instanceof WorkPlan.Part part) {
        keyless.add(first(part.reads(), keyless));
      } else {
        keyless.add(use(plan, (WorkPlan.Use) work, keyless, codecs));
      }
    }
    return keyless;
  }

  private static @Nullable String value(WorkPlan.Value value, @Nullable Outside outside) {
    if (outside != null && outside.keyless() != null) {
      return outside.keyless();
    }
    boolean isKeyedAlready = outside != null && outside.work() instanceof WorkPlan.Use;
    return value.shape().isPresent()
            && value.shape().get() instanceof KeyShape.None none
            && !isKeyedAlready
        ? noKey(value.name(), none.toString())
        : null;
  }

  private @Nullable String node(
      WorkPlan.Node node, List<@Nullable String> keyless, CodecPlan codecs) {
    Step.Call call = node.call();
    String own = call.node().traits().isPure() ? why(node, keyless) : null;
    if (own != null) {
      notes.put(call, "not cached: " + own);
    } else if (call.node().traits().isPure()
        && call.node().traits().cache() != CachePolicy.PASS
        && codecs.shape(call.node()) instanceof CodecShape.None none) {
      notes.put(call, "not stored: " + none);
    }
    boolean isCut = !call.node().traits().isPure() || call.node().traits().cutOff();
    if (isCut) {
      return node.shape().orElse(null) instanceof KeyShape.None none
          ? noKey(call.name(), none.toString())
          : null;
    }
    return own == null ? null : below(call.name());
  }

  private static @Nullable String why(WorkPlan.Node node, List<@Nullable String> keyless) {
    if (!node.keyless().isEmpty()) {
      return node.keyless();
    }
    return first(node.reads(), keyless);
  }

  private @Nullable String use(
      WorkPlan plan, WorkPlan.Use use, List<@Nullable String> keyless, CodecPlan codecs) {
    List<Outside> outside = new ArrayList<>();
    for (int place : use.reads()) {
      outside.add(new Outside(plan.works().get(place), keyless.get(place)));
    }
    List<@Nullable String> inner = add(use.inner(), outside, codecs);
    return first(use.inner().outputs(), inner) == null ? null : below(use.use().name());
  }

  private static @Nullable String first(List<Integer> places, List<@Nullable String> keyless) {
    for (int place : places) {
      if (keyless.get(place) != null) {
        return keyless.get(place);
      }
    }
    return null;
  }

  private static String noKey(String name, String why) {
    return "\"" + name + "\" has no key: " + why;
  }

  private static String below(String name) {
    return "\"" + name + "\" is not";
  }
}
