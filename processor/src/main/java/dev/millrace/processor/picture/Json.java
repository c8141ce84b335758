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
    print(this, false, "\n", out);
    return out.append('\n').toString();
  }

  /** Returns the value as text: a line for each object in an array, all else on one. */
  default String printWide() {
    StringBuilder out = new StringBuilder();
    print(this, true, "\n", out);
    return out.append('\n').toString();
  }

  private static void print(Json json, boolean wide, String newLine, StringBuilder out) {
    String deeper = newLine + "  ";
    if (json instanceof Text text) {
      quote(text.value(), out);
    } else if (json instanceof Flag flag) {
      out.append(flag.value());
    } else if (json instanceof Whole whole) {
      out.append(whole.value());
    } else if (json instanceof Items items) {
      boolean flat = items.values().stream().noneMatch(each -> each instanceof Fields);
      out.append('[');
      for (int i = 0; i < items.values().size(); i++) {
        out.append(i == 0 ? "" : flat ? ", " : ",").append(flat ? "" : deeper);
        print(items.values().get(i), wide, deeper, out);
      }
      out.append(flat || wide ? "" : newLine).append(']');
    } else {
      String before = "";
      out.append('{');
      for (Map.Entry<String, Json> field : ((Fields) json).values().entrySet()) {
        out.append(before).append(wide ? "" : deeper);
        quote(field.getKey(), out);
        out.append(": ");
        print(field.getValue(), wide, deeper, out);
        before = wide ? ", " : ",";
      }
      out.append(wide ? "" : newLine).append('}');
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
