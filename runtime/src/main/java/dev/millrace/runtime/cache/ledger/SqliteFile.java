package dev.millrace.runtime.cache.ledger;

import dev.millrace.runtime.cache.Warnings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A database that is one file. Several processes may use it at once, and wait for each other.
 *
 * @param file which need not exist
 */
record SqliteFile(Path file) implements Database {
  private static final int CORRUPT = 11;
  private static final int NO_DATABASE = 26;

  /** Returns whether there is a driver of such files. */
  static boolean hasDriver() {
    return JdbcUrl.hasDriver("jdbc:sqlite:");
  }

  @Override
  public String name() {
    return file.toString();
  }

  @Override
  public Connection connect() throws SQLException, IOException, Table.NoDriverException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Connection connection;
    try {
      connection = JdbcUrl.connect("jdbc:sqlite:" + file, name());
    } catch (Table.NoDriverException e) {
      throw withAdvice(e);
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA busy_timeout = 5000");
      statement.execute("PRAGMA journal_mode = WAL");
      // A crash of the machine may take the last rows, and not the file.
      statement.execute("PRAGMA synchronous = NORMAL");
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /** Returns the exception, saying what to add. */
  static Table.NoDriverException withAdvice(Table.NoDriverException e) {
    return new Table.NoDriverException(e.getMessage() + "; add org.xerial:sqlite-jdbc");
  }

  @Override
  public boolean isBegunAnew(SQLException fault) throws IOException {
    int code = fault.getErrorCode() & 0xFF;
    if (code != CORRUPT && code != NO_DATABASE || !Files.exists(file)) {
      return false;
    }
    Path aside = file.resolveSibling(file.getFileName() + ".damaged");
    Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
    for (String ending : new String[] {"-wal", "-shm", "-journal"}) {
      Files.deleteIfExists(file.resolveSibling(file.getFileName() + ending));
    }
    new Warnings()
        .tell(
            "damaged",
            "the cache's ledger "
                + file
                + " is damaged; it was set aside as "
                + aside
                + " and begun anew. No result is lost",
            fault);
    return true;
  }
}
