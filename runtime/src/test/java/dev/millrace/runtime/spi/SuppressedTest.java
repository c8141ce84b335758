package dev.millrace.runtime.spi;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class SuppressedTest {

  @Test
  void addsOneToAnother() {
    Exception to = new Exception("to");
    Exception suppressed = new Exception("suppressed");
    Suppressed.add(to, suppressed);
    Suppressed.add(to, suppressed);
    assertArrayEquals(new Throwable[] {suppressed}, to.getSuppressed());
  }

  @Test
  void addsNothingToItselfOrToWhatItCaused() {
    Exception cause = new Exception("cause");
    Exception thrown = new Exception("thrown", cause);
    Suppressed.add(thrown, thrown);
    Suppressed.add(thrown, cause);
    Suppressed.add(cause, thrown);
    assertEquals(0, thrown.getSuppressed().length);
    assertEquals(0, cause.getSuppressed().length);
  }

  @Property
  void neverMakesACircle(@ForAll List<@IntRange(max = 5) Integer> pairs) {
    List<Exception> all = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      all.add(new Exception("" + i));
    }
    for (int i = 0; i + 1 < pairs.size(); i += 2) {
      Suppressed.add(all.get(pairs.get(i)), all.get(pairs.get(i + 1)));
    }
    all.forEach(each -> assertNoCircle(each, new HashSet<>()));
  }

  private static void assertNoCircle(Throwable at, Set<Throwable> above) {
    if (!above.add(at)) {
      throw new AssertionError("a circle at " + at);
    }
    for (Throwable suppressed : at.getSuppressed()) {
      assertNoCircle(suppressed, above);
    }
    above.remove(at);
  }
}
