package dev.millrace.cli.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.runtime.Signature;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

final class PrefixesTest {

  private static Prefixes of(Collection<Signature> keys) {
    return Prefixes.of(keys.stream().map(key -> new Result(key, null, null)).toList());
  }

  /** Few bits that differ, anywhere. */
  @Provide
  Arbitrary<Set<Signature>> keys() {
    Arbitrary<Long> half = Arbitraries.integers().between(0, 63).map(bit -> 1L << bit);
    return Combinators.combine(half, half).as(Signature::new).set().ofMinSize(1).ofMaxSize(20);
  }

  @Property(tries = 500)
  void tellsEachFromAllOthersAndNotAtGreaterLengthThanNeeded(@ForAll("keys") Set<Signature> keys) {
    Prefixes prefixes = of(keys);
    assertEquals(keys.size(), keys.stream().map(prefixes::text).distinct().count());
    int shorter = prefixes.digits() - 1;
    assertTrue(
        shorter < 8
            || keys.stream().map(key -> key.toString().substring(0, shorter)).distinct().count()
                < keys.size());
  }

  @Test
  void thereAreEightDigitsAtLeast() {
    assertEquals(8, of(List.of()).digits());
    assertEquals("00000000", of(List.of(new Signature(0, 1))).text(new Signature(0, 1)));
  }

  @Test
  void allDigitsAreNeededForWhatDiffersInTheLast() {
    assertEquals(32, of(List.of(new Signature(0, 1), new Signature(0, 2))).digits());
  }
}
