package dev.millrace.runtime.cache.ledger;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.millrace.runtime.MetaStore;
import dev.millrace.runtime.cache.MetaStoreContract;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The same rows in PostgreSQL: a server on this machine, at the usual port unless {@code
 * -Dmillrace.postgres} has another JDBC URL. The table is dropped.
 */
final class PostgresLedgerTest extends MetaStoreContract {
  private static final String URL =
      System.getProperty(
          "millrace.postgres",
          "jdbc:postgresql://127.0.0.1:5432/postgres?user=postgres&connectTimeout=2");

  @Override
  protected MetaStore open() {
    String missing = "";
    try (Connection connection = DriverManager.getConnection(URL);
        Statement statement = connection.createStatement()) {
      statement.execute("DROP TABLE IF EXISTS millrace_ledger_1");
    } catch (SQLException e) {
      missing = e.getMessage();
    }
    assumeTrue(missing.isEmpty(), "there is no PostgreSQL at " + URL + ": " + missing);
    return Ledger.jdbc(URL);
  }
}
