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

  sealed interface Grid<T> permits Rows, Cells, Flat {}

  record Rows<A>(A[] rows) implements Grid<A[]> {}

  record Cells<T>(T cell) implements Grid<T> {}

  record Flat<T>(T whole) implements Grid<T> {}

  @Node
  static String gridded(Cells<String[]> grid) {
    return "cells";
  }

  @Node
  static String gridded(Flat<String[]> grid) {
    return "flat";
  }

  @Node
  static String plain(Cells<String> grid) {
    return "cells, for there are no rows of a string";
  }

  @Node
  static String plain(Flat<String> grid) {
    return "flat";
  }

  sealed interface Both<A, B> permits Same, Either, Neither {}

  record Same<X>(X one) implements Both<X, X> {}

  record Either<A, B>(A one, B other) implements Both<A, B> {}

  record Neither<A, B>() implements Both<A, B> {}

  @Node
  static <A, B> String both(Either<A, B> both) {
    return "either";
  }

  @Node
  static <A, B> String both(Neither<A, B> both) {
    return "neither";
  }

  @Node
  static String apart(Either<String, Integer> both) {
    return "either, for they are not the same";
  }

  @Node
  static String apart(Neither<String, Integer> both) {
    return "neither";
  }
}
