package dev.millrace.processor.property;

import java.util.Objects;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is added to a pipeline's source to try its cache: nodes that end the run, nodes that are not
 * stored or always run, values that readers are keyed by. What a node is given is decided by its
 * name, so that a node is the same in a smaller pipeline.
 */
final class Spice {
  private static final Pattern PLAIN =
      Pattern.compile("@Node (static [^\\n(]*?(\\w+)\\()(.*)\\{ return (Mix\\..*); }\\n(@Batch)?");
  private static final Pattern LATER =
      Pattern.compile("(static [^\\n(]*?(\\w+)\\(.*)Mix\\.later\\(");

  private Spice() {}

  /**
   * Returns the source with some.
   *
   * @param isGrave whether nodes may end the run
   */
  static String on(String source, long salt, boolean isGrave) {
    String plain =
        PLAIN
            .matcher(source)
            .replaceAll(
                node -> {
                  Random random = new Random(salt + Objects.hash(node.group(2)));
                  boolean fails = isGrave && node.group(5) == null && random.nextInt(12) == 0;
                  String call = node.group(4);
                  String id = call.replaceFirst(".*?(\\d+).*", "$1");
                  return Matcher.quoteReplacement(
                      "@Node%s %s%s{ return %s; }\n%s"
                          .formatted(
                              cached(random.nextInt(24)),
                              node.group(1),
                              node.group(3),
                              fails ? "Mix.grave(%s, %s)".formatted(id, call) : call,
                              Objects.toString(node.group(5), "")));
                });
    return LATER
        .matcher(plain)
        .replaceAll(
            node ->
                new Random(salt + Objects.hash(node.group(2))).nextInt(4) == 0 && isGrave
                    ? "$1Mix.laterIfAtAll("
                    : "$0");
  }

  private static String cached(int dice) {
    return switch (dice) {
      case 0, 1 -> "(cutOff = true)";
      case 2, 3 -> "(cache = CachePolicy.PASS)";
      case 4 -> "(cache = CachePolicy.NEVER)";
      case 5 -> "(salt = \"pepper\")";
      default -> "";
    };
  }
}
