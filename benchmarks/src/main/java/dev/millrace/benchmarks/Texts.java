package dev.millrace.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The texts bundled with the benchmarks: made for them, one per line. */
public final class Texts {
  private Texts() {}

  /** Returns 220 passages of one to four sentences. */
  public static List<String> passages() throws IOException {
    return lines("passages.txt");
  }

  /** Returns 100 short queries. */
  public static List<String> queries() throws IOException {
    return lines("queries.txt");
  }

  private static List<String> lines(String name) throws IOException {
    try (InputStream in = Objects.requireNonNull(Texts.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }
}
