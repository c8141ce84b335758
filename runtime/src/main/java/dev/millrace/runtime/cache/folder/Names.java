package dev.millrace.runtime.cache.folder;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** How what is beside the folders is called. */
final class Names {
  static final String LOCK = ".lock";
  static final String USED = ".used";
  static final String NEW = ".new";
  static final String OLD = ".old";

  private static final int DIGEST = 64;
  private static final int RANDOM_DIGITS = 16;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Names() {}

  /** Returns a name that nothing has. */
  static Path anew(Path root, String suffix) {
    return root.resolve(HexFormat.of().toHexDigits(RANDOM.nextLong()) + suffix);
  }

  /** Returns the digest that a name begins with, or null. */
  static @Nullable String digest(Path named, String suffix) {
    return begin(named, suffix, DIGEST);
  }

  /** Returns the number by chance that a name begins with, or null. */
  static @Nullable String random(Path named, String suffix) {
    return begin(named, suffix, RANDOM_DIGITS);
  }

  private static @Nullable String begin(Path named, String suffix, int digits) {
    String name = named.getFileName().toString();
    return name.length() == digits + suffix.length()
            && name.endsWith(suffix)
            && name.chars().limit(digits).allMatch(Names::isDigit)
        ? name.substring(0, digits)
        : null;
  }

  private static boolean isDigit(int character) {
    return character >= '0' && character <= '9' || character >= 'a' && character <= 'f';
  }
}
