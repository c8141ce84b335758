package dev.millrace.retrieval.encode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.millrace.runtime.NullArgumentException;
import dev.millrace.runtime.Resource;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxEncoderResourceTest {
  @TempDir Path folder;

  @Test
  void opensTheEncoderThatItsModelGives() throws Exception {
    EncoderModel model = TinyModel.in(folder);
    Resource<OnnxEncoder> resource = OnnxEncoderResource.of(model);
    try (OnnxEncoder opened = resource.open();
        OnnxEncoder made = OnnxEncoder.builder(model).build()) {
      assertEquals(made.id(), opened.id());
    }
  }

  @Test
  void isOneResourceForOneModelHoweverOftenItIsNamed() {
    OnnxEncoderResource resource = OnnxEncoderResource.of(EncoderModel.allMiniLmL6V2());
    assertEquals(OnnxEncoderResource.of(EncoderModel.allMiniLmL6V2()), resource);
    assertNotEquals(OnnxEncoderResource.of(TinyModel.in(folder)), resource);
  }

  @Test
  void isSharedByAllThreads() {
    assertFalse(OnnxEncoderResource.of(TinyModel.in(folder)).perWorker());
  }

  @Test
  void opensNoModelThatIsNotThere() {
    ModelFile missing = ModelFile.file(folder.resolve("no.onnx"), "0".repeat(64), 1);
    OnnxEncoderResource resource =
        OnnxEncoderResource.of(new EncoderModel("none", missing, missing));
    EncoderException e = assertThrows(EncoderException.class, resource::open);
    assertEquals(EncoderException.Fault.MISSING, e.fault());
  }

  @Test
  void wantsAModel() {
    assertThrows(NullArgumentException.class, () -> OnnxEncoderResource.of(null));
  }
}
