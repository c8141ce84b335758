package words;

import dev.millrace.TwinTest;
import dev.millrace.testing.Samples;
import java.io.IOException;
import java.time.Duration;

/** What is tested, and the values that nobody can make up. */
@TwinTest({Words.class, Words.Clock.class})
final class WordTwins {
  private WordTwins() {}

  static Words.Clock clock() throws IOException {
    return new Words.Clock(Duration.ofMillis(7));
  }

  static Samples<Duration> durations() {
    return Samples.ints().map(Duration::ofMillis);
  }
}
