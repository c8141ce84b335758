package dev.millrace.samples.textstats;

import dev.millrace.Default;
import dev.millrace.Node;
import dev.millrace.When;
import java.util.Locale;

/** Two ways to shorten a text, and two to write it. */
public final class ShorteningNodes {
  private ShorteningNodes() {}

  /** How a text is shortened. */
  public sealed interface Shortening permits Cut, FirstSentence {}

  /** After so many characters. */
  public record Cut(int length) implements Shortening {}

  /** After the first sentence. */
  public record FirstSentence() implements Shortening {}

  /** How a text is written. */
  public enum Letters {
    AS_IS,
    CAPITALS
  }

  @Node
  public static int sentenceEnd(String text) {
    int dot = text.indexOf('.');
    return dot < 0 ? text.length() : dot + 1;
  }

  @Node
  public static String brief(Cut shortening, String text) {
    return text.substring(0, Math.min(shortening.length(), text.length()));
  }

  @Node
  public static String brief(FirstSentence shortening, String text, int sentenceEnd) {
    return text.substring(0, sentenceEnd);
  }

  @Node("heading")
  @When("AS_IS")
  public static String asIs(@Default("AS_IS") Letters letters, String brief) {
    return brief;
  }

  @Node("heading")
  @When("CAPITALS")
  public static String capitals(@Default("AS_IS") Letters letters, String brief) {
    return brief.toUpperCase(Locale.ROOT);
  }
}
