package dev.millrace.runtime.cache.vault;

import static dev.millrace.runtime.cache.vault.Values.key;
import static dev.millrace.runtime.cache.vault.Values.keys;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.millrace.runtime.MetaStore.Entry;
import dev.millrace.runtime.Signature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class FrontLedgerTest {
  private static final ClassLoader TYPES = FrontLedgerTest.class.getClassLoader();
  private static final Instant AT = Instant.ofEpochSecond(1000);

  private final Front front = new Front(1_000, (key, wasUsed) -> {});
  private final FrontLedger ledger = new FrontLedger(front);

  private Entry put(long key, String node, int seconds) {
    Instant stored = AT.plusSeconds(seconds);
    Origin origin = new Origin(TYPES, node, stored, 7);
    front.put(new Line(key(key), "value", origin, Held.room(5), List.of(Values.PART)));
    return new Entry(key(key), node, stored, 7, 5, stored, List.of(Values.PART));
  }

  @Test
  void whatIsKnownComesAndGoesWithTheValue() {
    Entry entry = put(1, "a", 0);
    assertEquals(Optional.of(entry), ledger.find(key(1)));
    ledger.stored(List.of(entry, new Entry(key(2), "a", AT, 1, 1, AT, List.of())));
    assertEquals(Optional.empty(), ledger.find(key(2)));
    front.limit(5);
    assertEquals(Optional.empty(), ledger.find(key(1)));
  }

  @Test
  void theLatestOfANodeComeFirst() {
    Entry first = put(1, "a", 0);
    Entry third = put(2, "a", 3);
    put(3, "b", 9);
    Entry second = put(4, "a", 2);
    assertEquals(List.of(third, second, first), ledger.latest("a", 10));
    assertEquals(List.of(third, second), ledger.latest("a", 2));
    assertEquals(List.of(), ledger.latest("c", 2));
    List<Signature> all = new ArrayList<>();
    ledger.forEach(entry -> all.add(entry.key()));
    assertEquals(4, all.size());
  }

  @Test
  void aLaterUseIsNotedAndAnEarlierOneIsNot() {
    put(1, "a", 10);
    ledger.used(keys(1, 2), AT);
    assertEquals(AT.plusSeconds(10), ledger.find(key(1)).orElseThrow().used());
    ledger.used(keys(1, 2), AT.plusSeconds(20));
    assertEquals(AT.plusSeconds(20), ledger.find(key(1)).orElseThrow().used());
  }

  @Test
  void whatIsRemovedGoesWithItsValue() {
    put(1, "a", 0);
    ledger.remove(keys(1, 2));
    assertNull(front.get(key(1), TYPES));
    assertEquals(Optional.empty(), ledger.find(key(1)));
  }
}
