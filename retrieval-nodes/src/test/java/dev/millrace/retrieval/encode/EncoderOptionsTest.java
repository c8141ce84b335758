package dev.millrace.retrieval.encode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EncoderOptionsTest {
  private static final List<UnaryOperator<EncoderOptions>> CHANGES =
      List.of(
          options -> options.device(Device.cuda(0)),
          options -> options.device(Device.cuda(1)),
          options -> options.device(Device.cuda(0).memoryLimit(1L << 30)),
          options -> options.device(Device.cuda(0).tf32(true)),
          options -> options.device(Device.cuda(0).cpuNodes(true)),
          options -> options.vectors(Vectors.DENSE),
          options -> options.maxTokens(128),
          options -> options.budget(TokenBudget.of(512)),
          options -> options.budget(TokenBudget.calibrated()),
          options -> options.budget(TokenBudget.calibrated(Path.of("budgets"))),
          options -> options.workers(3),
          options -> options.intraOpThreads(2),
          options -> options.optimization(GraphOptimization.BASIC),
          options -> options.warmUp(true));

  @TempDir Path folder;

  @Test
  void equalOptionsAndAnEqualModelAreOneResource() {
    EncoderModel model = TinyModel.in(folder);
    for (UnaryOperator<EncoderOptions> change : CHANGES) {
      Function<EncoderModel, OnnxEncoderResource> changed =
          each -> OnnxEncoderResource.of(each.options(change.apply(EncoderOptions.DEFAULT)));
      assertEquals(changed.apply(model), changed.apply(TinyModel.in(folder)));
      assertNotEquals(OnnxEncoderResource.of(model), changed.apply(model));
    }
  }

  @Test
  void aModelIsEqualByItsContentAndNotByItsPlace() {
    EncoderModel here = TinyModel.in(folder);
    ModelFile elsewhere = ModelFile.resource("tiny.onnx", here.network().sha256(), 1 << 20);
    EncoderModel there = new EncoderModel(here.name(), elsewhere, here.tokenizer());
    assertEquals(OnnxEncoderResource.of(here), OnnxEncoderResource.of(there));
    assertEquals(here.hashCode(), there.hashCode());
  }

  /** As the guide shows it. */
  @Test
  void aPipelineIsGivenTheModelWithItsOptions() {
    EncoderModel model = TinyModel.in(folder);
    Path budgets = folder;
    EncoderOptions gpu =
        EncoderOptions.cuda(0).vectors(Vectors.DENSE).budget(TokenBudget.calibrated(budgets));
    OnnxEncoderResource encoder = OnnxEncoderResource.of(model.options(gpu));
    assertTrue(encoder.toString().contains("device=cuda:0"), encoder.toString());
    assertEquals(gpu, model.options(gpu).options());
  }

  @Test
  void noTwoOfThemAreTheSame() {
    List<EncoderOptions> all =
        CHANGES.stream().map(change -> change.apply(EncoderOptions.DEFAULT)).distinct().toList();
    assertEquals(CHANGES.size(), all.size());
  }

  @Test
  void aHandleShowsTheDevice() {
    EncoderModel model = TinyModel.in(folder);
    EncoderOptions gpu = EncoderOptions.DEFAULT.device(Device.cuda(1).memoryLimit(1024));
    String shown = OnnxEncoderResource.of(model.options(gpu)).toString();
    assertTrue(shown.contains("device=cuda:1, at most 1024 bytes"), shown);
    assertTrue(OnnxEncoderResource.of(model).toString().contains("device=cpu"));
  }

  @Test
  void aGpuHasDefaultsOfItsOwn() {
    EncoderOptions gpu = EncoderOptions.cuda(2);
    assertEquals(Device.cuda(2), gpu.device());
    assertEquals(1, gpu.threads());
    assertTrue(gpu.warmUp());
    assertEquals(3, gpu.workers(3).threads());
  }

  @Test
  void threadsOfOnnxRuntimeLeaveRoomForEachOther() {
    int processors = Runtime.getRuntime().availableProcessors();
    assertEquals(processors, EncoderOptions.DEFAULT.threads());
    assertEquals(1, EncoderOptions.DEFAULT.intraOpThreads(processors).threads());
    assertEquals(1, EncoderOptions.DEFAULT.intraOpThreads(processors + 1).threads());
  }

  @Test
  void refusesNumbersThatMakeNoSense() {
    EncoderOptions options = EncoderOptions.DEFAULT;
    List<Runnable> wrong =
        List.of(
            () -> options.maxTokens(7),
            () -> options.maxTokens(8193),
            () -> options.workers(-1),
            () -> options.intraOpThreads(0),
            () -> TokenBudget.of(0),
            () -> TokenBudget.of(65_537),
            () -> Device.cuda(-1),
            () -> Device.cuda(0).memoryLimit(-1));
    for (Runnable one : wrong) {
      assertThrows(IllegalArgumentException.class, one::run);
    }
  }
}
