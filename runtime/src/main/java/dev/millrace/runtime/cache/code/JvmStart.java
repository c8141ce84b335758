package dev.millrace.runtime.cache.code;

import java.lang.management.ManagementFactory;
import java.lang.management.RuntimeMXBean;
import java.time.Instant;

/** When this JVM began: none of its own classes was loaded before. */
final class JvmStart {
  private static final int UNSURE_SECONDS = 2;

  private JvmStart() {}

  /** Returns the time, which is not later than the JVM's first class of an application. */
  static Instant instant() {
    try {
      return ofTheJvm();
    } catch (NoClassDefFoundError isAnImageWithoutManagement) {
      return ofTheProcess();
    }
  }

  /** The uptime counts from the JVM's first moment; the clock may have been set since. */
  private static Instant ofTheJvm() {
    RuntimeMXBean jvm = ManagementFactory.getRuntimeMXBean();
    return Instant.ofEpochMilli(
        Math.min(jvm.getStartTime(), System.currentTimeMillis() - jvm.getUptime()));
  }

  /**
   * What a script replaces by the JVM began with the script, which may have compiled classes; and
   * the system tells only of whole seconds.
   */
  private static Instant ofTheProcess() {
    return ProcessHandle.current()
        .info()
        .startInstant()
        .orElseGet(Instant::now)
        .plusSeconds(UNSURE_SECONDS);
  }
}
