package serving;

import dev.millrace.Batch;
import dev.millrace.CachePolicy;
import dev.millrace.Each;
import dev.millrace.Node;
import dev.millrace.Tolerance;
import dev.millrace.runtime.IntBlock;
import dev.millrace.runtime.Weigher;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;

/** Nodes whose calls meet, and some whose calls do not. */
final class Nodes {
  private Nodes() {}

  private static <T> T told(String what, T result) {
    Model.TOLD.add(what);
    return result;
  }

  @Node
  static String encoded(String text, Model model) {
    return told("one " + text, model.encode(text));
  }

  /** They wait until there are four. */
  @Batch(maxItems = 4, linger = "1h")
  static List<String> encoded(List<String> texts, Model model) {
    Model.TOLD.add("batch " + new TreeSet<>(texts));
    return texts.stream().map(model::encode).toList();
  }

  @Node
  static int length(String text, String unit) {
    return told("one " + text, text.length() * unit.length());
  }

  @Batch(maxItems = 2, linger = "1h")
  static IntBlock length(List<String> texts, String unit) {
    Model.TOLD.add("lengths " + new TreeSet<>(texts) + " " + unit);
    return IntBlock.copyOf(texts.stream().map(each -> each.length() * unit.length()).toList());
  }

  static final class Letters implements Weigher<String> {
    @Override
    public long weigh(String text) {
      return text.length();
    }
  }

  /** A node by itself: a call of one item is made together with others, too. */
  @Batch(maxWeight = 6, weigher = Letters.class, linger = "1h")
  static List<Integer> weighed(@Each("text") List<String> texts) {
    Model.TOLD.add("weighed " + new TreeSet<>(texts));
    return texts.stream().map(String::length).toList();
  }

  @Node
  static String near(String text) {
    return told("one " + text, text + "!");
  }

  @Batch(tolerance = @Tolerance(ulps = 1))
  static List<String> near(List<String> texts) {
    return told("near " + texts, texts.stream().map(each -> each + "?").toList());
  }

  @Node
  static String varying(String text) {
    return told("one " + text, text + "!");
  }

  @Batch(invariant = false)
  static List<String> varying(List<String> texts) {
    return told("varying " + texts, texts.stream().map(each -> each + "?").toList());
  }

  @Node(cache = CachePolicy.NEVER)
  static String sent(String text) {
    return told("one " + text, text + "!");
  }

  @Batch
  static List<String> sent(List<String> texts) {
    return told("sent " + texts, texts.stream().map(each -> each + "?").toList());
  }

  /** Does what it is told to, and has a twin that does so for each. */
  @Node
  static String asked(Callable<String> question) throws Exception {
    return question.call();
  }

  @Batch
  static List<String> asked(List<Callable<String>> questions) throws Exception {
    StringBuilder answers = new StringBuilder();
    for (Callable<String> each : questions) {
      answers.append(each.call());
    }
    return questions.stream().map(each -> answers.toString()).toList();
  }

  @Node
  static String loud(String line) {
    return line + "!";
  }

  @Batch
  static List<String> loud(List<String> lines) {
    return lines.stream().map(each -> each + "!").toList();
  }
}
