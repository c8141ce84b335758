package dev.millrace.runtime.cache.cone;

import dev.millrace.runtime.Signature;
import dev.millrace.runtime.cache.Sha256;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.List;
import java.util.function.IntFunction;

/**
 * All that a value depends on but for the values at its cuts; immutable.
 *
 * <p>Two cones are the same work where their digests are equal and what is at their cuts is, in
 * order.
 */
public final class Cone {
  private static final int SIGNATURE = 2 * Long.BYTES;

  private final byte[] digest;
  private final List<Integer> cuts;

  /**
   * @param digest of what computes the value: 32 bytes
   * @param cuts the places of the values at its cuts, each once
   */
  Cone(byte[] digest, List<Integer> cuts) {
    this.digest = digest.clone();
    this.cuts = List.copyOf(cuts);
  }

  /** Returns the places of the values that its key depends on, each once. */
  public List<Integer> cuts() {
    return cuts;
  }

  /**
   * Returns the value's key.
   *
   * @param digests the digest of the value at each place of {@link #cuts}
   */
  public Signature key(IntFunction<Signature> digests) {
    ByteBuffer bytes = ByteBuffer.allocate(digest.length + cuts.size() * SIGNATURE).put(digest);
    for (int cut : cuts) {
      Signature value = digests.apply(cut);
      bytes.putLong(value.high()).putLong(value.low());
    }
    MessageDigest sha = Sha256.fresh();
    sha.update(bytes.flip());
    ByteBuffer key = ByteBuffer.wrap(sha.digest());
    return new Signature(key.getLong(), key.getLong());
  }

  /** Returns the digest of what computes the value: 32 bytes, a copy. */
  public byte[] digest() {
    return digest.clone();
  }
}
