package dev.millrace.runtime.cache.pack;

import java.nio.file.Path;
import java.util.List;

/**
 * What was found when all packs of a folder were read.
 *
 * @param blobs how many blobs were read, with those that are damaged
 * @param bytes how many bytes these have
 * @param damaged the blobs that cannot be used
 * @param foreign the files that have a pack's ending and are none that can be used
 */
public record Audit(long blobs, long bytes, List<Damage> damaged, List<Path> foreign) {
  /** Makes the audit, with copies of the lists. */
  public Audit {
    damaged = List.copyOf(damaged);
    foreign = List.copyOf(foreign);
  }
}
