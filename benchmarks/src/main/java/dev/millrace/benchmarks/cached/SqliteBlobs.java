package dev.millrace.benchmarks.cached;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What packs are measured against: results in a table of SQLite, a transaction a batch. */
public final class SqliteBlobs implements AutoCloseable {
  private static final int BATCH = 1_000;

  private final Connection connection;

  /** Opens a database, which need not exist, as its own documents say that writing is fast. */
  public SqliteBlobs(Path file) throws SQLException {
    connection = DriverManager.getConnection("jdbc:sqlite:" + file);
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA journal_mode = WAL");
      statement.execute("PRAGMA synchronous = NORMAL");
      statement.execute(
          "CREATE TABLE IF NOT EXISTS blobs (key BLOB PRIMARY KEY, bytes BLOB) WITHOUT ROWID");
    }
    connection.setAutoCommit(false);
  }

  /** Puts so many results. */
  public void put(int keys, int bytes) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT OR REPLACE INTO blobs VALUES (?, ?)")) {
      for (int i = 0; i < keys; i++) {
        insert.setBytes(1, key(i));
        insert.setBytes(2, ByteBuffer.allocate(bytes).putLong(0, i).array());
        insert.addBatch();
        if (i % BATCH == BATCH - 1) {
          insert.executeBatch();
          connection.commit();
        }
      }
    }
    connection.commit();
  }

  /** Asks for all of them, and returns the sum of what they begin with. */
  public long get(int keys) throws SQLException {
    long sum = 0;
    try (PreparedStatement select =
        connection.prepareStatement("SELECT bytes FROM blobs WHERE key = ?")) {
      for (int i = 0; i < keys; i++) {
        select.setBytes(1, key(i));
        try (ResultSet row = select.executeQuery()) {
          sum += row.next() ? row.getBytes(1)[0] : 0;
        }
      }
    }
    return sum;
  }

  private static byte[] key(int number) {
    var key = Stores.key(number);
    return ByteBuffer.allocate(16).putLong(key.high()).putLong(key.low()).array();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
