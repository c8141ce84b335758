package dev.millrace.samples.retrieval;

import dev.millrace.TwinTest;
import dev.millrace.retrieval.encode.Encoder;
import dev.millrace.retrieval.nodes.EncodingNodes;
import dev.millrace.testing.FakeEncoder;
import dev.millrace.testing.Samples;

/** Encoding many is encoding one by one: the compiler writes the tests of that. */
@TwinTest(EncodingNodes.class)
final class EncodingTwins {
  private EncodingTwins() {}

  static Encoder encoder() {
    return new FakeEncoder(16);
  }

  /** Of a passage or a query: neither takes the empty one. */
  static Samples<String> id() {
    return Samples.ints(0, 999).map(number -> "id" + number);
  }
}
