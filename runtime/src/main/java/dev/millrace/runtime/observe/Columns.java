package dev.millrace.runtime.observe;

/** Text by the columns of a terminal that it takes up: some letters take up two. */
final class Columns {
  private Columns() {}

  /** Returns how many columns a text takes up. */
  static int of(String text) {
    return text.codePoints().map(Columns::of).sum();
  }

  private static int of(int letter) {
    int type = Character.getType(letter);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    boolean isWide =
        Character.isIdeographic(letter)
            || (letter >= 0x1100 && letter <= 0x115f) // Hangul, that begins a syllable
            || (letter >= 0x2e80 && letter <= 0xa4cf) // CJK, kana
            || (letter >= 0xac00 && letter <= 0xd7a3) // Hangul syllables
            || (letter >= 0xff00 && letter <= 0xff60) // full width
            || (letter >= 0x1f300 && letter <= 0x1faff); // pictures
    return isWide ? 2 : 1;
  }

  /** Returns a text that takes up so many columns, or fewer: a longer one ends in two dots. */
  static String cut(String text, int columns) {
    if (of(text) <= columns) {
      return text;
    }
    StringBuilder cut = new StringBuilder();
    int left = columns - 2;
    for (int letter : text.codePoints().toArray()) {
      left -= of(letter);
      if (left < 0) {
        break;
      }
      cut.appendCodePoint(letter);
    }
    return cut.append("..").toString();
  }

  /** Returns a text with blanks after it, so that it takes up so many columns at least. */
  static String padded(String text, int columns) {
    return text + " ".repeat(Math.max(0, columns - of(text)));
  }
}
