package dev.millrace.cli.cache;

import static dev.millrace.cli.cache.SampleCache.part;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.millrace.cli.Invocation;
import dev.millrace.runtime.MetaStore.Entry;
import dev.millrace.runtime.MetaStore.Part;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ComparisonTest {

  private static String sentence(List<Part> now, List<Part> before) {
    return new Comparison(entry(1, now), entry(2, before)).sentence();
  }

  private static Entry entry(long key, List<Part> parts) {
    return new Entry(SampleCache.key(key), "encoding", Invocation.NOW, 1, 1, Invocation.NOW, parts);
  }

  @Test
  void saysFirstWhatDiffers() {
    assertEquals(
        "code of encoding changed; input passages is the same; input model is the same.",
        sentence(
            List.of(part("passages", 1), part("model", 1), part("code", 1)),
            List.of(part("passages", 1), part("model", 1), part("code", 2))));
  }

  @Test
  void saysWhatIsNewAndWhatIsGone() {
    assertEquals(
        "input model is new; input encoder is gone; code of encoding is the same.",
        sentence(
            List.of(part("code", 1), part("model", 1)),
            List.of(part("code", 1), part("encoder", 1))));
  }

  @Test
  void tellsPartsOfOneNameApart() {
    assertEquals(
        "input text (number 2 of that name) changed; input text is the same.",
        sentence(
            List.of(part("text", 1), part("text", 2)), List.of(part("text", 1), part("text", 3))));
  }

  @Test
  void saysThatTheOrderDiffers() {
    assertEquals(
        "the parts are in another order; input a is the same; input b is the same.",
        sentence(List.of(part("a", 1), part("b", 1)), List.of(part("b", 1), part("a", 1))));
  }

  @Test
  void saysThatItDoesNotKnow() {
    assertEquals(
        "what differs is not in the ledger; input a is the same.",
        sentence(List.of(part("a", 1)), List.of(part("a", 1))));
    assertEquals("the ledger has no parts of either.", sentence(List.of(), List.of()));
  }
}
