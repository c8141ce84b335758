package dev.millrace.runtime.cache.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.runtime.BlobStore;
import dev.millrace.runtime.BlobStore.Blob;
import dev.millrace.runtime.Signature;
import dev.millrace.runtime.StoreException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Keys and blobs to test with. */
final class Sample {
  static final long LIMIT = 1 << 20;

  private Sample() {}

  static Signature key(long number) {
    return new Signature(number * 0x9E3779B97F4A7C15L, number);
  }

  static Blob blob(long key, String text) {
    return new Blob(key(key), ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** Bytes by chance, always the same for a seed and a length. */
  static ByteBuffer bytes(long seed, int length) {
    byte[] bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    return ByteBuffer.wrap(bytes);
  }

  /** A store that always looks. */
  static PackStore store(Path folder) {
    return new PackStore(folder, LIMIT, Duration.ZERO);
  }

  static @Nullable ByteBuffer get(BlobStore store, long key) throws StoreException {
    return store.get(List.of(key(key))).get(0);
  }

  static @Nullable String text(BlobStore store, long key) throws StoreException {
    ByteBuffer bytes = get(store, key);
    return bytes == null ? null : StandardCharsets.UTF_8.decode(bytes).toString();
  }

  /** Looks at a key that may be missing, but not be anything else. */
  static boolean isThere(BlobStore store, long key, ByteBuffer expected) throws StoreException {
    ByteBuffer bytes = get(store, key);
    if (bytes != null) {
      assertEquals(expected, bytes, () -> "the bytes of " + key);
    }
    return bytes != null;
  }

  static void assertMissing(BlobStore store, long... keys) throws StoreException {
    for (long key : keys) {
      assertNull(get(store, key), () -> "the bytes of " + key);
    }
  }

  /** The files in a folder whose names end so. */
  static List<Path> files(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }

  static Path only(Path folder, String ending) throws IOException {
    List<Path> files = files(folder, ending);
    assertTrue(files.size() == 1, () -> "one of " + files);
    return files.get(0);
  }
}
