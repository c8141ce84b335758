package dev.millrace.runtime.cache.folder;

import dev.millrace.runtime.cache.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The bytes that stand for a folder in a store of blobs: four that say so, the digest, and the
 * manifest, which the digest is of. So they are their own checksum, and the name of the folder.
 *
 * @param digest the name of the folder
 * @param manifest what is in it
 */
record FolderBlob(String digest, Manifest manifest) {
  private static final int MAGIC = 0x3146524d; // "MRF1"
  private static final int SHA = 32;

  /** How many bytes say which folder it is. */
  static final int BEGIN = Integer.BYTES + SHA;

  static FolderBlob of(Manifest manifest) {
    return new FolderBlob(manifest.digest(), manifest);
  }

  ByteBuffer bytes() {
    ByteBuffer listed = manifest.bytes();
    return ByteBuffer.allocate(BEGIN + listed.remaining())
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(MAGIC)
        .put(HexFormat.of().parseHex(digest))
        .put(listed)
        .flip()
        .asReadOnlyBuffer();
  }

  /** Returns which folder bytes stand for, or null if they stand for none; they are not checked. */
  static @Nullable String digest(ByteBuffer bytes) {
    ByteBuffer all = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
    if (all.remaining() < BEGIN || all.getInt() != MAGIC) {
      return null;
    }
    byte[] digest = new byte[SHA];
    all.get(digest);
    return HexFormat.of().formatHex(digest);
  }

  /**
   * Reads and checks them.
   *
   * @throws IOException if they stand for no folder, or are of another version of the format
   */
  static FolderBlob read(ByteBuffer bytes) throws IOException {
    String digest = digest(bytes);
    if (digest == null) {
      throw new IOException("these " + bytes.remaining() + " bytes stand for no folder");
    }
    ByteBuffer listed = bytes.slice();
    listed.position(BEGIN);
    MessageDigest sha = Sha256.make();
    sha.update(listed.duplicate());
    if (!HexFormat.of().formatHex(sha.digest()).equals(digest)) {
      throw new IOException("what is said of the folder " + digest + " is damaged");
    }
    return new FolderBlob(digest, Manifest.read(listed));
  }
}
