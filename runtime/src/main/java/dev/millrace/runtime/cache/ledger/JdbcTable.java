package dev.millrace.runtime.cache.ledger;

import dev.millrace.runtime.MetaStore.Entry;
import dev.millrace.runtime.MetaStore.Part;
import dev.millrace.runtime.Signature;
import dev.millrace.runtime.SignatureFormatException;
import dev.millrace.runtime.StoreException;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Rows in a database, in SQL that SQLite and PostgreSQL read alike. */
final class JdbcTable implements Table {
  private static final String CREATE =
      "CREATE TABLE IF NOT EXISTS millrace_ledger_1 ("
          + "high BIGINT NOT NULL, low BIGINT NOT NULL, node VARCHAR NOT NULL,"
          + " stored BIGINT NOT NULL, nanos BIGINT NOT NULL, bytes BIGINT NOT NULL,"
          + " used BIGINT NOT NULL, parts VARCHAR NOT NULL, PRIMARY KEY (high, low))";
  private static final String CREATE_INDEX =
      "CREATE INDEX IF NOT EXISTS millrace_ledger_1_node ON millrace_ledger_1 (node, stored)";
  private static final String INSERT =
      "INSERT INTO millrace_ledger_1 (high, low, node, stored, nanos, bytes, used, parts)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (high, low) DO UPDATE SET"
          + " node = excluded.node, stored = excluded.stored, nanos = excluded.nanos,"
          + " bytes = excluded.bytes, used = excluded.used, parts = excluded.parts";
  private static final String USE =
      "UPDATE millrace_ledger_1 SET used = ? WHERE high = ? AND low = ? AND used < ?";
  private static final String SELECT =
      "SELECT high, low, node, stored, nanos, bytes, used, parts FROM millrace_ledger_1";
  private static final String FIND = SELECT + " WHERE high = ? AND low = ?";
  private static final String LATEST = SELECT + " WHERE node = ? ORDER BY stored DESC LIMIT ?";
  private static final String REMOVE = "DELETE FROM millrace_ledger_1 WHERE high = ? AND low = ?";

  /** So many rows are fetched at once: PostgreSQL's driver would keep them all. */
  private static final int FETCHED = 1000;

  private final Connection connection;
  private final String name;

  private JdbcTable(Connection connection, String name) {
    this.connection = connection;
    this.name = name;
  }

  /** Opens the table in a database, and makes it if there is none. */
  static JdbcTable open(Database database) throws StoreException, NoDriverException {
    try {
      try {
        return connect(database);
      } catch (SQLException e) {
        if (database.isBegunAnew(e)) {
          return connect(database);
        }
        throw e;
      }
    } catch (SQLException | IOException e) {
      throw new StoreException(
          "the cache's ledger " + database.name() + " cannot be opened: " + e.getMessage(), e);
    }
  }

  private static JdbcTable connect(Database database)
      throws SQLException, IOException, NoDriverException {
    Connection connection = database.connect();
    try (Statement statement = connection.createStatement()) {
      if (!database.isOnlyRead()) {
        statement.execute(CREATE);
        statement.execute(CREATE_INDEX);
      }
      connection.setAutoCommit(false);
      return new JdbcTable(connection, database.name());
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /** Work in one transaction. */
  @FunctionalInterface
  private interface Work<T> {
    T run() throws SQLException;
  }

  private <T> T inOne(Work<T> work) throws StoreException {
    try {
      try {
        T result = work.run();
        connection.commit();
        return result;
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      }
    } catch (SQLException e) {
      throw new StoreException("the cache's ledger " + name + " failed: " + e.getMessage(), e);
    }
  }

  @Override
  public void write(List<Change> changes) throws StoreException {
    inOne(
        () -> {
          try (PreparedStatement insert = connection.prepareStatement(INSERT);
              PreparedStatement use = connection.prepareStatement(USE)) {
            for (Change change : changes) {
              if (change instanceof Change.Stored stored) {
                insert(insert, stored);
              } else if (change instanceof Change.Used used) {
                use(use, used);
              }
            }
          }
          return changes;
        });
  }

  private static void insert(PreparedStatement insert, Change.Stored stored) throws SQLException {
    for (Entry entry : stored.entries()) {
      setKey(insert, 1, entry.key());
      insert.setString(3, entry.node());
      insert.setLong(4, entry.stored().toEpochMilli());
      insert.setLong(5, entry.nanos());
      insert.setLong(6, entry.bytes());
      insert.setLong(7, entry.used().toEpochMilli());
      insert.setString(8, PartsText.write(entry.parts()));
      insert.addBatch();
    }
    insert.executeBatch();
  }

  private static void use(PreparedStatement use, Change.Used used) throws SQLException {
    long when = used.when().toEpochMilli();
    for (Signature key : used.keys()) {
      use.setLong(1, when);
      setKey(use, 2, key);
      use.setLong(4, when);
      use.addBatch();
    }
    use.executeBatch();
  }

  private static void setKey(PreparedStatement statement, int at, Signature key)
      throws SQLException {
    statement.setLong(at, key.high());
    statement.setLong(at + 1, key.low());
  }

  @Override
  public Optional<Entry> find(Signature key) throws StoreException {
    return inOne(
        () -> {
          try (PreparedStatement find = connection.prepareStatement(FIND)) {
            setKey(find, 1, key);
            return rows(find).stream().findFirst();
          }
        });
  }

  @Override
  public List<Entry> latest(String node, int most) throws StoreException {
    return inOne(
        () -> {
          try (PreparedStatement latest = connection.prepareStatement(LATEST)) {
            latest.setString(1, node);
            latest.setInt(2, most);
            return rows(latest);
          }
        });
  }

  private static List<Entry> rows(PreparedStatement select) throws SQLException {
    List<Entry> rows = new ArrayList<>();
    try (ResultSet result = select.executeQuery()) {
      while (result.next()) {
        rows.add(row(result));
      }
    }
    return rows;
  }

  private static Entry row(ResultSet result) throws SQLException {
    Signature key = new Signature(result.getLong(1), result.getLong(2));
    return new Entry(
        key,
        result.getString(3),
        Instant.ofEpochMilli(result.getLong(4)),
        result.getLong(5),
        result.getLong(6),
        Instant.ofEpochMilli(result.getLong(7)),
        parts(key, result.getString(8)));
  }

  private static List<Part> parts(Signature key, String text) throws SQLException {
    try {
      return PartsText.read(text);
    } catch (IllegalArgumentException | SignatureFormatException e) {
      throw new SQLException("the row of " + key + " was written by another program", e);
    }
  }

  @Override
  public void forEach(Consumer<Entry> action) throws StoreException {
    inOne(
        () -> {
          try (Statement select = connection.createStatement()) {
            select.setFetchSize(FETCHED);
            try (ResultSet result = select.executeQuery(SELECT)) {
              while (result.next()) {
                action.accept(row(result));
              }
            }
          }
          return action;
        });
  }

  @Override
  public void remove(Collection<Signature> keys) throws StoreException {
    inOne(
        () -> {
          try (PreparedStatement remove = connection.prepareStatement(REMOVE)) {
            for (Signature key : keys) {
              setKey(remove, 1, key);
              remove.addBatch();
            }
            remove.executeBatch();
          }
          return keys;
        });
  }

  @Override
  public void close() throws StoreException {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new StoreException("the cache's ledger " + name + " could not be closed", e);
    }
  }
}
