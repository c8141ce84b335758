package dev.millrace.processor.property;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.millrace.processor.testing.CompilerUnderTest;
import dev.millrace.processor.testing.Program;
import dev.millrace.runtime.Cache;
import dev.millrace.runtime.Engine;
import dev.millrace.runtime.cache.memory.MemoryBlobs;
import dev.millrace.runtime.cache.memory.MemoryLedger;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/**
 * Maps over maps over maps, on one cache for many calls and threads, give what they give without.
 */
final class ChainsLawTest {
  private static final boolean LONG = "long".equals(System.getProperty("millrace.ring"));
  private static final int CALLS = LONG ? 2_000 : 60;
  private static final Program CHAINS = Program.of("chains");

  @Property(tries = 1, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
  void cachedCallsGiveWhatOthersGive(@ForAll long seed) throws Exception {
    for (CompilerUnderTest compiler : CompilerUnderTest.values()) {
      for (Engine engine : new Engine[] {Engine.STRAIGHT, Engine.INLINE, Engine.STREAMED}) {
        Cache held = Cache.of(new MemoryLedger(), new MemoryBlobs());
        Cache read = Cache.of(new MemoryLedger(), new MemoryBlobs()).frontLimit(0).storeAll();
        for (Cache cache : new Cache[] {held, read}) {
          assertEquals("", CHAINS.run(compiler, "Scenarios.compared", cache, engine, seed, CALLS));
        }
      }
    }
  }
}
