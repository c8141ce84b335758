package dev.millrace.runtime.cache.halt;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.Set;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.sqlite.JDBC;

/** SQLite's driver, with what changes a database counted. */
public final class HaltingDriver implements Driver {
  private static final Set<String> CHANGES =
      Set.of("commit", "execute", "executeUpdate", "executeBatch", "rollback", "close");

  private final Driver real = new JDBC();
  private final Halt halt;

  private HaltingDriver(Halt halt) {
    this.halt = halt;
  }

  /** Has every connection to SQLite tell of its changes; none may have been made before. */
  public static void install(Halt halt) throws SQLException {
    // The first that answers is taken: so this is to be the only one.
    DriverManager.deregisterDriver(DriverManager.getDriver(JDBC.PREFIX));
    DriverManager.registerDriver(new HaltingDriver(halt));
  }

  @Override
  public @Nullable Connection connect(String url, Properties properties) throws SQLException {
    if (!acceptsURL(url)) {
      return null;
    }
    halt.before("connecting to " + url);
    return (Connection) counted(real.connect(url, properties), Connection.class);
  }

  private Object counted(Object of, Class<?> type) {
    InvocationHandler handler =
        (proxy, method, arguments) -> {
          boolean isResult = of instanceof Statement && method.getName().equals("close");
          if (CHANGES.contains(method.getName()) && !isResult) {
            halt.before(type.getSimpleName() + "." + method.getName() + " of the ledger");
          }
          try {
            Object given = method.invoke(of, arguments);
            if (given instanceof PreparedStatement) {
              return counted(given, PreparedStatement.class);
            }
            return given instanceof Statement ? counted(given, Statement.class) : given;
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        };
    return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler);
  }

  @Override
  public boolean acceptsURL(String url) throws SQLException {
    return real.acceptsURL(url);
  }

  @Override
  public DriverPropertyInfo[] getPropertyInfo(String url, Properties properties)
      throws SQLException {
    return real.getPropertyInfo(url, properties);
  }

  @Override
  public int getMajorVersion() {
    return real.getMajorVersion();
  }

  @Override
  public int getMinorVersion() {
    return real.getMinorVersion();
  }

  @Override
  public boolean jdbcCompliant() {
    return real.jdbcCompliant();
  }

  @Override
  public Logger getParentLogger() {
    return Logger.getGlobal();
  }
}
