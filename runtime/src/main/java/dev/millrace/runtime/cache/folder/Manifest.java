package dev.millrace.runtime.cache.folder;

import dev.millrace.runtime.cache.Sha256;
import dev.millrace.runtime.spi.codec.BlobIn;
import dev.millrace.runtime.spi.codec.BlobOut;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * What is in a folder.
 *
 * @param schema which codec wrote it
 * @param files by name
 */
record Manifest(String schema, List<Entry> files) {
  private static final int FORMAT = 1;
  private static final int SHA = 32;
  private static final int BUFFER = 1 << 16;

  /**
   * One file.
   *
   * @param name from the folder on, with slashes
   * @param bytes its size
   * @param sha SHA-256 of what is in it, in hexadecimal digits
   */
  record Entry(String name, long bytes, String sha) {}

  Manifest {
    files = List.copyOf(files);
  }

  /**
   * Returns that of a folder, having read all of it.
   *
   * @throws IOException if it cannot be read, or something in it is neither file nor folder
   */
  static Manifest of(Path folder, String schema) throws IOException {
    List<Entry> files = new ArrayList<>();
    for (Map.Entry<String, Long> file : Tree.files(folder).entrySet()) {
      Path path = folder.resolve(file.getKey());
      if (file.getValue() == Tree.NO_FILE) {
        throw new IOException(
            path + " is a link or no file; a folder that is stored has files of its own: copy it");
      }
      files.add(new Entry(file.getKey(), file.getValue(), sha(path)));
    }
    return new Manifest(schema, files);
  }

  private static String sha(Path file) throws IOException {
    MessageDigest sha = Sha256.make();
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = Files.newInputStream(file)) {
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        sha.update(buffer, 0, count);
      }
    }
    return HexFormat.of().formatHex(sha.digest());
  }

  /** Returns whether a folder has these files in these sizes, and no others; none is read. */
  boolean fits(Path folder) throws IOException {
    Map<String, Long> there = Tree.files(folder);
    return there.size() == files.size()
        && files.stream().allMatch(file -> Long.valueOf(file.bytes).equals(there.get(file.name)));
  }

  /** Returns how many bytes all files have. */
  long bytesOfFiles() {
    return files.stream().mapToLong(Entry::bytes).sum();
  }

  /** Returns the manifest as bytes. */
  ByteBuffer bytes() {
    BlobOut out = new BlobOut();
    out.i32(FORMAT);
    out.text(schema);
    out.size(files.size());
    for (Entry file : files) {
      out.text(file.name);
      out.i64(file.bytes);
      out.bytes(HexFormat.of().parseHex(file.sha));
    }
    return out.finish();
  }

  /**
   * Reads a manifest.
   *
   * @throws IOException if it is of another version of the format
   * @throws dev.millrace.runtime.spi.codec.DamagedBlobException if it is none
   */
  static Manifest read(ByteBuffer bytes) throws IOException {
    BlobIn in = new BlobIn(bytes);
    int format = in.i32();
    if (format != FORMAT) {
      throw new IOException("a manifest of format " + format + "; this is for format " + FORMAT);
    }
    String schema = in.text();
    List<Entry> files = new ArrayList<>();
    for (int left = in.count(Long.BYTES + SHA); left > 0; left--) {
      files.add(new Entry(in.text(), in.i64(), HexFormat.of().formatHex(in.bytes(SHA))));
    }
    in.end();
    return new Manifest(schema, files);
  }

  /** Returns the name of a folder with just this in it. */
  String digest() {
    MessageDigest sha = Sha256.make();
    sha.update(bytes());
    return HexFormat.of().formatHex(sha.digest());
  }
}
