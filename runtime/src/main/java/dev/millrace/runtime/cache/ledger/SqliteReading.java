package dev.millrace.runtime.cache.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/**
 * A database that is one file, and only read; others may write it meanwhile.
 *
 * @param file which exists, or cannot be connected to
 */
record SqliteReading(Path file) implements Database {
  private static final String READ_ONLY = "1";
  private static final String READ_ONLY_URI = "65";

  @Override
  public String name() {
    return file.toString();
  }

  @Override
  public Connection connect() throws SQLException, IOException, Table.NoDriverException {
    if (!Files.exists(file)) {
      throw new NoSuchFileException(file.toString(), null, "there is no such file");
    }
    try {
      return isNobodys() ? asItIs() : connect("jdbc:sqlite:" + file, READ_ONLY);
    } catch (Table.NoDriverException e) {
      throw SqliteFile.withAdvice(e);
    }
  }

  /** Who reads what others write needs a file beside it; here it could not be made. */
  private boolean isNobodys() {
    Path folder = file.toAbsolutePath().getParent();
    return !Files.exists(file.resolveSibling(file.getFileName() + "-wal"))
        && !Files.isWritable(folder);
  }

  private Connection asItIs() throws SQLException, Table.NoDriverException {
    String uri = "jdbc:sqlite:file:" + file.toUri().getRawPath() + "?immutable=1";
    return connect(uri, READ_ONLY_URI);
  }

  private Connection connect(String url, String mode) throws SQLException, Table.NoDriverException {
    Properties properties = new Properties();
    properties.setProperty("open_mode", mode);
    Connection connection = JdbcUrl.connect(url, properties, name());
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA busy_timeout = 5000");
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  @Override
  public boolean isBegunAnew(SQLException fault) {
    return false;
  }

  @Override
  public boolean isOnlyRead() {
    return true;
  }
}
