package dev.millrace.runtime.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.Reference;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class LedgerTest {
  private final Ledger ledger = new Ledger();

  @Test
  void namesWhatIsOpenInOrderAndWhereItWasAllocated() {
    Object first = new Object();
    Object second = new Object();
    Ledger.Entry struck = ledger.enter(new Object(), "struck", true);
    ledger.enter(first, "first", false);
    ledger.enter(second, "second", true);
    ledger.strike(struck);
    assertEquals(
        List.of("first", "second"), ledger.open().stream().map(Ledger.Entry::name).toList());
    Ledger.Entry entry = ledger.open().get(0);
    assertFalse(entry.lost());
    assertTrue(
        List.of(entry.allocation()).stream()
            .anyMatch(call -> call.getClassName().equals(LedgerTest.class.getName())));
    Reference.reachabilityFence(first);
    Reference.reachabilityFence(second);
  }

  @Test
  @Timeout(30)
  void strikesOutWhatTheCollectorTookAndKeepsWhatAPoolLost() {
    ledger.enter(new Object(), "collected", false);
    ledger.enter(new Object(), "lost", true);
    while (ledger.open().size() > 1 || !ledger.open().get(0).lost()) {
      System.gc();
    }
    assertEquals(List.of("lost"), ledger.open().stream().map(Ledger.Entry::name).toList());
  }
}
