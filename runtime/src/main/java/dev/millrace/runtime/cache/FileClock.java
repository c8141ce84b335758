package dev.millrace.runtime.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;

/** A time by the clock that the files' times are of, which may be another machine's. */
public final class FileClock {
  private final FileTime now;

  private FileClock(FileTime now) {
    this.now = now;
  }

  /**
   * Reads the clock.
   *
   * @param made is not there; it is made for a moment, in the folder of the files
   * @throws IOException if the folder cannot be written
   */
  public static FileClock read(Path made) throws IOException {
    Files.createFile(made);
    try {
      return new FileClock(Files.getLastModifiedTime(made));
    } finally {
      Files.deleteIfExists(made);
    }
  }

  /** Returns whether a file is that old or not there. One from far in the future counts as old. */
  public boolean isOld(Path file, Duration age) throws IOException {
    try {
      FileTime time = Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS);
      return Math.abs(now.toMillis() - time.toMillis()) >= age.toMillis();
    } catch (NoSuchFileException e) {
      return true;
    }
  }
}
