package dev.millrace.runtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The exact text of every error: what was wrong, what was expected, what to do. */
final class MessagesTest {

  @Test
  void aTwinOfTheWrongSizeIsToldWithBothNumbers() {
    assertEquals(
        "the @Batch twin of \"vec\" was given 256 items and returned 3 results; it must return one"
            + " for each, in their order",
        new BatchSizeException("vec", 256, 3).getMessage());
  }

  @Test
  void aNullResultIsToldWithItsNode() {
    assertEquals(
        "the node \"vec\" returned null; declare the result @Nullable, or return a value",
        NullResultException.of("vec").getMessage());
  }

  @Test
  void aNullItemIsToldWithItsIndex() {
    assertEquals(
        "\"doc\" is null for item 3000000000; declare it @Nullable, or give it a value",
        NullResultException.of("doc", 3_000_000_000L).getMessage());
  }

  @Test
  void aNullElementIsToldWithItsPositionAndWhatToDeclare() {
    assertEquals(
        "\"words\" has null at position 3000000000; declare its elements @Nullable, as in"
            + " List<@Nullable T>, or leave nulls out",
        NullResultException.ofElement("words", 3_000_000_000L).getMessage());
    assertEquals(
        "\"words\" has null at position 0 for item 3000000000; declare its elements @Nullable, as"
            + " in List<@Nullable T>, or leave nulls out",
        NullResultException.ofElement("words", 3_000_000_000L, 0).getMessage());
  }

  @Test
  void unequalLengthsAreToldWithBothLists() {
    assertEquals(
        "\"scores.hits\" maps over \"doc\" (3 items) and \"query\" (4 items) together; they must"
            + " be equally long",
        new UnequalLengthsException("scores.hits", "doc", 3, "query", 4).getMessage());
  }

  @Test
  void oneMissingInputIsToldWithTheCallThatSetsIt() {
    assertEquals(
        "HybridRetrieval was not given topK; set it on Inputs, as in .topK(…), or start from"
            + " inputs(), which asks for everything",
        new MissingInputException("HybridRetrieval", List.of("topK")).getMessage());
  }

  @Test
  void severalMissingInputsAreToldTogether() {
    MissingInputException missing =
        new MissingInputException("HybridRetrieval", List.of("corpusPath", "rrf", "topK"));
    assertEquals(
        "HybridRetrieval was not given corpusPath, rrf, topK; set them on Inputs, as in"
            + " .corpusPath(…), or start from inputs(), which asks for everything",
        missing.getMessage());
    assertEquals(List.of("corpusPath", "rrf", "topK"), missing.missing());
  }

  @Test
  void whatManyRunsLackIsToldWithTheItemsThatLackIt() {
    MissingInputException one = new MissingInputException("P", List.of("k"), List.of(2), 3);
    assertEquals(
        "P was not given k for item 2 of 3; set it on Over: .k(…) for all items alike, or one value"
            + " for each",
        one.getMessage());
    assertEquals(List.of("k"), one.missing());
    assertArrayEquals(new int[] {2}, one.items());
    assertEquals(
        "P was not given a, b for items 0, 2, 4, 6, 8 and 2 more of 20; set them on Over: .a(…) for"
            + " all items alike, or one value for each",
        new MissingInputException("P", List.of("a", "b"), List.of(0, 2, 4, 6, 8, 10, 12), 20)
            .getMessage());
    assertTrue(
        new MissingInputException("P", List.of("k"), List.of(0, 1), 2)
            .getMessage()
            .startsWith("P was not given k for any of its 2 items; "));
    assertTrue(
        new MissingInputException("P", List.of("k"), List.of(0), 1)
            .getMessage()
            .startsWith("P was not given k for its only item; "));
    assertArrayEquals(new int[0], new MissingInputException("P", List.of("k")).items());
  }

  @Test
  void missingInputsKeepTheirNamesWhateverBecomesOfTheList() {
    List<String> names = new ArrayList<>(List.of("rrf", "topK"));
    MissingInputException missing = new MissingInputException("P", names);
    names.clear();
    assertEquals(List.of("rrf", "topK"), missing.missing());
  }

  @Test
  void missingInputsKeepTheirNamesOverTheWire() throws Exception {
    MissingInputException sent = new MissingInputException("P", List.of("rrf", "topK"));
    MissingInputException received = (MissingInputException) overTheWire(sent);
    assertEquals(List.of("rrf", "topK"), received.missing());
    assertEquals(sent.getMessage(), received.getMessage());
  }

  @Test
  void aFailedItemIsToldWithItsPathAndItsIndex() throws Exception {
    FailedItem item = new FailedItem("predictions.hits", 17);
    assertEquals("in the node \"predictions.hits\", item 17", item.getMessage());
    assertEquals("predictions.hits", item.node());
    assertEquals(17, item.index());
    FailedItem received = (FailedItem) overTheWire(item);
    assertEquals("predictions.hits", received.node());
    assertEquals(17, received.index());
  }

  @Test
  void aFailedItemCostsNoStackTrace() {
    assertEquals(0, new FailedItem("predictions.hits", 17).getStackTrace().length);
  }

  @Test
  void aTimeoutIsToldWithItsNodeAndTheTimeItHad() throws Exception {
    IOException thrown = new IOException("interrupted");
    NodeTimeoutException timeout = new NodeTimeoutException("vec", Duration.ofMillis(1500), thrown);
    assertEquals(
        "the node \"vec\" was not done within 1500ms; give it more time in @Timeout, or have it do"
            + " less in one call",
        timeout.getMessage());
    assertSame(thrown, timeout.getCause());
    NodeTimeoutException received = (NodeTimeoutException) overTheWire(timeout);
    assertEquals("vec", received.node());
    assertEquals(Duration.ofMillis(1500), received.limit());
  }

  @ParameterizedTest
  @CsvSource({"PT10S, 10s", "PT0.2S, 200ms", "PT5M, 300s", "PT0.0000015S, 1500ns"})
  void aTimeIsWrittenAsTheAnnotationHasIt(Duration limit, String written) {
    String message = new NodeTimeoutException("vec", limit, null).getMessage();
    assertTrue(message.contains("within " + written + ";"), message);
  }

  @Test
  void anUnknownVariantIsToldWithTheClassOrTheConstant() {
    assertEquals(
        "\"fused\" has no variant for \"fusion\" = a java.lang.String, which was not there when the"
            + " pipeline was compiled; compile the pipeline again",
        new UnknownVariantException("fused", "fusion", "text").getMessage());
    assertEquals(
        "\"fused\" has no variant for \"mode\" = java.util.concurrent.TimeUnit.DAYS, which was not"
            + " there when the pipeline was compiled; compile the pipeline again",
        new UnknownVariantException("fused", "mode", TimeUnit.DAYS).getMessage());
    assertEquals(
        "\"fused\" has no variant for \"mode\" = null; give it a value, for it chooses what runs",
        new UnknownVariantException("fused", "mode", null).getMessage());
  }

  @Test
  void aCancelledItemIsToldWithWhatWasNotComputed() {
    assertEquals(
        "the run was cancelled before \"evaluation\" was computed; run it again if it is wanted",
        new CancelledException("evaluation").getMessage());
  }

  @Test
  void aNodeThatIsCancelledThoughItsRunIsNotIsToldAsSuch() {
    CancellationException cause = new CancellationException();
    CancelledException cancelled = new CancelledException("labels.label", cause);
    assertEquals(
        "\"labels.label\" threw a CancellationException, or its stage was cancelled; the run"
            + " itself was not; see the cause",
        cancelled.getMessage());
    assertSame(cause, cancelled.getCause());
  }

  @Test
  void aClosedPipelineIsToldByName() {
    assertEquals(
        "HybridRetrieval is closed; build another one, or close it after its last run",
        new PipelineClosedException("HybridRetrieval").getMessage());
  }

  @Test
  void aResourceThatDoesNotOpenIsToldWithItsNameAndWhy() {
    IOException cause = new IOException("no such file");
    ResourceOpenException failed =
        new ResourceOpenException("encoder", Resource.live("model"), true, cause);
    assertEquals(
        "could not open \"encoder\", live model: java.io.IOException: no such file",
        failed.getMessage());
    assertSame(cause, failed.getCause());
    assertEquals(
        "\"encoder\", live model, opened to null; open() must return an object",
        new ResourceOpenException("encoder", Resource.live("model"), true).getMessage());
  }

  @Test
  void aLimitThatIsNoneIsToldWithItsDeviceAndWhatToDo() {
    assertEquals(
        "\"cuda:0\" is to take 0 calls at once; let it take at least 1, or leave the limit out",
        DeviceLimitException.tooFew("cuda:0", 0).getMessage());
    assertEquals(
        "\"cuda:0\" has a limit already; give the builder one for each device",
        DeviceLimitException.twice("cuda:0").getMessage());
    assertEquals(
        "a limit is for a device that has no name; name it as what occupies it does, \"cuda:0\"",
        DeviceLimitException.unnamed().getMessage());
  }

  private static Object overTheWire(Object sent) throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(sent);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return in.readObject();
    }
  }
}
