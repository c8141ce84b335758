package dev.millrace.runtime.cache.ledger;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;

/** Where a table is. */
interface Database {
  /** Returns what to call it, without secrets. */
  String name();

  /**
   * Connects to it.
   *
   * @throws SQLException if that cannot be done now
   * @throws IOException if there is no room for it
   * @throws Table.NoDriverException if there is no driver for it
   */
  Connection connect() throws SQLException, IOException, Table.NoDriverException;

  /** Returns whether it was damaged, as this says, and is empty from now on. */
  boolean isBegunAnew(SQLException fault) throws IOException;

  /** Returns whether it is only read, so that no table is made in it. */
  default boolean isOnlyRead() {
    return false;
  }
}
