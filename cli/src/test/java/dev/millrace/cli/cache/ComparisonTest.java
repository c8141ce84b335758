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
        "the code of encoding changed; passages is the same; model is the same.",
        sentence(
            List.of(part("passages", 1), part("model", 1), part("the code of encoding", 1)),
            List.of(part("passages", 1), part("model", 1), part("the code of encoding", 2))));
  }

  @Test
  void saysWhatIsNewAndWhatIsGone() {
    assertEquals(
        "model is new; encoder is gone; the code of encoding is the same.",
        sentence(
            List.of(part("the code of encoding", 1), part("model", 1)),
            List.of(part("the code of encoding", 1), part("encoder", 1))));
  }

  @Test
  void tellsPartsOfOneNameApart() {
    assertEquals(
        "text (number 2 of that name) changed; text is the same.",
        sentence(
            List.of(part("text", 1), part("text", 2)), List.of(part("text", 1), part("text", 3))));
  }

  @Test
  void saysThatTheOrderDiffers() {
    assertEquals(
        "the parts are in another order; a is the same; b is the same.",
        sentence(List.of(part("a", 1), part("b", 1)), List.of(part("b", 1), part("a", 1))));
  }

  @Test
  void saysThatItDoesNotKnow() {
    assertEquals(
        "what differs is not in the ledger; a is the same.",
        sentence(List.of(part("a", 1)), List.of(part("a", 1))));
    assertEquals("the ledger has no parts of either.", sentence(List.of(), List.of()));
  }
}
