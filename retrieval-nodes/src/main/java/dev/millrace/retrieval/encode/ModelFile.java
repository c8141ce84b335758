package dev.millrace.retrieval.encode;

import dev.millrace.CacheKey;
import dev.millrace.retrieval.encode.EncoderException.Fault;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * One file of a model: where its bytes are, what they must be, and how many there may be. Models
 * are programs, so nothing is loaded that was not pinned. Two files are equal where their bytes are
 * pinned to be, wherever these come from.
 */
public final class ModelFile {
  private static final int CHUNK = 1 << 16;

  /** Where the bytes come from. */
  @FunctionalInterface
  private interface Source {
    /** Returns an open connection to the bytes. */
    Bytes open() throws IOException;
  }

  private record Bytes(InputStream in, long size) {}

  private final String location;
  private final Source source;
  private final String sha256;
  private final long maxBytes;
  private String hint = "";

  private ModelFile(String location, Source source, String sha256, long maxBytes) {
    if (!sha256.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException(
          "the SHA-256 of " + location + " is 64 lower-case hexadecimal digits, not " + sha256);
    }
    if (maxBytes < 1 || maxBytes > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "the cap of " + location + " lies in 1 to 2147483647 bytes, not " + maxBytes);
    }
    this.location = location;
    this.source = source;
    this.sha256 = sha256;
    this.maxBytes = maxBytes;
  }

  /**
   * Returns a file of the file system.
   *
   * @param sha256 the SHA-256 of its bytes, in lower-case hexadecimal digits
   * @param maxBytes how long it may be; no more than that is ever read
   */
  public static ModelFile file(Path path, String sha256, long maxBytes) {
    return new ModelFile(
        "file " + path,
        () -> {
          long size = Files.size(path); // before the stream, which nobody would close if it failed
          return new Bytes(Files.newInputStream(path), size);
        },
        sha256,
        maxBytes);
  }

  /**
   * Returns a class-path resource, looked up in the thread's class loader and then in Millrace's.
   *
   * @param name the resource's name, without a slash in front
   * @param sha256 the SHA-256 of its bytes, in lower-case hexadecimal digits
   * @param maxBytes how long it may be; no more than that is ever read
   */
  public static ModelFile resource(String name, String sha256, long maxBytes) {
    return new ModelFile("class-path resource " + name, () -> resource(name), sha256, maxBytes);
  }

  /** Says what to do where the file is missing. */
  ModelFile orElse(String missingHint) {
    hint = "; " + missingHint;
    return this;
  }

  /** Returns the SHA-256 that was pinned, in lower-case hexadecimal digits. */
  @CacheKey
  public String sha256() {
    return sha256;
  }

  /** Returns the bytes, off-heap, once they are found to be those that were pinned. */
  ByteBuffer read() {
    ByteBuffer buffer = ByteBuffer.allocate(0);
    MessageDigest digest = sha256Digest();
    try {
      Bytes bytes = source.open();
      try (InputStream in = bytes.in()) {
        // A size is only a hint: the cap is what holds.
        buffer = room(Math.min(Math.max(bytes.size() + 1, CHUNK), maxBytes + 1));
        byte[] chunk = new byte[CHUNK];
        for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
          if (buffer.position() + (long) count > maxBytes) {
            throw new EncoderException(
                Fault.TOO_LARGE,
                location + " is longer than its cap of " + maxBytes + " bytes; not loaded");
          }
          digest.update(chunk, 0, count);
          buffer = put(buffer, chunk, count);
        }
      }
    } catch (FileNotFoundException | NoSuchFileException e) {
      throw new EncoderException(Fault.MISSING, location + " is not there" + hint, e);
    } catch (IOException e) {
      throw new EncoderException(Fault.UNREADABLE, location + " cannot be read: " + e, e);
    }
    String found = HexFormat.of().formatHex(digest.digest());
    if (!found.equals(sha256)) {
      throw new EncoderException(
          Fault.WRONG_HASH,
          location
              + " has SHA-256 "
              + found
              + ", pinned is "
              + sha256
              + "; it is another or a changed file and was not loaded");
    }
    return buffer.flip();
  }

  private ByteBuffer put(ByteBuffer buffer, byte[] chunk, int count) {
    ByteBuffer target = buffer;
    if (target.remaining() < count) {
      long wanted = Math.max(2L * target.capacity(), target.position() + (long) count);
      target = room(Math.min(wanted, maxBytes)).put(target.flip());
    }
    return target.put(chunk, 0, count);
  }

  private static ByteBuffer room(long bytes) {
    int size = (int) Math.min(bytes, Integer.MAX_VALUE - 8L);
    return ByteBuffer.allocateDirect(size).order(ByteOrder.nativeOrder());
  }

  private static Bytes resource(String name) throws IOException {
    URL url = find(Thread.currentThread().getContextClassLoader(), name);
    if (url == null) {
      url = find(ModelFile.class.getClassLoader(), name);
    }
    if (url == null) {
      throw new FileNotFoundException(name);
    }
    URLConnection connection = url.openConnection();
    // A cached jar file would stay open, and locked, for as long as the process lives.
    connection.setUseCaches(false);
    return new Bytes(connection.getInputStream(), connection.getContentLengthLong());
  }

  private static @Nullable URL find(@Nullable ClassLoader loader, String name) {
    return loader == null ? null : loader.getResource(name);
  }

  private static MessageDigest sha256Digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ModelFile that && sha256.equals(that.sha256);
  }

  @Override
  public int hashCode() {
    return sha256.hashCode();
  }

  @Override
  public String toString() {
    return location;
  }
}
