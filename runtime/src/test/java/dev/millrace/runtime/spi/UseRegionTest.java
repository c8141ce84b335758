package dev.millrace.runtime.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class UseRegionTest {

  /** A use as the compiler writes them. */
  private static final class LengthUse extends UseRegion<Integer> {
    private final Object text;
    private int length;

    LengthUse(Probe probe, Object text) {
      super(probe, "use");
      this.text = text;
    }

    @Override
    protected Integer compute() throws Exception {
      if (text instanceof Error error) {
        throw error;
      }
      if (text instanceof Exception exception) {
        throw exception;
      }
      this.length = text.toString().length();
      return this.length;
    }

    Probe probeForWhatIsInside() {
      return probe();
    }
  }

  static List<Throwable> failures() {
    return List.of(
        new IOException(),
        new IllegalStateException(),
        new InterruptedException(),
        new StackOverflowError());
  }

  @Test
  void computesItsOutput() {
    assertEquals(3, new LengthUse(new Execution("P", Setup.DEFAULT).start(Memo.NONE), "abc").get());
  }

  @ParameterizedTest
  @MethodSource("failures")
  void throwsWhatANodeThrewAsItIs(Throwable failure) {
    LengthUse use = new LengthUse(new Execution("P", Setup.DEFAULT).start(Memo.NONE), failure);
    assertSame(failure, assertThrows(Throwable.class, use::get));
    assertEquals(0, failure.getSuppressed().length);
  }

  @Test
  void handsItsProbeOn() {
    Probe probe = new Execution("P", Setup.DEFAULT).start(Memo.NONE);
    assertSame(probe, new LengthUse(probe, "abc").probeForWhatIsInside());
  }
}
