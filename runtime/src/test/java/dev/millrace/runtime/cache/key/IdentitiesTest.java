package dev.millrace.runtime.cache.key;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class IdentitiesTest {

  @Test
  void anObjectHasOneNumberAndNoOtherHasIt() {
    Identities identities = new Identities();
    List<Object> equal = List.of(new String("a"), new String("a"));
    long first = identities.of(equal.get(0));
    assertEquals(first, identities.of(equal.get(0)));
    assertNotEquals(first, identities.of(equal.get(1)));
  }

  @Test
  void noTwoProcessesAreAlike() {
    assertFalse(Arrays.equals(new Identities().process(), new Identities().process()));
  }

  @Test
  void objectsThatAreGoneAreForgottenAndTheirNumbersNotUsedAgain() {
    Identities identities = new Identities();
    Set<Long> seen = new HashSet<>();
    int rounds = 0;
    while (rounds++ < 1000 && (seen.size() < 1000 || identities.size() >= seen.size() - 1)) {
      IntStream.range(0, 100).forEach(i -> assertTrue(seen.add(identities.of(new Object()))));
      System.gc();
    }
    assertTrue(identities.size() < seen.size() - 1, "nothing was forgotten");
  }

  @Test
  void threadsThatAskForOneObjectAgree() {
    Identities identities = new Identities();
    Object object = new Object();
    assertEquals(
        1,
        IntStream.range(0, 1000)
            .parallel()
            .mapToLong(i -> identities.of(object))
            .distinct()
            .count());
  }
}
