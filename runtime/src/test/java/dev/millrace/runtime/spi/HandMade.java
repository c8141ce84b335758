package dev.millrace.runtime.spi;

import dev.millrace.runtime.Results;
import dev.millrace.runtime.RunListener;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A pipeline that runs as the compiler writes it, of nodes that a test makes by hand. */
final class HandMade {
  static final int ALL = -1;

  /** What a node does. */
  @FunctionalInterface
  interface Body {
    @Nullable Object call(List<@Nullable Object> values, Use use) throws Exception;
  }

  /** What a node's body has of its run, besides its values. */
  record Use(Probe probe, Leases leases) {}

  /**
   * A step; a choice takes the number of the variant from the first value that it reads.
   *
   * @param body what it does; null for a choice
   */
  private record Step(String name, int[] reads, @Nullable Body body, boolean nullable) {
    boolean isRead(int read, Slots inputs) {
      if (body != null || read == 0) {
        return true;
      }
      Integer chosen = inputs.<@Nullable Integer>get(reads[0]);
      return chosen != null && chosen + 1 == read;
    }

    String label() {
      return name.split("\\$", -1)[0];
    }
  }

  private final List<String> inputs;
  private final List<String> lines = new ArrayList<>();
  private final Map<String, Integer> places = new HashMap<>();
  private final List<Step> steps = new ArrayList<>();
  private final BitSet outputs = new BitSet();

  /** The nodes that have run, in order. */
  final List<String> ran = new ArrayList<>();

  final Resources resources = new Resources("Made", Setup.DEFAULT);
  @Nullable RunListener listener;

  HandMade(String... inputs) {
    this.inputs = List.of(inputs);
    for (String input : inputs) {
      places.put(input, places.size());
      lines.add(input);
    }
  }

  /** Adds a node that is a line of the wiring, as in {@code "hits = query, index"}. */
  HandMade node(String line, Body body) {
    return step(line, body, false);
  }

  HandMade nullableNode(String line, Body body) {
    return step(line, body, true);
  }

  HandMade choice(String line) {
    return step(line, null, false);
  }

  private HandMade step(String line, @Nullable Body body, boolean nullable) {
    String[] sides = line.split(" = ?", 2);
    String name = sides[0].replace("private ", "");
    int[] reads =
        sides[1].isEmpty()
            ? new int[0]
            : List.of(sides[1].split(", ", -1)).stream().mapToInt(places::get).toArray();
    outputs.set(places.size(), !line.startsWith("private "));
    places.put(name, places.size());
    lines.add(line);
    steps.add(new Step(name, reads, body, nullable));
    return this;
  }

  int place(String name) {
    return places.get(name);
  }

  Wiring wiring() {
    return Wiring.of("Made", lines.toArray(new String[0]));
  }

  private Execution execution() {
    return new Execution("Made", Setup.DEFAULT.listener(listener));
  }

  Slots slots() {
    return Slots.empty(places.size());
  }

  Settings over() {
    return Settings.of(slots());
  }

  Settings with(Settings settings, String name, Object value) {
    return settings.with(place(name), name, value);
  }

  Settings each(Settings settings, String name, Object... values) {
    return settings.each(place(name), name, List.of(values));
  }

  Results<Object> sweep(Settings settings, String output) {
    int want = place(output);
    return Sweep.of(wiring(), execution(), resources)
        .run(settings, want, (slots, memo) -> execute(slots, want, memo).get(output));
  }

  Results<Map<String, Object>> sweepAll(Settings settings) {
    return Sweep.of(wiring(), execution(), resources)
        .run(settings, ALL, (slots, memo) -> execute(slots, ALL, memo));
  }

  Map<String, Object> execute(Slots given, int want, Memo memo) {
    BitSet needed = needed(given, want);
    MissingInputs missing = new MissingInputs("Made");
    for (int input = 0; input < inputs.size(); input++) {
      missing.check(inputs.get(input), needed.get(input), given.has(input));
    }
    missing.tell(memo);
    Map<String, Object> results = new HashMap<>();
    if (memo.isCheck()) {
      return results;
    }
    Probe probe = execution().start(memo);
    try (Leases leases = memo.begin(resources)) {
      @Nullable Object[] values = new Object[places.size()];
      for (int place = 0; place < values.length; place++) {
        values[place] = given.<@Nullable Object>get(place);
        if (place >= inputs.size()) {
          Step step = steps.get(place - inputs.size());
          if (needed.get(place)) {
            memo.at(place);
            values[place] = run(step, values, new Use(probe, memo.owner(place, leases)), given);
            memo.keep(place, values[place]);
          }
          if (want == place || want == ALL && outputs.get(place)) {
            results.put(step.name(), values[place]);
          }
        }
      }
      probe.finished();
      return results;
    } catch (Throwable failure) {
      throw probe.failed(failure);
    }
  }

  private @Nullable Object run(Step step, @Nullable Object[] values, Use use, Slots given)
      throws Exception {
    if (step.body() == null) {
      int chosen = given.<Integer>require(step.reads()[0], "choice") + 1;
      return values[step.reads()[chosen]];
    }
    List<@Nullable Object> read = new ArrayList<>();
    for (int each : step.reads()) {
      read.add(values[each]);
    }
    ran.add(step.name());
    long since = use.probe().begin(step.label());
    Object result = step.body().call(read, use);
    if (!step.nullable()) {
      Probe.notNull(step.label(), result);
    }
    use.probe().end(step.label(), 1, since);
    return result;
  }

  private BitSet needed(Slots given, int want) {
    BitSet needed = new BitSet();
    for (int place = places.size() - 1; place >= inputs.size(); place--) {
      Step step = steps.get(place - inputs.size());
      boolean asked = needed.get(place) || want == place || want == ALL && outputs.get(place);
      needed.set(place, asked && !given.has(place));
      for (int read = 0; needed.get(place) && read < step.reads().length; read++) {
        if (step.isRead(read, given)) {
          needed.set(step.reads()[read]);
        }
      }
    }
    return needed;
  }
}
