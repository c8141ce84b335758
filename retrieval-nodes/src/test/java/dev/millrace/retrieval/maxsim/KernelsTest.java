package dev.millrace.retrieval.maxsim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class KernelsTest {
  /** One of each for all tests: a kernel is made for many searches. */
  private static final MaxSimKernel ORT = OrtMaxSim.open();

  private static final Supplier<MaxSimKernel> NOT_LOADING =
      () -> {
        throw new UnsatisfiedLinkError("no onnxruntime in java.library.path");
      };

  static MaxSimKernel kernel(String name) {
    return Kernels.choose(name, () -> ORT);
  }

  @Test
  void takesOnnxRuntimeWhereItLoads() {
    assertTrue(MaxSim.kernel().startsWith("ort-1."), MaxSim::kernel);
    assertEquals(ORT, Kernels.choose("", () -> ORT));
  }

  @Test
  void takesJavaWhereOnnxRuntimeDoesNotLoad() {
    assertEquals("portable-1", Kernels.choose("", NOT_LOADING).id());
  }

  @Test
  void failsWhereOnnxRuntimeIsInsistedOnAndDoesNotLoad() {
    assertThrows(UnsatisfiedLinkError.class, () -> Kernels.choose("ort", NOT_LOADING));
  }

  @Test
  void takesJavaWhereItIsInsistedOn() {
    assertEquals("portable-1", Kernels.choose("portable", () -> ORT).id());
  }

  @Test
  void refusesAKernelItDoesNotKnow() {
    Exception e =
        assertThrows(IllegalArgumentException.class, () -> Kernels.choose("fast", () -> ORT));
    assertTrue(e.getMessage().contains("\"fast\""), e::getMessage);
  }
}
