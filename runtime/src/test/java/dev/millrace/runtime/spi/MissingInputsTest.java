package dev.millrace.runtime.spi;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.millrace.runtime.MissingInputException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class MissingInputsTest {

  @Test
  void namesAllThatIsNeededAndNotGivenInTheirOrder() {
    MissingInputs inputs =
        new MissingInputs("HybridRetrieval")
            .check("queries", true, false)
            .check("corpus", true, true)
            .check("qrels", false, false)
            .check("given", false, true)
            .check("allowed", true, false);
    MissingInputException missing =
        assertThrows(MissingInputException.class, () -> inputs.tell(Memo.NONE));
    assertEquals(List.of("queries", "allowed"), missing.missing());
    assertEquals(
        "HybridRetrieval was not given queries, allowed; set them on Inputs, as in .queries(…), or"
            + " start from inputs(), which asks for everything",
        missing.getMessage());
  }

  @Test
  void isSilentWhereNothingIsMissing() {
    MissingInputs inputs =
        new MissingInputs("P").check("qrels", false, false).check("corpus", true, true);
    assertDoesNotThrow(() -> inputs.tell(Memo.NONE));
    assertDoesNotThrow(() -> new MissingInputs("P").tell(Memo.NONE));
  }

  @Test
  void aCheckIsToldWhichRunsLackWhatAndNothingIsThrown() {
    Lacking lacking = new Lacking();
    new MissingInputs("P").check("queries", true, false).tell(lacking.next());
    new MissingInputs("P").check("queries", true, true).tell(lacking.next());
    new MissingInputs("P")
        .check("corpus", true, false)
        .check("queries", true, false)
        .tell(lacking.next());
    assertEquals(Set.of("queries", "corpus"), lacking.names());
    assertEquals(List.of(0, 2), lacking.items());
  }
}
