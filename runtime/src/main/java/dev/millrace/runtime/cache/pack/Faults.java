package dev.millrace.runtime.cache.pack;

import dev.millrace.runtime.StoreException;
import java.io.IOException;
import java.nio.file.Path;

/** What a folder of blobs says when it cannot go on. */
final class Faults {
  private Faults() {}

  /** Returns that something could not be done with results, such as "stored". */
  static StoreException failed(Path folder, String what, IOException e) {
    return e instanceof StoreException known
        ? known
        : new StoreException(
            "results could not be "
                + what
                + " in "
                + folder
                + ": "
                + e
                + "; see that the folder can be written and the disk has room",
            e);
  }

  /** Throws if the store was closed. */
  static void check(boolean isClosed, Path folder) throws StoreException {
    if (isClosed) {
      throw new StoreException("the cache's folder " + folder + " was closed; open it again", null);
    }
  }
}
