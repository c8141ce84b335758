package notes;

import dev.millrace.CachePolicy;
import dev.millrace.Each;
import dev.millrace.In;
import dev.millrace.KeyPolicy;
import dev.millrace.Nested;
import dev.millrace.Node;
import dev.millrace.Pipeline;
import java.util.List;
import java.util.function.UnaryOperator;

/** All that is said of a cache, and what {@code describe} and {@code plan} say of what has none. */
@Pipeline
interface Notes {
  final class Draft {}

  @Nested(value = Line.class, output = "length")
  List<Integer> lengths(@Each("line") List<String> lines);

  @Node(cache = CachePolicy.NEVER)
  static String read(String address) {
    return address;
  }

  @Node(cache = CachePolicy.PASS, version = 2)
  static List<String> lines(String read) {
    return read.lines().toList();
  }

  @Node(cache = CachePolicy.STORE, salt = "table of 2024", cutOff = true)
  static long total(List<String> lines, @In(key = KeyPolicy.IGNORE) String token) {
    return lines.size();
  }

  @Node
  static Draft notStored(long total) {
    return new Draft();
  }

  @Node
  static String stored(Draft notStored) {
    return notStored.toString();
  }

  @Node
  static String notCached(@In(key = KeyPolicy.IDENTITY) Draft notStored, String stored) {
    return stored + notStored;
  }

  @Node
  static String below(String notCached, @In(key = KeyPolicy.IDENTITY) UnaryOperator<String> rule) {
    return rule.apply(notCached);
  }

  final class Line {
    private Line() {}

    @Node
    static String ruled(
        String line,
        @In(key = KeyPolicy.IDENTITY) UnaryOperator<String> rule,
        @In(key = KeyPolicy.IDENTITY) Draft notStored) {
      return rule.apply(line) + notStored;
    }

    @Node
    static int length(String ruled) {
      return ruled.length();
    }
  }
}
