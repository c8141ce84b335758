package dev.millrace.runtime.cache.ledger;

import dev.millrace.runtime.MetaStore.Part;
import dev.millrace.runtime.Signature;
import java.util.ArrayList;
import java.util.List;

/**
 * The parts of a signature as text: a line each, its digest and its name. In names a backslash, the
 * end of a line and the character zero, which PostgreSQL takes in no text, are written {@code \\},
 * {@code \n} and {@code \0}.
 */
final class PartsText {
  private static final int DIGEST = 32;

  private PartsText() {}

  static String write(List<Part> parts) {
    StringBuilder text = new StringBuilder();
    for (Part part : parts) {
      String name = part.name().replace("\\", "\\\\").replace("\n", "\\n").replace("\0", "\\0");
      text.append(part.digest()).append(' ').append(name).append('\n');
    }
    return text.toString();
  }

  /**
   * Returns the parts that a text is of.
   *
   * @throws IllegalArgumentException if it was not written here
   */
  static List<Part> read(String text) {
    List<Part> parts = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int end = text.indexOf('\n', at);
      if (end < at + DIGEST + 1) {
        throw new IllegalArgumentException("not the parts of a signature: " + text);
      }
      Signature digest = Signature.parse(text.substring(at, at + DIGEST));
      parts.add(new Part(name(text.substring(at + DIGEST + 1, end)), digest));
      at = end + 1;
    }
    return parts;
  }

  private static String name(String written) {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < written.length(); i++) {
      char letter = written.charAt(i);
      if (letter == '\\' && i + 1 < written.length()) {
        letter = written.charAt(++i);
        letter = letter == 'n' ? '\n' : letter == '0' ? '\0' : letter;
      }
      name.append(letter);
    }
    return name.toString();
  }
}
