package clashing;

import dev.millrace.As;
import dev.millrace.Batch;
import dev.millrace.Each;
import dev.millrace.Nested;
import dev.millrace.Node;
import dev.millrace.Pipeline;
import java.util.List;

/** Every name that generated code uses itself, as a value: outside, and in a nested use. */
@Pipeline(Names.Outside.class)
interface Names {
  @Nested(Inside.class)
  List<String> yield(@Each("word") List<String> run);

  @Nested(Inside.class)
  String ALL(@As("word") String builder);

  @Node
  static int N(String given) {
    return given.length();
  }

  final class Outside {
    private Outside() {}

    @Node
    static String want(String inputs) {
      return inputs + "w";
    }

    @Node
    static String all(String want) {
      return want + "a";
    }

    @Node
    static String probe(String all) {
      return all + "p";
    }

    @Node
    static String outputs(String probe) {
      return probe + "o";
    }

    @Node
    static String row(String outputs) {
      return outputs + "r";
    }

    @Node
    static String rows(String row) {
      return row + "r";
    }

    @Node
    static String since(String rows) {
      return rows + "s";
    }

    @Node
    static String slots(String since) {
      return since + "s";
    }

    @Node
    static String from(String slots) {
      return slots + "f";
    }

    @Node
    static String results(String from) {
      return from + "r";
    }

    @Node
    static String sound(String results) {
      return results + "s";
    }

    @Node
    static String batch(String sound) {
      return sound + "b";
    }

    @Node
    static String failure(String batch) {
      return batch + "f";
    }

    @Node
    static String listener(String failure) {
      return failure + "l";
    }

    @Node
    static String execute(String listener) {
      return listener + "e";
    }

    @Node
    static String needsRow(String execute) {
      return execute + "n";
    }

    @Node
    static String path(String needsRow) {
      return needsRow + "p";
    }

    @Node
    static String chunk(String path) {
      return path + "c";
    }

    @Node
    static String map(String chunk) {
      return chunk + "m";
    }

    @Node
    static String prepare(String map) {
      return map + "p";
    }

    @Node
    static String items(String prepare) {
      return prepare + "i";
    }

    @Node
    static String column(String items) {
      return items + "c";
    }

    @Node
    static String now(String column) {
      return column + "n";
    }

    @Node
    static String end(String now) {
      return now + "e";
    }

    @Node
    static String fail(String end) {
      return end + "f";
    }

    @Node
    static String take(String fail) {
      return fail + "t";
    }

    @Node
    static String isolate(String take) {
      return take + "i";
    }

    @Node
    static String record(String isolate) {
      return isolate + "r";
    }

    @Node
    static String var(String record) {
      return record + "v";
    }

    @Node
    static String permits(String var) {
      return var + "p";
    }

    @Node
    static String sealed(String permits) {
      return permits + "s";
    }

    @Node
    static String size(String sealed) {
      return sealed + "s";
    }

    @Node
    static String name(String size) {
      return size + "n";
    }

    @Node
    static String values(String name) {
      return name + "v";
    }
  }

  final class Inside {
    private Inside() {}

    @Node
    static String want(String word) {
      return word + "w";
    }

    @Node
    static String all(String want) {
      return want + "a";
    }

    @Node
    static String probe(String all) {
      return all + "p";
    }

    @Node
    static String outputs(String probe) {
      return probe + "o";
    }

    @Node
    static String row(String outputs) {
      return outputs + "r";
    }

    @Node
    static String rows(String row) {
      return row + "r";
    }

    @Node
    static String since(String rows) {
      return rows + "s";
    }

    @Node
    static String slots(String since) {
      return since + "s";
    }

    @Node
    static String from(String slots) {
      return slots + "f";
    }

    @Node
    static String results(String from) {
      return from + "r";
    }

    @Node
    static String sound(String results) {
      return results + "s";
    }

    @Node
    static String batch(String sound) {
      return sound + "b";
    }

    @Node
    static String failure(String batch) {
      return batch + "f";
    }

    @Node
    static String listener(String failure) {
      return failure + "l";
    }

    @Node
    static String execute(String listener) {
      return listener + "e";
    }

    @Node
    static String needsRow(String execute) {
      return execute + "n";
    }

    @Node
    static String path(String needsRow) {
      return needsRow + "p";
    }

    @Node
    static String chunk(String path) {
      return path + "c";
    }

    @Node
    static String map(String chunk) {
      return chunk + "m";
    }

    @Node
    static String prepare(String map) {
      return map + "p";
    }

    @Node
    static String items(String prepare) {
      return prepare + "i";
    }

    @Node
    static String column(String items) {
      return items + "c";
    }

    @Node
    static String now(String column) {
      return column + "n";
    }

    @Node
    static String end(String now) {
      return now + "e";
    }

    @Node
    static String fail(String end) {
      return end + "f";
    }

    @Node
    static String take(String fail) {
      return fail + "t";
    }

    @Node
    static String isolate(String take) {
      return take + "i";
    }

    @Node
    static String record(String isolate) {
      return isolate + "r";
    }

    @Node
    static String var(String record) {
      return record + "v";
    }

    @Node
    static String permits(String var) {
      return var + "p";
    }

    @Node
    static String sealed(String permits) {
      return permits + "s";
    }

    @Node
    static String size(String sealed) {
      return sealed + "s";
    }

    @Node
    static String name(String size) {
      return size + "n";
    }

    @Node
    static String values(String name) {
      return name + "v";
    }

    @Node
    static String yield(String values) {
      return values + "y";
    }

    @Batch
    static List<String> batch(List<String> sounds) {
      return sounds.stream().map(each -> each + "b").toList();
    }
  }
}
