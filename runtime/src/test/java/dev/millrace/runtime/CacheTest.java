package dev.millrace.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.runtime.cache.memory.MemoryBlobs;
import dev.millrace.runtime.cache.memory.MemoryLedger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CacheTest {
  @Test
  void eachMethodReturnsAnotherAndLeavesTheFirstAsItWas() {
    Cache first = Cache.at(Path.of("somewhere"));
    Cache other =
        first.storeAll().enabled(false).readOnly().env("a", 1).limit(10).frontLimit(20).refresh();
    assertEquals(CacheMode.REFRESH, other.mode());
    assertFalse(other.isEnabled());
    assertTrue(other.storesAll());
    assertEquals(Map.of("a", 1), other.env());
    assertEquals(OptionalLong.of(10), other.limit());
    assertEquals(OptionalLong.of(20), other.frontLimit());
    assertEquals(CacheMode.READ_ONLY, other.readOnly().mode());

    assertEquals(CacheMode.READ_WRITE, first.mode());
    assertTrue(first.isEnabled());
    assertFalse(first.storesAll());
    assertEquals(Map.of(), first.env());
    assertEquals(OptionalLong.empty(), first.limit());
    assertEquals(OptionalLong.empty(), first.frontLimit());
  }

  @Test
  void theSameNameInTheEnvironmentAgainReplacesItsValue() {
    assertEquals(
        Map.of("a", 2L, "b", TimeUnit.DAYS),
        Cache.inMemory().env("a", "1").env("b", TimeUnit.DAYS).env("a", 2L).env());
  }

  @Test
  void anEnvironmentTakesWhatHasOneEncoding() {
    for (Object value :
        List.of("a", true, (byte) 1, (short) 1, 1, 1L, 1f, 1.0, TimeUnit.DAYS, Engine.AUTO)) {
      assertEquals(value, Cache.inMemory().env("it", value).env().get("it"));
    }
  }

  @Test
  void anEnvironmentTakesNothingElseAndNamesIt() {
    IllegalArgumentException said =
        assertThrows(
            IllegalArgumentException.class, () -> Cache.inMemory().env("it", List.of("a")));
    assertTrue(
        said.getMessage().startsWith("env(\"it\", …) was given [a] of java.util."),
        said.getMessage());
    assertTrue(said.getMessage().contains("give a String, a boxed number"), said.getMessage());
    for (Object value : new Object[] {'a', new byte[1], new StringBuilder(), null}) {
      assertThrows(IllegalArgumentException.class, () -> Cache.inMemory().env("it", value));
    }
  }

  @Test
  void aLimitThatCannotBeKeptIsRefused() {
    Cache memory = Cache.inMemory();
    Cache folder = Cache.at(Path.of("somewhere"));
    assertThrows(IllegalArgumentException.class, () -> folder.limit(0));
    assertThrows(IllegalArgumentException.class, () -> folder.frontLimit(-1));
    assertEquals(OptionalLong.of(0), memory.frontLimit(0).frontLimit());
    IllegalStateException said = assertThrows(IllegalStateException.class, () -> memory.limit(7));
    assertTrue(said.getMessage().contains("frontLimit(7)"), said.getMessage());
  }

  @Test
  void aDescriptionOpensNothing(@TempDir Path folder) {
    Path cache = folder.resolve("cache");
    assertEquals("cache at " + cache, Cache.at(cache).toString());
    assertFalse(Files.exists(cache));
  }

  @Test
  void aCacheTellsWhatItIs() {
    assertEquals(
        "cache at x, READ_ONLY, stores all, at most 20 GiB stored, at most 1000 bytes in the heap,"
            + " env {a=1, b=2}",
        Cache.at(Path.of("x"))
            .env("b", 2)
            .env("a", "1")
            .storeAll()
            .readOnly()
            .limit(20L << 30)
            .frontLimit(1000)
            .toString());
    assertEquals(
        "cache in memory, switched off, at most 0 bytes in the heap",
        Cache.inMemory().enabled(false).frontLimit(0).toString());
    assertEquals(
        "cache of a dev.millrace.runtime.cache.memory.MemoryBlobs",
        Cache.of(new MemoryLedger(), new MemoryBlobs()).toString());
  }
}
