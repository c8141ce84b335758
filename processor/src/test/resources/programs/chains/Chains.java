package chains;

import dev.millrace.Batch;
import dev.millrace.CachePolicy;
import dev.millrace.Each;
import dev.millrace.MapMode;
import dev.millrace.Nested;
import dev.millrace.Node;
import dev.millrace.Pipeline;
import dev.millrace.runtime.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Maps over maps over maps, with all that may stand between them. */
@Pipeline
interface Chains {
  @Node
  static List<String> lines(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split(" "));
  }

  @Node(cache = CachePolicy.NEVER)
  static int noisy(int salt) {
    return salt % 2;
  }

  @Node(cutOff = true)
  static int sign(int salt) {
    return salt / 2;
  }

  @Nested(value = Sizes.class, output = "size")
  List<Integer> sizes(@Each("line") List<String> lines);

  @Nested(value = Tags.class, output = "tag")
  List<@Nullable String> tags(@Each("line") List<String> lines, @Each("size") List<Integer> sizes);

  @Nested(value = Joined.class, output = "join")
  List<String> joined(@Each("tag") List<@Nullable String> tags);

  @Nested(value = Signed.class, output = "signedOne")
  List<String> signed(@Each("size") List<Integer> sizes, @Each("tag") List<@Nullable String> tags);

  @Node
  static int total(List<Integer> sizes) {
    return sizes.stream().mapToInt(x -> x).sum();
  }

  @Nested(value = Labels.class, output = "label")
  List<String> labels(
      @Each("line") List<String> lines,
      @Each("join") List<String> joined,
      @Each("tag") List<@Nullable String> tags,
      @Each("signedOne") List<String> signed);

  @Nested(value = Pairs.class, output = "pair", mode = MapMode.PRODUCT)
  List<String> pairs(@Each("size") List<Integer> sizes, @Each("tag") List<@Nullable String> tags);

  @Nested(value = Risky.class, output = "risk")
  List<Outcome<String>> risks(@Each("signedOne") List<String> signed);

  @Node
  static List<String> good(List<Outcome<String>> risks) {
    return Outcome.values(risks);
  }

  @Nested(value = Fins.class, output = "fin")
  List<String> fins(@Each("g") List<String> good);

  @Nested(value = Fins2.class, output = "fin2")
  List<String> fins2(@Each("fin") List<String> fins);

  @Nested(value = Chars.class, output = "chars", flatten = true)
  List<String> letters(@Each("signedOne") List<String> signed);

  @Nested(value = Fins.class, output = "fin")
  List<String> letterFins(@Each("g") List<String> letters);

  @Nested(value = Fins2.class, output = "fin2")
  List<String> letterFins2(@Each("fin") List<String> letterFins);

  @Nested(value = Inner.class, output = "count")
  List<Integer> counts(@Each("line") List<String> lines);

  @Nested(value = Fins3.class, output = "fin3")
  List<String> countFins(@Each("count") List<Integer> counts, @Each("line") List<String> lines);

  @Node
  static String end(
      int total,
      List<String> labels,
      List<String> fins2,
      List<String> letterFins2,
      List<String> countFins) {
    return total + "" + labels + fins2 + letterFins2 + countFins;
  }

  final class Sizes {
    private Sizes() {}

    @Node
    static int size(String line) {
      if (line.equals("bad")) {
        throw new IllegalArgumentException("a bad line");
      }
      return line.length();
    }

    @Batch
    static List<Integer> size(List<String> line) {
      return line.stream().map(Sizes::size).toList();
    }
  }

  final class Tags {
    private Tags() {}

    @Node
    static @Nullable String tag(String line, int size) {
      return size % 2 == 0 ? null : line.substring(1) + size;
    }
  }

  final class Joined {
    private Joined() {}

    @Node
    static String join(@Nullable String tag, int noisy) {
      return tag + "/" + noisy;
    }
  }

  final class Signed {
    private Signed() {}

    @Node
    static CompletionStage<String> signedOne(@Nullable String tag, int size, int sign) {
      return CompletableFuture.supplyAsync(() -> sign + tag + size);
    }
  }

  final class Labels {
    private Labels() {}

    @Node
    static int once(int total, int bias) {
      return total * 10 + bias;
    }

    @Node
    static String label(String line, String join, @Nullable String tag, String signedOne, int once) {
      return line + join + tag + signedOne + once;
    }
  }

  final class Pairs {
    private Pairs() {}

    @Node
    static String pair(int size, @Nullable String tag) {
      return size + "x" + tag;
    }
  }

  final class Risky {
    private Risky() {}

    @Node
    static String risk(String signedOne) {
      if (signedOne.contains("x")) {
        throw new IllegalStateException(signedOne);
      }
      return signedOne + "r";
    }
  }

  final class Fins {
    private Fins() {}

    @Node
    static String fin(String g) {
      return g + "f";
    }
  }

  final class Fins2 {
    private Fins2() {}

    @Node
    static String fin2(String fin, int bias) {
      return fin + bias;
    }
  }

  final class Chars {
    private Chars() {}

    @Node
    static List<String> chars(String signedOne) {
      List<String> all = new ArrayList<>();
      for (int i = 0; i < signedOne.length(); i++) {
        all.add(signedOne.substring(i, i + 1));
      }
      return all;
    }
  }

  @Pipeline
  interface Inner {
    @Node
    static List<String> words(String line) {
      return List.of(line.split("b", -1));
    }

    @Nested(value = Lens.class, output = "len")
    List<Integer> lens(@Each("word") List<String> words);

    @Nested(value = Twices.class, output = "twice")
    List<Integer> twices(@Each("len") List<Integer> lens);

    @Node
    static int count(List<Integer> twices, int bias) {
      return twices.stream().mapToInt(x -> x).sum() + bias;
    }
  }

  final class Lens {
    private Lens() {}

    @Node
    static int len(String word) {
      return word.length();
    }
  }

  final class Twices {
    private Twices() {}

    @Node
    static int twice(int len) {
      return len * 2;
    }
  }

  final class Fins3 {
    private Fins3() {}

    @Node
    static String fin3(int count, String line) {
      return count + line;
    }
  }
}
