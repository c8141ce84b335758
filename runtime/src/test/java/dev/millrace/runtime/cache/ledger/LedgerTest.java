package dev.millrace.runtime.cache.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.runtime.MetaStore.Entry;
import dev.millrace.runtime.Signature;
import dev.millrace.runtime.StoreException;
import dev.millrace.runtime.spi.Logs;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is written behind, whatever the database does. */
@Timeout(60)
final class LedgerTest {
  private final CountDownLatch isWriting = new CountDownLatch(1);
  private final CountDownLatch mayWrite = new CountDownLatch(1);
  private final List<Change> written = new ArrayList<>();
  private final AtomicInteger opened = new AtomicInteger();
  private final AtomicInteger closed = new AtomicInteger();

  /** Fails so often. */
  private int failures;

  private Thread writer = Thread.currentThread();

  private final class Slow implements Table {
    @Override
    public void write(List<Change> changes) throws StoreException {
      writer = Thread.currentThread();
      isWriting.countDown();
      try {
        mayWrite.await();
      } catch (InterruptedException e) {
        throw new StoreException("interrupted", e);
      }
      if (failures-- > 0) {
        throw new StoreException("no", null);
      }
      written.addAll(changes);
    }

    @Override
    public Optional<Entry> find(Signature key) {
      return Optional.empty();
    }

    @Override
    public List<Entry> latest(String node, int most) {
      return List.of();
    }

    @Override
    public void forEach(Consumer<Entry> action) {}

    @Override
    public void remove(Collection<Signature> keys) {}

    @Override
    public void close() {
      closed.incrementAndGet();
    }
  }

  private Ledger ledger(int most) {
    return new Ledger(
        "slow",
        () -> {
          opened.incrementAndGet();
          return new Slow();
        },
        most);
  }

  private static List<Signature> keys(int count) {
    List<Signature> keys = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      keys.add(new Signature(0, i));
    }
    return keys;
  }

  @Test
  void whoStoresNeverWaitsAndWhatIsTooMuchIsCounted() throws Exception {
    Ledger ledger = ledger(10);
    ledger.used(keys(1), Instant.EPOCH);
    isWriting.await();
    assertTrue(writer.isDaemon());
    // The database is at work, and hangs: nobody waits for it.
    ledger.used(keys(6), Instant.EPOCH);
    ledger.used(keys(4), Instant.EPOCH);
    ledger.used(keys(3), Instant.EPOCH);
    ledger.stored(List.of());
    assertEquals(3, ledger.dropped());
    mayWrite.countDown();
    ledger.close();
    assertEquals(11, written.stream().mapToInt(Change::size).sum());
    assertEquals(1, closed.get());
  }

  @Test
  void oneThatIsLargerThanTheQueueStillPasses() {
    mayWrite.countDown();
    Ledger ledger = ledger(10);
    ledger.used(keys(1000), Instant.EPOCH);
    ledger.close();
    assertEquals(1000, written.get(0).size());
    assertEquals(0, ledger.dropped());
  }

  @Test
  void whatFailsIsCountedAndToldOnceAndTheDatabaseIsOpenedAnew() throws Exception {
    mayWrite.countDown();
    failures = 2;
    try (Logs logs = new Logs()) {
      Ledger ledger = ledger(100);
      for (int i = 0; i < 3; i++) {
        ledger.used(keys(5), Instant.EPOCH);
        ledger.find(new Signature(0, 0));
      }
      assertEquals(10, ledger.dropped());
      assertEquals(1, written.size());
      assertEquals(3, opened.get());
      assertEquals(1, logs.at(Level.WARNING).size());
      ledger.close();
      assertEquals(3, closed.get());
    }
  }

  @Test
  void withoutADriverItIsEmptyAndSaysSoOnce() throws Exception {
    try (Logs logs = new Logs();
        Ledger ledger = Ledger.jdbc("jdbc:nobody://user:secret@host/base?password=secret")) {
      for (int i = 0; i < 3; i++) {
        ledger.used(keys(1), Instant.EPOCH);
        assertEquals(Optional.empty(), ledger.find(new Signature(0, 0)));
        assertEquals(List.of(), ledger.latest("n", 1));
        ledger.remove(keys(1));
        ledger.forEach(entry -> assertEquals("nothing", entry));
      }
      List<String> said = logs.at(Level.WARNING).stream().map(each -> each.getMessage()).toList();
      assertEquals(
          List.of(
              "the cache has no ledger: there is no JDBC driver for jdbc:nobody://host/base on the"
                  + " class path. Results are stored and found even so, but explain and eviction"
                  + " know less"),
          said);
    }
  }

  @Test
  void withoutTheModuleItIsEmptyToo() throws Exception {
    try (Logs logs = new Logs();
        Ledger ledger =
            new Ledger(
                "none",
                () -> {
                  throw new NoClassDefFoundError("java/sql/SQLException");
                },
                10)) {
      assertEquals(Optional.empty(), ledger.find(new Signature(0, 0)));
      assertEquals(1, logs.at(Level.WARNING).size());
    }
  }

  @Test
  void afterTheEndNothingIsOpened() {
    Ledger ledger = ledger(10);
    ledger.close();
    ledger.used(keys(2), Instant.EPOCH);
    assertEquals(0, opened.get());
    assertFalse(isWriting.getCount() == 0);
  }
}
