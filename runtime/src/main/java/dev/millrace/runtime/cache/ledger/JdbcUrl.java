package dev.millrace.runtime.cache.ledger;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/**
 * A database that somebody looks after.
 *
 * @param url as its driver wants it
 * @param name the URL without secrets
 */
record JdbcUrl(String url, String name) implements Database {
  /** What {@link DriverManager} says if no driver knows the URL. */
  private static final String NO_DRIVER = "08001";

  @Override
  public Connection connect() throws SQLException, Table.NoDriverException {
    return connect(url, name);
  }

  /** Returns a connection. */
  static Connection connect(String url, String name) throws SQLException, Table.NoDriverException {
    return connect(url, new Properties(), name);
  }

  /** Returns a connection with properties, as the driver names them. */
  static Connection connect(String url, Properties properties, String name)
      throws SQLException, Table.NoDriverException {
    try {
      return DriverManager.getConnection(url, properties);
    } catch (SQLException e) {
      if (NO_DRIVER.equals(e.getSQLState()) && !hasDriver(url)) {
        throw new Table.NoDriverException(
            "there is no JDBC driver for " + name + " on the class path");
      }
      throw e;
    }
  }

  /** Returns whether a driver knows a URL. */
  static boolean hasDriver(String url) {
    return DriverManager.drivers().anyMatch(driver -> accepts(driver, url));
  }

  private static boolean accepts(Driver driver, String url) {
    try {
      return driver.acceptsURL(url);
    } catch (SQLException e) {
      // It knows the URL well enough to say that something is wrong.
      return true;
    }
  }

  @Override
  public boolean isBegunAnew(SQLException fault) {
    return false;
  }
}
