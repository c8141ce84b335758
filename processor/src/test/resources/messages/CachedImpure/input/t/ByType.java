package t;

import dev.millrace.Batch;
import dev.millrace.CachePolicy;
import dev.millrace.Node;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

final class ByType {
  private ByType() {}

  @Node
  static long now(Clock clock) {
    return clock.millis();
  }

  @Node(cache = CachePolicy.STORE)
  static int drawn(int bound, SplittableRandom random) {
    return random.nextInt(bound);
  }

  @Node(cache = CachePolicy.PASS)
  static double weight(SecureRandom random) {
    return random.nextDouble();
  }

  @Node(cache = CachePolicy.NEVER)
  static long said(Clock clock) {
    return clock.millis();
  }

  @Node
  static long aged(long born, Duration age) {
    return born + age.toMillis();
  }

  @Node
  static int twice(int number) {
    return 2 * number;
  }

  @Batch
  static List<Integer> twice(List<Integer> numbers) {
    return numbers.stream().map(each -> 2 * each).toList();
  }
}
