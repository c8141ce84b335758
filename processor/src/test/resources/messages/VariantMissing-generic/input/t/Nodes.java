package t;

import dev.millrace.Node;
import java.util.List;

/** What the type arguments rule out is not missing; what they leave open must be taken. */
final class Nodes {
  sealed interface Scale<T> permits Log, Table, Whole {}

  record Log<T>(T base) implements Scale<T> {}

  record Table<A, B>(List<A> steps, B last) implements Scale<A> {}

  record Whole(int by) implements Scale<Integer> {}

  @Node
  static String scaled(Log<String> scale) {
    return "log";
  }

  @Node
  static String scaled(Table<String, Long> scale) {
    return "table";
  }

  @Node
  static <T> String opened(Log<T> scale) {
    return "log";
  }

  @Node
  static <T> String opened(Table<T, ?> scale) {
    return "table";
  }

  @Node
  static <T, B> String narrowed(Log<T> scale) {
    return "log";
  }

  @Node
  static <T, B> String narrowed(Table<T, B> scale) {
    return "table";
  }

  @Node
  static String narrowed(Whole scale) {
    return "whole";
  }

  @Node
  static String whole(Log<Integer> scale) {
    return "log";
  }

  @Node
  static String whole(Table<Integer, ?> scale) {
    return "table";
  }
}
