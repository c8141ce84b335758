package dev.millrace.runtime.cache.cone;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256, one for each thread: making one takes longer than a short digest does. */
final class Sha256 {
  private static final ThreadLocal<MessageDigest> OF_THREAD = ThreadLocal.withInitial(Sha256::make);

  private Sha256() {}

  /** Returns the current thread's, with nothing in it. */
  static MessageDigest fresh() {
    MessageDigest sha = OF_THREAD.get();
    sha.reset();
    return sha;
  }

  private static MessageDigest make() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError("every Java platform has SHA-256", impossible);
    }
  }
}
