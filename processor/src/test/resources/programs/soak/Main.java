package soak;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Plays episodes for some time, each with a seed of its own. */
final class Main {
  private static final Logger LOGGER = Logger.getLogger("dev.millrace.runtime");

  private Main() {}

  /** Returns what was wrong in the first episode in which anything was; else nothing. */
  static Object soak() throws Exception {
    Long only = Long.getLong("millrace.soak.seed");
    long first = only == null ? System.nanoTime() : only;
    long lasts = "long".equals(System.getProperty("millrace.ring")) ? 150_000 : 2_500;
    Random seeds = new Random(first);
    System.out.println("soak of pipelines: seeds from " + first);
    LOGGER.setLevel(Level.OFF); // each episode has twins that fail
    try {
      long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(lasts);
      int episodes = 0;
      while (System.nanoTime() < until) {
        long seed = only == null ? seeds.nextLong() : only;
        String wrong;
        try {
          wrong = new Episode(seed).play();
        } catch (AssertionError hangs) {
          wrong = hangs.getMessage();
        }
        if (!wrong.isEmpty()) {
          return "-Dmillrace.soak.seed=" + seed + ": " + wrong;
        }
        episodes++;
      }
      System.out.println("soak of pipelines: " + episodes + " episodes");
    } finally {
      LOGGER.setLevel(null);
    }
    return "";
  }
}
