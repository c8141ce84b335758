package dev.millrace.samples.textstats;

/** {@code java -jar millrace-text-stats.jar to be or not to be} */
public final class Main {
  private Main() {}

  /** Prints the words and how rich they are. */
  public static void main(String[] arguments) {
    String text = arguments.length == 0 ? "to be or not to be" : String.join(" ", arguments);
    try (var pipeline = TextStatsPipeline.builder().build()) {
      var inputs = TextStatsPipeline.inputs().text(text);
      System.out.println(pipeline.richness(inputs)); // one output: only what it needs runs
      System.out.println(pipeline.run(inputs).words()); // every output
    }
  }
}
