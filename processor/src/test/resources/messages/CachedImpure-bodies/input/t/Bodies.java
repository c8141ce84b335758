package t;

import static java.lang.System.nanoTime;
import static t.Settings.limit;

import dev.millrace.Batch;
import dev.millrace.CachePolicy;
import dev.millrace.Node;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.*;
import java.util.function.Supplier;

final class Bodies {
  private static final Random RANDOM = new Random(42);
  private static final int SIZE = 3;
  private static int count;
  private static int written;
  private final Clock clock = Clock.systemUTC();

  @Node
  static long millis(String text) {
    return System.currentTimeMillis() + text.length();
  }

  @Node
  static long nanos(String text) {
    return nanoTime() + java.lang.System.nanoTime();
  }

  @Node
  static String dated(String text) {
    return text + Instant.now() + LocalDate.now(ZoneId.of("UTC")) + UUID.randomUUID();
  }

  @Node
  static LocalDate local(ZoneId zone) {
    return LocalDate.now(zone);
  }

  @Node
  static double chance(int seed) {
    Supplier<Double> first = Math::random;
    return first.get() + new Random().nextInt() + new Random(seed).nextInt() + RANDOM.nextInt();
  }

  @Node
  static String environment(String text) {
    return text + System.getenv("HOME") + System.getProperty("user.dir") + Locale.getDefault();
  }

  @Node
  static int counted(int step) {
    count += step;
    return Bodies.count + Settings.verbosity + limit + SIZE + Settings.FIXED;
  }

  @Node
  static int writes(int step) {
    written = step;
    return step;
  }

  @Node
  long read(String text) {
    return clock.millis() + this.clock.hashCode();
  }

  @Node
  static int twin(int number) {
    return number;
  }

  @Batch
  static List<Integer> twin(List<Integer> numbers) {
    Collections.shuffle(new ArrayList<>(numbers));
    Collections.shuffle(new ArrayList<>(numbers), new Random(1));
    return numbers;
  }

  @Node(cache = CachePolicy.NEVER)
  static long never(String text) {
    return System.nanoTime();
  }

  @Node
  @SuppressWarnings("CachedImpure")
  static long quiet(String text) {
    return System.nanoTime();
  }

  /** Names that only look like those of the JDK. */
  @Node
  static long lookalike(int count) {
    Settings Math = new Settings();
    return count + Math.random() + Settings.System.nanoTime() + currentTimeMillis();
  }

  private static long currentTimeMillis() {
    return System.currentTimeMillis();
  }
}
