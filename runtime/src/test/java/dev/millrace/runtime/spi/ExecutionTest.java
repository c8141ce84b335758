package dev.millrace.runtime.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.millrace.runtime.PipelineClosedException;
import org.junit.jupiter.api.Test;

final class ExecutionTest {
  @Test
  void aMapThatHasNoThreadsYetIsToldThatThePipelineIsClosed() {
    Execution execution = new Execution("Search", Setup.DEFAULT);
    execution.close();
    assertEquals(
        new PipelineClosedException("Search").getMessage(),
        assertThrows(PipelineClosedException.class, () -> execution.threads().execute(() -> {}))
            .getMessage());
  }
}
