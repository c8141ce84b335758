package dev.millrace.processor.picture;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value of JSON (RFC 8259). */
sealed interface Json {

  /** A string. */
  record Text(String value) implements Json {}

  /** {@code true} or {@code false}. */
  record Flag(boolean value) implements Json {}

  /** A whole number. */
  record Whole(long value) implements Json {}

  /** An array. */
  record Items(List<? extends Json> values) implements Json {}

  /** An object, its members in the order of their addition. */
  record Fields(Map<String, Json> values) implements Json {
    Fields() {
      this(new LinkedHashMap<>());
    }

    Fields with(String name, Json value) {
      values.put(name, value);
      return this;
    }

    Fields with(String name, String value) {
      return with(name, new Text(value));
    }

    Fields with(String name, boolean value) {
      return with(name, new Flag(value));
    }

    Fields withAll(Fields others) {
      values.putAll(others.values());
      return this;
    }

    Fields withTexts(String name, List<String> values) {
      return with(name, new Items(values.stream().map(Text::new).toList()));
    }

    Fields withItems(String name, List<Fields> values) {
      return with(name, new Items(values));
    }
  }

  /** Returns the value as text: a line for each member, but arrays of strings on one. */
  default String print() {
    StringBuilder out = new StringBuilder();
    print(this, "\n", out);
    return out.append('\n').toString();
  }

  /** Returns the value as text, on one line. */
  default String compact() {
    StringBuilder out = new StringBuilder();
    print(this, "", out);
    return out.toString();
  }

  /**
   * @param newLine what a line begins with at this depth; empty for one line in all
   */
  private static void print(Json json, String newLine, StringBuilder out) {
    if (json instanceof Text text) {
      quote(text.value(), out);
    } else if (json instanceof Flag flag) {
      out.append(flag.value());
    } else if (json instanceof Whole whole) {
      out.append(whole.value());
    } else if (json instanceof Items items) {
      boolean flat =
          newLine.isEmpty() || items.values().stream().allMatch(each -> each instanceof Text);
      String deeper = flat ? "" : newLine + "  ";
      out.append('[');
      for (int i = 0; i < items.values().size(); i++) {
        out.append(i == 0 ? "" : flat ? ", " : ",").append(deeper);
        print(items.values().get(i), flat ? "" : deeper, out);
      }
      out.append(flat ? "" : newLine).append(']');
    } else {
      boolean flat = newLine.isEmpty();
      String deeper = flat ? "" : newLine + "  ";
      String before = "";
      out.append('{');
      for (Map.Entry<String, Json> field : ((Fields) json).values().entrySet()) {
        out.append(before).append(deeper);
        quote(field.getKey(), out);
        out.append(": ");
        print(field.getValue(), deeper, out);
        before = flat ? ", " : ",";
      }
      out.append(newLine).append('}');
    }
  }

  private static void quote(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char each = text.charAt(i);
      switch (each) {
        case '"', '\\' -> out.append('\\').append(each);
        case '\n' -> out.append("\\n");
        case '\t' -> out.append("\\t");
        default -> {
          if (each < ' ' || Character.isSurrogate(each) || each == '\u2028' || each == '\u2029') {
            out.append(String.format("\\u%04x", (int) each));
          } else {
            out.append(each);
          }
        }
      }
    }
    out.append('"');
  }
}
