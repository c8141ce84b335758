package dev.millrace.runtime.cache;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What a store has to say, each thing once: a run may meet one fault a million times. */
public final class Warnings {
  private static final Logger LOGGER = System.getLogger("dev.millrace.runtime");

  private final Set<String> told = ConcurrentHashMap.newKeySet();

  /**
   * Writes a warning to the log, unless one of this cause was written.
   *
   * @param cause which kind of fault, of what
   * @param text the warning
   * @param thrown what was thrown, if anything was
   */
  public void tell(String cause, String text, @Nullable Throwable thrown) {
    if (told.add(cause)) {
      if (thrown == null) {
        LOGGER.log(Level.WARNING, text);
      } else {
        LOGGER.log(Level.WARNING, text, thrown);
      }
    }
  }
}
