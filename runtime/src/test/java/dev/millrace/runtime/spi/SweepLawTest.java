package dev.millrace.runtime.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.millrace.runtime.Outcome;
import dev.millrace.runtime.Results;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/** The law of many runs: they are a loop of single runs, less what that computes again. */
final class SweepLawTest {

  @Property(tries = 3000)
  void manyRunsAreALoopLessWhatItComputesAgain(@ForAll long seed) {
    Case all = new Case(new Random(seed));
    List<String> expected = all.loop();
    List<String> loop = new ArrayList<>(all.made.ran);
    all.made.ran.clear();
    List<String> actual = all.sweep();
    assertEquals(expected, actual);
    assertEquals(all.once(loop), all.made.ran);
  }

  /** A pipeline at random, some of whose nodes fail, and what it is given. */
  private static final class Case {
    private static final int MOST = 9;

    private final Random random;
    private final List<String> names = new ArrayList<>();
    private final List<String> outputs = new ArrayList<>();

    /** The values that vary, and those that would if they were computed. */
    private final Set<String> varying = new HashSet<>();

    private final HandMade made;
    private final Settings settings;
    private final String wanted;

    Case(Random random) {
      this.random = random;
      int inputs = random.nextInt(3);
      for (int i = 0; i < inputs; i++) {
        names.add("in" + i);
      }
      names.add("which");
      made = new HandMade(names.toArray(new String[0]));
      Set<String> given = new HashSet<>();
      Set<String> each = new LinkedHashSet<>();
      for (String input : names) {
        (random.nextBoolean() ? given : each).add(input);
      }
      int steps = 1 + random.nextInt(MOST);
      for (int i = 0; i < steps; i++) {
        String name = "n" + i;
        List<String> reads = step(name);
        int fate = random.nextInt(12);
        if (fate == 0) {
          given.add(name);
        } else if (fate == 1) {
          each.add(name);
        }
        if (each.contains(name)
            || !given.contains(name)
                && reads.stream().anyMatch(read -> each.contains(read) || varying.contains(read))) {
          varying.add(name);
        }
        names.add(name);
      }
      wanted = outputs.get(random.nextInt(outputs.size()));
      boolean product = random.nextBoolean();
      int length = random.nextInt(4);
      Settings over = made.over();
      for (String name : given) {
        over = over.with(made.place(name), name, value(name, 0));
      }
      for (String name : each) {
        int size = product ? 1 + random.nextInt(3) : length;
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < size; i++) {
          values.add(value(name, i));
        }
        over = over.each(made.place(name), name, values);
      }
      settings = product ? over.product() : over;
    }

    private Object value(String name, int index) {
      return name.equals("which") ? (Object) random.nextInt(2) : name + "#" + index;
    }

    private List<String> step(String name) {
      boolean isHidden = random.nextInt(4) == 0 && !outputs.isEmpty();
      if (!isHidden) {
        outputs.add(name);
      }
      String line = (isHidden ? "private " : "") + name + " =";
      if (random.nextInt(4) == 0 && names.size() > 2) {
        List<String> reads = List.of("which", any(), any());
        made.choice(line + " " + String.join(", ", reads));
        return reads;
      }
      List<String> reads = new ArrayList<>();
      for (int i = random.nextInt(4); i > 0; i--) {
        reads.add(any());
      }
      int fails = random.nextInt(3) == 0 ? 2 + random.nextInt(4) : 0;
      made.node(
          reads.isEmpty() ? line : line + " " + String.join(", ", reads),
          (values, use) -> {
            String result = name + values;
            if (fails > 0 && result.hashCode() % fails == 0) {
              throw new IOException(result);
            }
            return result;
          });
      return reads;
    }

    private String any() {
      return names.get(random.nextInt(names.size()));
    }

    List<String> loop() {
      List<String> ends = new ArrayList<>();
      List<Slots> items = settings.items("Made");
      for (int item = 0; item < items.size(); item++) {
        Slots slots = items.get(item);
        try {
          ends.add(end(made.execute(slots, made.place(wanted), Memo.NONE).get(wanted)));
        } catch (Exception failure) {
          String node = made.ran.get(made.ran.size() - 1);
          ends.add(node + " at " + item + " " + failure.getMessage());
        }
      }
      return ends;
    }

    List<String> sweep() {
      Results<Object> results = made.sweep(settings, wanted);
      List<String> ends = new ArrayList<>();
      for (Outcome<Object> outcome : results) {
        if (outcome instanceof Outcome.Failed<Object> failed) {
          ends.add(failed.node() + " at " + failed.index() + " " + failed.cause().getMessage());
        } else {
          ends.add(end(outcome.orElseThrow()));
        }
      }
      return ends;
    }

    private static String end(@Nullable Object value) {
      return "= " + value;
    }

    /** Returns what a loop runs, without what it has run before and is the same for all. */
    List<String> once(List<String> loop) {
      Set<String> before = new HashSet<>();
      return loop.stream().filter(name -> varying.contains(name) || before.add(name)).toList();
    }
  }
}
