package dev.millrace.processor.testing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Everything sound that the tests have, as one body of sources: the goldens, the programs, and a
 * pipeline long enough to be cut into segments. No two of them have a class of the same name.
 */
public final class Corpus {
  private static final int LONG = 90;

  private Corpus() {}

  /** Returns the sources by path, sorted. */
  public static SortedMap<String, String> sources() {
    SortedMap<String, String> all = new TreeMap<>();
    Stream.concat(
            Folder.of("golden").names().map(name -> "golden/" + name + "/input"),
            Folder.of("programs").names().map(name -> "programs/" + name))
        .forEach(folder -> add(all, Folder.of(folder).sources().values().toArray(String[]::new)));
    add(all, segmented());
    return all;
  }

  private static void add(Map<String, String> all, String... texts) {
    for (String text : texts) {
      String path = Build.path(text);
      if (all.put(path, text) != null) {
        throw new AssertionError(path + " is there twice; call one of them something else");
      }
    }
  }

  /** Values of objects that are let go, a constant and a map in every third segment. */
  private static String segmented() {
    String nodes =
        IntStream.range(1, LONG)
            .mapToObj(
                i ->
                    """
                      @Node static String %s(String %s) { return %s + "."; }
                    """
                        .formatted(name(i), name(i - 1), name(i - 1)))
            .collect(Collectors.joining());
    return """
    package segmented;
    import dev.millrace.*;
    import java.util.List;
    import org.jspecify.annotations.Nullable;
    @Pipeline
    interface Segmented {
      @Node static String %s(String beginning) { return beginning; }
      @Node static @Nullable String ending(String beginning) {
        return beginning.isEmpty() ? null : beginning;
      }
    %s
      @Nested(value = Item.class, output = "length")
      List<Integer> lengths(@Each("word") List<String> words);
      @Nested(value = Item.class, output = "length")
      int lengthOfLast(@As("word") String %s);
      final class Item {
        @Node static String fixed(int base) { return "x".repeat(base); }
        @Node static int length(String word, String fixed) { return word.length() + fixed.length(); }
      }
    }
    """
        .formatted(name(0), nodes, name(LONG - 1));
  }

  /** No two names are near each other. */
  private static String name(int i) {
    return "step" + String.valueOf(i).replaceAll(".", "$0$0$0");
  }

  /** Returns the sources with a package-info for each package, which makes it null-marked. */
  public static Map<String, String> nullMarked() {
    Map<String, String> all = new LinkedHashMap<>(sources());
    sources().keySet().stream()
        .filter(path -> path.contains("/"))
        .map(path -> path.substring(0, path.lastIndexOf('/')))
        .forEach(
            folder ->
                all.put(
                    folder + "/package-info.java",
                    "@org.jspecify.annotations.NullMarked package "
                        + folder.replace('/', '.')
                        + ";"));
    return all;
  }
}
