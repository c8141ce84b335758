package dev.millrace.runtime.cache.pack;

import dev.millrace.runtime.BlobStore.Blob;
import dev.millrace.runtime.Signature;
import dev.millrace.runtime.StoreException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Records to be written together: heads, and what follows them. */
final class Records {
  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0).asReadOnlyBuffer();

  private final List<Head> heads = new ArrayList<>();
  private final List<ByteBuffer> bytes = new ArrayList<>();
  private final long now = System.currentTimeMillis();
  private long room;

  /**
   * Returns records of blobs.
   *
   * @throws StoreException if one is too large
   */
  static Records of(List<Blob> blobs) throws StoreException {
    Records records = new Records();
    for (Blob blob : blobs) {
      if (blob.bytes().remaining() > Head.LONGEST) {
        throw new StoreException(
            "the result of "
                + blob.key()
                + " has "
                + blob.bytes().remaining()
                + " bytes, and a pack takes at most "
                + Head.LONGEST
                + "; have the node return less at once, or do not cache it",
            null);
      }
      records.add(blob);
    }
    return records;
  }

  /** Adds the record of a blob. */
  void add(Blob blob) {
    add(Kind.BLOB, blob.key(), blob.bytes());
  }

  /** Adds a record with nothing but a key. */
  void add(Kind kind, Signature key) {
    add(kind, key, NOTHING);
  }

  private void add(Kind kind, Signature key, ByteBuffer content) {
    add(Head.of(kind, key, content, now), content);
  }

  private void add(Head head, ByteBuffer content) {
    heads.add(head);
    bytes.add(content);
    room += head.room();
  }

  /** Adds another's record. */
  void add(Records from, int i) {
    add(from.head(i), from.bytes(i));
  }

  int size() {
    return heads.size();
  }

  Head head(int i) {
    return heads.get(i);
  }

  ByteBuffer bytes(int i) {
    return bytes.get(i);
  }

  /** Returns the room that they take. */
  long room() {
    return room;
  }
}
