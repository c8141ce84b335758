package dev.millrace.runtime.cache.folder;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/** Texts by chance, always the same for a seed. */
final class Content {
  private Content() {}

  static Map<String, String> of(long seed) {
    Random random = new Random(seed);
    Map<String, String> texts = new HashMap<>();
    for (int files = 1 + random.nextInt(6); files > 0; files--) {
      String below = random.nextBoolean() ? "" : "below/";
      texts.put(below + files, Long.toHexString(random.nextLong()).repeat(random.nextInt(5000)));
    }
    return texts;
  }
}
