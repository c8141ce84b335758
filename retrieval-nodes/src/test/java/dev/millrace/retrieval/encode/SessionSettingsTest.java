package dev.millrace.retrieval.encode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What ONNX Runtime is told; its names are its own, and no compiler checks them. */
class SessionSettingsTest {
  private static Map<String, String> entries(Device device) {
    return new SessionSettings(EncoderOptions.DEFAULT.device(device)).entries();
  }

  @Test
  void aGpuHasNoFallbackToTheProcessor() {
    assertEquals("1", entries(Device.cuda(0)).get("session.disable_cpu_ep_fallback"));
  }

  @Test
  void theProcessorIsNotForbiddenItself() {
    assertFalse(entries(Device.cpu()).containsKey("session.disable_cpu_ep_fallback"));
    assertFalse(
        entries(Device.cuda(0).cpuNodes(true)).containsKey("session.disable_cpu_ep_fallback"));
  }

  @Test
  void threadsNeverSpin() {
    for (Device device : new Device[] {Device.cpu(), Device.cuda(0)}) {
      assertEquals("0", entries(device).get("session.intra_op.allow_spinning"));
      assertEquals("0", entries(device).get("session.inter_op.allow_spinning"));
    }
  }

  @Test
  void aGpusMemoryGrowsByWhatIsAskedForAndUpToItsLimit() {
    assertEquals(
        Map.of(
            "arena_extend_strategy",
            "kSameAsRequested",
            "gpu_mem_limit",
            "3000000000",
            "use_tf32",
            "0"),
        SessionSettings.provider(Device.cuda(0).memoryLimit(3_000_000_000L)));
  }

  @Test
  void withoutALimitNoneIsSet() {
    assertEquals(
        Map.of("arena_extend_strategy", "kSameAsRequested", "use_tf32", "1"),
        SessionSettings.provider(Device.cuda(1).tf32(true)));
  }
}
