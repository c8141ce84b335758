package dev.millrace.runtime.cache.key;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;

/**
 * What tells that a file is still the one that was read.
 *
 * @param key what the file system calls the file itself, if anything
 * @param changed when its bytes or attributes last changed, which nobody can set back, where the
 *     file system says so; else when its bytes did
 */
record Stamp(long size, FileTime modified, FileTime changed, @Nullable Object key) {
  /** What a coarse file system's clock may be off. */
  private static final long COARSE_MILLIS = 2_000;

  static Stamp of(Path file) throws IOException {
    BasicFileAttributes basic = Files.readAttributes(file, BasicFileAttributes.class);
    boolean isUnix = file.getFileSystem().supportedFileAttributeViews().contains("unix");
    FileTime changed =
        isUnix ? (FileTime) Files.getAttribute(file, "unix:ctime") : basic.lastModifiedTime();
    return new Stamp(basic.size(), basic.lastModifiedTime(), changed, basic.fileKey());
  }

  /** Returns whether a change after a moment, in milliseconds since 1970, would be seen. */
  boolean isTrustedAt(long moment) {
    long last = Math.max(modified.toMillis(), changed.toMillis());
    return last + COARSE_MILLIS < moment;
  }
}
