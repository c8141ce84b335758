package dev.millrace.runtime.spi.codec;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Writes values of a type into folders of their own, and opens them from there: for what is large
 * and read where it lies, such as an index. Users may write their own. Safe to use from many
 * threads.
 *
 * <p>A cache keeps such a folder under the digest of what is in it, so the same bytes for the same
 * value save room, though nothing depends on it. The small files of a folder are well written with
 * {@link BlobOut} and read with {@link BlobIn}.
 *
 * @param <T> the type
 */
public interface FolderCodec<T> {

  /**
   * Writes a value. It need not wait for the disk: whoever calls sees to that. It may be called
   * again, with another folder, if a thread was interrupted.
   *
   * @param folder is there and empty; files and folders may be put into it, but no links
   * @throws IOException if not all could be written
   */
  void write(Path folder, T value) throws IOException;

  /**
   * Opens what was written. Names and sizes of the files are what they were; what is in them may be
   * damaged, and what is found to be wrong is to be thrown. Nobody changes the files while the
   * value can be reached. They may be unlinked, so whatever is read later has to be opened here.
   *
   * @param folder is not to be written to
   * @throws IOException if it cannot be read, or is wrong
   * @throws DamagedBlobException if it is wrong
   */
  T open(Path folder) throws IOException;

  /** Returns what is written, in words: codecs with the same schema open each other's folders. */
  String schema();
}
