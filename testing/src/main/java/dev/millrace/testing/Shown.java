package dev.millrace.testing;

import dev.millrace.testing.Form.Items;
import dev.millrace.testing.Form.Keyed;
import dev.millrace.testing.Form.Leaf;
import dev.millrace.testing.Form.Numbers;
import java.util.ArrayList;
import java.util.List;

/** Writes values into messages: short, and so that the empty string and {@code -0.0f} are seen. */
final class Shown {
  private static final int MOST_PARTS = 8;
  private static final int MOST_CHARACTERS = 120;

  private Shown() {}

  static String of(Form form) {
    if (form instanceof Numbers numbers) {
      List<String> parts = new ArrayList<>();
      for (int i = 0; i < Math.min(MOST_PARTS, numbers.values().length); i++) {
        parts.add(number(numbers, i));
      }
      return simple(numbers.type()) + bracketed(parts, numbers.values().length);
    }
    if (form instanceof Items items) {
      List<String> parts = items.parts().stream().limit(MOST_PARTS).map(Shown::of).toList();
      return (items.type().equals("List") ? "" : simple(items.type()))
          + bracketed(parts, items.parts().size());
    }
    if (form instanceof Keyed keyed) {
      List<String> parts =
          keyed.parts().entrySet().stream()
              .limit(MOST_PARTS)
              .map(each -> each.getKey() + "=" + of(each.getValue()))
              .toList();
      return simple(keyed.type()) + bracketed(parts, keyed.parts().size());
    }
    return leaf((Leaf) form);
  }

  /** Returns one of some numbers, as it was: a float that was widened has digits of no meaning. */
  static String number(Numbers numbers, int index) {
    double value = numbers.values()[index];
    return numbers.single() ? Float.toString((float) value) : Double.toString(value);
  }

  private static String leaf(Leaf leaf) {
    if (leaf.value() instanceof CharSequence text) {
      StringBuilder shown = new StringBuilder("\"");
      text.chars().limit(MOST_CHARACTERS).forEach(each -> shown.append(visible((char) each)));
      int rest = text.length() - MOST_CHARACTERS;
      return shown.append(rest > 0 ? "\"… (" + rest + " more)" : "\"").toString();
    }
    return String.valueOf(leaf.value());
  }

  private static String visible(char each) {
    return switch (each) {
      case '\n' -> "\\n";
      case '\t' -> "\\t";
      case '\r' -> "\\r";
      case '"' -> "\\\"";
      default ->
          Character.isISOControl(each) || Character.getType(each) == Character.FORMAT
              ? String.format("\\u%04x", (int) each)
              : String.valueOf(each);
    };
  }

  private static String bracketed(List<String> parts, int size) {
    int rest = size - parts.size();
    return "[" + String.join(", ", parts) + (rest > 0 ? ", … (" + rest + " more)]" : "]");
  }

  private static String simple(String type) {
    return type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
  }
}
