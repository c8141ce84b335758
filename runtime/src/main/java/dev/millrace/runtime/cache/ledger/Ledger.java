package dev.millrace.runtime.cache.ledger;

import dev.millrace.runtime.MetaStore;
import dev.millrace.runtime.Signature;
import dev.millrace.runtime.StoreException;
import dev.millrace.runtime.cache.Warnings;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Rows in a database, written behind. Times are kept to the millisecond. */
public final class Ledger implements MetaStore {
  /** What the ledger in a cache's folder is called. */
  public static final String FILE = "ledger.sqlite";

  /** So many rows may wait to be written. */
  private static final int MOST = 1 << 16;

  private final Table.Opener opener;
  private final String name;
  private final int most;
  private final Warnings warnings = new Warnings();
  private final AtomicLong dropped = new AtomicLong();

  /** Guards what follows it, and is held for moments. */
  private final Object queueing = new Object();

  private final Queue<Change> queue = new ArrayDeque<>();
  private int queued;
  private @Nullable Thread thread;
  private boolean isClosed;

  /** Guards the table, and is held while the database works. */
  private final Object writing = new Object();

  private @Nullable Table table;
  private volatile boolean isOff;

  Ledger(String name, Table.Opener opener, int most) {
    this.name = name;
    this.opener = opener;
    this.most = most;
  }

  /** Returns a ledger in an SQLite file, which need not exist; it is opened when it is needed. */
  public static Ledger sqlite(Path file) {
    return new Ledger(file.toString(), () -> JdbcTable.open(new SqliteFile(file)), MOST);
  }

  /** Returns whether there is a driver of SQLite on the class path. */
  public static boolean canSqlite() {
    try {
      return SqliteFile.hasDriver();
    } catch (NoClassDefFoundError e) {
      // The module java.sql is not there.
      return false;
    }
  }

  /** Returns a ledger in the database of a JDBC URL, which is opened when it is needed. */
  public static Ledger jdbc(String url) {
    // A URL may have a password in it.
    String name = url.replaceFirst("[?;].*", "").replaceFirst("//[^/]*@", "//");
    return new Ledger(name, () -> JdbcTable.open(new JdbcUrl(url, name)), MOST);
  }

  /**
   * Returns what is in an SQLite file, for who only asks: nothing is made, mended or set aside, and
   * the folder may be read-only. Where there is no file, or it is damaged, each question fails; so
   * does {@link #remove}.
   */
  public static Ledger sqliteOnlyRead(Path file) {
    return new Ledger(file.toString(), () -> JdbcTable.open(new SqliteReading(file)), MOST);
  }

  /** Returns how many rows were not written since the database could not keep up, or failed. */
  public long dropped() {
    return dropped.get();
  }

  @Override
  public void stored(List<Entry> entries) {
    offer(new Change.Stored(List.copyOf(entries)));
  }

  @Override
  public void used(Collection<Signature> keys, Instant when) {
    offer(new Change.Used(List.copyOf(keys), when));
  }

  private void offer(Change change) {
    if (isOff || change.size() == 0) {
      return;
    }
    synchronized (queueing) {
      if (isClosed || queued > 0 && queued + change.size() > most) {
        dropped.addAndGet(change.size());
        return;
      }
      queue.add(change);
      queued += change.size();
      if (thread == null) {
        thread = new Thread(this::writeBehind, "millrace-ledger");
        thread.setDaemon(true);
        thread.start();
      }
      queueing.notifyAll();
    }
  }

  private void writeBehind() {
    while (waitForWork()) {
      synchronized (writing) {
        writeQueue();
      }
    }
  }

  private boolean waitForWork() {
    synchronized (queueing) {
      while (queue.isEmpty() && !isClosed) {
        try {
          queueing.wait();
        } catch (InterruptedException e) {
          // Nobody else knows this thread, and it ends when the ledger is closed.
          continue;
        }
      }
      return !isClosed;
    }
  }

  private List<Change> take() {
    synchronized (queueing) {
      List<Change> changes = new ArrayList<>(queue);
      queue.clear();
      queued = 0;
      return changes;
    }
  }

  private void writeQueue() {
    List<Change> changes = take();
    if (changes.isEmpty()) {
      return;
    }
    try {
      Table open = table();
      if (open != null) {
        open.write(changes);
      }
    } catch (StoreException | RuntimeException e) {
      letGo();
      dropped.addAndGet(changes.stream().mapToLong(Change::size).sum());
      warnings.tell(
          "write",
          "the cache's ledger "
              + name
              + " cannot be written; results are stored and found even so, but explain and"
              + " eviction know less",
          e);
    }
  }

  private @Nullable Table table() throws StoreException {
    if (table == null && !isOff) {
      try {
        table = opener.open();
      } catch (Table.NoDriverException e) {
        off(e.getMessage());
      } catch (NoClassDefFoundError e) {
        off("the module java.sql is not there");
      }
    }
    return table;
  }

  private void off(String why) {
    isOff = true;
    warnings.tell(
        "driver",
        "the cache has no ledger: "
            + why
            + ". Results are stored and found even so, but explain and eviction know less",
        null);
  }

  private void letGo() {
    Table open = table;
    table = null;
    if (open != null) {
      try {
        open.close();
      } catch (StoreException e) {
        warnings.tell("close", "the cache's ledger " + name + " could not be closed", e);
      }
    }
  }

  /** A question to the table. */
  @FunctionalInterface
  private interface Question<T> {
    T ask(Table table) throws StoreException;
  }

  private <T> T ask(Question<T> question, T none) throws StoreException {
    synchronized (writing) {
      writeQueue();
      Table open = table();
      if (open == null) {
        return none;
      }
      try {
        return question.ask(open);
      } catch (StoreException e) {
        letGo();
        throw e;
      }
    }
  }

  @Override
  public Optional<Entry> find(Signature key) throws StoreException {
    return ask(open -> open.find(key), Optional.empty());
  }

  @Override
  public List<Entry> latest(String node, int most) throws StoreException {
    return ask(open -> open.latest(node, most), List.of());
  }

  @Override
  public void forEach(Consumer<Entry> action) throws StoreException {
    ask(
        open -> {
          open.forEach(action);
          return true;
        },
        false);
  }

  @Override
  public void remove(Collection<Signature> keys) throws StoreException {
    ask(
        open -> {
          open.remove(keys);
          return true;
        },
        false);
  }

  /** Writes what waits, and closes the database. */
  @Override
  public void close() {
    synchronized (queueing) {
      isClosed = true;
      queueing.notifyAll();
    }
    synchronized (writing) {
      writeQueue();
      letGo();
      isOff = true;
    }
  }
}
