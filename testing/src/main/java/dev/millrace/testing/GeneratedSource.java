package dev.millrace.testing;

import java.util.List;

/**
 * A source that the processor wrote. What is asserted of it fails with an {@link AssertionError}.
 */
public final class GeneratedSource {
  private final String name;
  private final String text;

  GeneratedSource(String name, String text) {
    this.name = name;
    this.text = text;
  }

  /** Returns the whole text. */
  public String text() {
    return text;
  }

  /** Asserts that a text stands in it as it is; the failure shows the source. */
  public GeneratedSource contains(String part) {
    if (!text.contains(part)) {
      throw new AssertionError(name + " does not contain\n" + part + "\nbut is\n" + text);
    }
    return this;
  }

  /** Asserts that this is the whole of it; the failure shows the first line that differs. */
  public GeneratedSource isEqualTo(String expected) {
    if (!text.equals(expected)) {
      throw new AssertionError(difference(expected));
    }
    return this;
  }

  private String difference(String expected) {
    List<String> wanted = List.of(expected.split("\n", -1));
    List<String> found = List.of(text.split("\n", -1));
    int line = 0;
    while (line < wanted.size()
        && line < found.size()
        && wanted.get(line).equals(found.get(line))) {
      line++;
    }
    return name
        + " differs at line "
        + (line + 1)
        + "\n  expected: "
        + shown(wanted, line)
        + "\n  was:      "
        + shown(found, line);
  }

  private static String shown(List<String> lines, int line) {
    return line < lines.size() ? lines.get(line).replace("\r", "\\r") : "(no such line)";
  }
}
