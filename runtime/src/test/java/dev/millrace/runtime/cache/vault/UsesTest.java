package dev.millrace.runtime.cache.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.runtime.MetaStore.Entry;
import dev.millrace.runtime.Signature;
import dev.millrace.runtime.cache.memory.MemoryLedger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class UsesTest {
  private static final Signature ONE = new Signature(1, 1);

  private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 5);
  private final Uses uses = new Uses(clock::get);

  @Test
  void itIsDueOnceAMinuteToOne() {
    assertFalse(uses.isDue());
    clock.addAndGet(Duration.ofSeconds(59).toNanos());
    assertFalse(uses.isDue());
    clock.addAndGet(Duration.ofSeconds(1).toNanos());
    assertTrue(uses.isDue(), "though the clock ran over");
    assertFalse(uses.isDue());
  }

  @Test
  void manyAreNotWaitedFor() {
    for (int i = 0; i < 1 << 14; i++) {
      assertFalse(uses.areMany());
      uses.note(new Signature(i, i));
    }
    assertTrue(uses.areMany());
    uses.tell(NoLedger.INSTANCE);
    assertFalse(uses.areMany());
  }

  @Test
  void theLedgerIsToldWhatWaits() {
    MemoryLedger ledger = new MemoryLedger();
    Instant before = Instant.EPOCH;
    ledger.stored(List.of(new Entry(ONE, "node", before, 1, 1, before, List.of())));
    uses.tell(ledger);
    assertEquals(before, ledger.find(ONE).orElseThrow().used());
    uses.note(ONE);
    uses.tell(ledger);
    Instant used = ledger.find(ONE).orElseThrow().used();
    assertTrue(used.isAfter(before));
  }
}
