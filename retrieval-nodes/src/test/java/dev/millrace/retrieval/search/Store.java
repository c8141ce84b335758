package dev.millrace.retrieval.search;

import dev.millrace.runtime.StoreException;
import dev.millrace.runtime.cache.folder.Folders;
import dev.millrace.runtime.spi.codec.FolderCodec;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A folder of stored indexes that goes with its test. */
final class Store implements AutoCloseable {
  private final Path root;
  private final Folders folders;

  Store() throws IOException {
    root = Files.createTempDirectory("indexes");
    folders = new Folders(root);
  }

  <T> ByteBuffer put(T index, FolderCodec<T> codec) throws StoreException {
    return folders.put(index, codec);
  }

  <T> @Nullable T open(ByteBuffer blob, FolderCodec<T> codec) {
    return folders.open(blob, codec);
  }

  /** Returns the index after it was put and opened. */
  <T> T again(T index, FolderCodec<T> codec) throws StoreException {
    T opened = open(put(index, codec), codec);
    if (opened == null) {
      throw new AssertionError("the index that was put is not there");
    }
    return opened;
  }

  boolean verify(ByteBuffer blob) {
    return folders.verify(blob);
  }

  Path folder(ByteBuffer blob) {
    return root.resolve(String.valueOf(Folders.digest(blob)));
  }

  /** Returns the files of one index, the largest last. */
  List<Path> files(ByteBuffer blob) throws IOException {
    try (Stream<Path> below = Files.walk(folder(blob))) {
      return below
          .filter(Files::isRegularFile)
          .sorted(Comparator.comparing((Path file) -> file.toFile().length()))
          .toList();
    }
  }

  /** Flips a bit where it lies: the file stays as long as it is. */
  static void flip(Path file, long bit) throws IOException {
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
      bytes.seek(bit / 8);
      int before = bytes.read();
      bytes.seek(bit / 8);
      bytes.write(before ^ 1 << bit % 8);
    }
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> below = Files.walk(root)) {
      for (Path each : below.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }
}
