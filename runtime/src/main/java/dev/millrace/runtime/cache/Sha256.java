package dev.millrace.runtime.cache;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256, which every Java platform has. */
public final class Sha256 {
  private static final ThreadLocal<MessageDigest> OF_THREAD = ThreadLocal.withInitial(Sha256::make);

  private Sha256() {}

  /** Returns one of its own. */
  public static MessageDigest make() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError("every Java platform has SHA-256", impossible);
    }
  }

  /**
   * Returns the current thread's, with nothing in it: making one takes longer than a short digest
   * does. It is for one digest, and the thread's next call has it again.
   */
  public static MessageDigest fresh() {
    MessageDigest sha = OF_THREAD.get();
    sha.reset();
    return sha;
  }
}
