package dev.millrace.runtime.cache.halt;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import org.jspecify.annotations.Nullable;

/**
 * A path in a {@link HaltingFileSystem}. Its text is the real one's, for who hands it to a
 * database.
 *
 * @param in the file system
 * @param path the real path
 */
record HaltingPath(HaltingFileSystem in, Path path) implements Path {
  /** Returns the real path of one. */
  static Path real(Path path) {
    return path instanceof HaltingPath halting ? halting.path : path;
  }

  private Path wrap(Path real) {
    return new HaltingPath(in, real);
  }

  private @Nullable Path wrapIfAny(@Nullable Path real) {
    return real == null ? null : wrap(real);
  }

  @Override
  public FileSystem getFileSystem() {
    return in;
  }

  @Override
  public boolean isAbsolute() {
    return path.isAbsolute();
  }

  @Override
  public @Nullable Path getRoot() {
    return wrapIfAny(path.getRoot());
  }

  @Override
  public @Nullable Path getFileName() {
    return wrapIfAny(path.getFileName());
  }

  @Override
  public @Nullable Path getParent() {
    return wrapIfAny(path.getParent());
  }

  @Override
  public int getNameCount() {
    return path.getNameCount();
  }

  @Override
  public Path getName(int index) {
    return wrap(path.getName(index));
  }

  @Override
  public Path subpath(int beginIndex, int endIndex) {
    return wrap(path.subpath(beginIndex, endIndex));
  }

  @Override
  public boolean startsWith(Path other) {
    return path.startsWith(real(other));
  }

  @Override
  public boolean endsWith(Path other) {
    return path.endsWith(real(other));
  }

  @Override
  public Path normalize() {
    return wrap(path.normalize());
  }

  @Override
  public Path resolve(Path other) {
    return wrap(path.resolve(real(other)));
  }

  @Override
  public Path relativize(Path other) {
    return wrap(path.relativize(real(other)));
  }

  @Override
  public URI toUri() {
    return path.toUri();
  }

  @Override
  public Path toAbsolutePath() {
    return wrap(path.toAbsolutePath());
  }

  @Override
  public Path toRealPath(LinkOption... options) throws IOException {
    return wrap(path.toRealPath(options));
  }

  @Override
  public WatchKey register(
      WatchService watcher, WatchEvent.Kind<?>[] events, WatchEvent.Modifier... modifiers) {
    throw new UnsupportedOperationException();
  }

  @Override
  public int compareTo(Path other) {
    return path.compareTo(real(other));
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
