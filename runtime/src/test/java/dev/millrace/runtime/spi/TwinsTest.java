package dev.millrace.runtime.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.millrace.runtime.BatchSizeException;
import dev.millrace.runtime.NullResultException;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TwinsTest {

  @Test
  void oneResultIsTheResult() {
    assertEquals("a", Twins.<String>one("vec", List.of("a")));
  }

  @Test
  void oneResultMayBeNullForThoseWhoCheckThat() {
    assertNull(Twins.<@Nullable String>one("vec", Collections.singletonList(null)));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2})
  void moreOrFewerAreRefusedByName(int size) {
    BatchSizeException refused =
        assertThrows(
            BatchSizeException.class, () -> Twins.one("vec", Collections.nCopies(size, "a")));
    assertEquals(
        "the @Batch twin of \"vec\" was given 1 items and returned "
            + size
            + " results; it must return one for each, in their order",
        refused.getMessage());
  }

  @Test
  void noListIsRefusedByName() {
    assertEquals(
        "the node \"vec\" returned null; declare the result @Nullable, or return a value",
        assertThrows(NullResultException.class, () -> Twins.one("vec", null)).getMessage());
  }
}
