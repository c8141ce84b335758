package dev.millrace.runtime.spi;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Nodes of which the twin is given, and is never to be run one by one. */
class Twin implements LengthsMap.Nodes {
  interface Body {
    @Nullable List<Integer> apply(List<Integer> lengths) throws Exception;
  }

  private final Body body;

  Twin(Body body) {
    this.body = body;
  }

  @Override
  public @Nullable List<Integer> scaled(List<Integer> lengths, int scale) throws Exception {
    return body.apply(lengths);
  }

  @Override
  public Integer scaled(int length, int scale) {
    throw new AssertionError("run one by one");
  }
}
