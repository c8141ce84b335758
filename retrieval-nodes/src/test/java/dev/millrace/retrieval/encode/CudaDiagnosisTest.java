package dev.millrace.retrieval.encode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.millrace.retrieval.encode.CudaDiagnosis.Jar;
import dev.millrace.retrieval.encode.EncoderException.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Messages as ONNX Runtime gives them. Those of the loader are from its issues 8283, 12540, 23208
 * and 27920 and from those of programs that use it, across versions 1.8 to 1.24; that of a jar
 * without CUDA and that of a disabled fallback were seen with 1.23.2.
 */
class CudaDiagnosisTest {
  private static final LibraryPath EMPTY =
      new LibraryPath(List.of(Path.of("/opt/cuda/lib64")), "LD_LIBRARY_PATH", false);
  private static final LibraryPath WINDOWS =
      new LibraryPath(List.of(Path.of("C:\\cuda\\bin")), "PATH", true);

  private static final String UNNAMED =
      "Error code - ORT_FAIL - message: OrtSessionOptionsAppendExecutionProvider_Cuda: Failed to"
          + " load shared library";
  private static final String BRIDGE =
      "Error code - ORT_RUNTIME_EXCEPTION - message:"
          + " /onnxruntime_src/onnxruntime/core/session/provider_bridge_ort.cc:1952"
          + " onnxruntime::Provider& onnxruntime::ProviderLibrary::Get() [ONNXRuntimeError] : 1 :"
          + " FAIL : Failed to load library /tmp/onnxruntime-java1/libonnxruntime_providers_cuda.so"
          + " with error: ";

  @TempDir Path folder;

  private static String explained(String message) {
    return new CudaDiagnosis(Jar.CUDA, EMPTY).explain(message).orElseThrow();
  }

  private static void assertContains(String part, String text) {
    assertTrue(text.contains(part), text);
  }

  @Test
  void namesTheLibraryThatTheLoaderNamed() {
    Map<String, String> packages =
        Map.of(
            "libcublasLt.so.12", "libcublas-12",
            "libcublas.so.12", "libcublas-12",
            "libcudart.so.12", "cuda-cudart-12",
            "libcurand.so.10", "libcurand-12",
            "libcufft.so.11", "libcufft-12",
            "libcudnn.so.9", "libcudnn9-cuda-12",
            "libcuda.so.1", "NVIDIA's driver");
    packages.forEach(
        (library, origin) -> {
          String why =
              explained(
                  BRIDGE + library + ": cannot open shared object file: No such file or directory");
          assertTrue(why.startsWith(library + " is not found in /opt/cuda/lib64; install "), why);
          assertContains(origin, why);
          assertContains("LD_LIBRARY_PATH", why);
          assertContains("org.bytedeco:cuda", why);
        });
  }

  @Test
  void asksForTheVersionThatItNeedsWhereAnotherIsNamed() {
    String why = explained(BRIDGE + "libcublas.so.11: cannot open shared object file");
    assertContains("libcublas.so.12 is not found", why);
  }

  @Test
  void looksOnTheDiskWhereNoLibraryIsNamed() throws IOException {
    for (CudaLibrary library : CudaLibrary.values()) {
      if (library != CudaLibrary.CUDNN && library != CudaLibrary.CURAND) {
        Files.createFile(folder.resolve(library.file(false)));
      }
    }
    LibraryPath path = new LibraryPath(List.of(folder), "LD_LIBRARY_PATH", false);
    String why = new CudaDiagnosis(Jar.CUDA, path).explain(UNNAMED).orElseThrow();
    assertTrue(why.startsWith("libcurand.so.10, libcudnn.so.9 are not found in " + folder), why);
    Files.createFile(folder.resolve("libcudnn.so.9"));
    Files.createFile(folder.resolve("libcurand.so.10"));
    assertContains(
        "all CUDA libraries that it may need were found",
        new CudaDiagnosis(Jar.CUDA, path).explain(UNNAMED).orElseThrow());
  }

  @Test
  void knowsTheLibrariesOfWindows() {
    CudaDiagnosis diagnosis = new CudaDiagnosis(Jar.CUDA, WINDOWS);
    String named =
        "Error code - ORT_RUNTIME_EXCEPTION - message: Error loading"
            + " \"C:\\Temp\\onnxruntime_providers_cuda.dll\" which depends on \"cublasLt64_12.dll\""
            + " which is missing. (Error 126: \"The specified module could not be found.\")";
    assertContains("cublasLt64_12.dll is not found", diagnosis.explain(named).orElseThrow());
    String unnamed =
        "Error code - ORT_RUNTIME_EXCEPTION - message: provider_bridge_ort.cc:1539"
            + " onnxruntime::ProviderLibrary::Get [ONNXRuntimeError] : 1 : FAIL : LoadLibrary failed"
            + " with error 126 \"\" when trying to load"
            + " \"C:\\Temp\\onnxruntime-java5\\onnxruntime_providers_cuda.dll\"";
    String why = diagnosis.explain(unnamed).orElseThrow();
    assertContains("cudnn64_9.dll", why);
    assertContains("into PATH before", why);
  }

  @Test
  void knowsCudnnThatIsLoadedLate() {
    assertContains("libcudnn.so.9 is not found", explained("cuDNN library was not found"));
    assertContains(
        "libcudnn.so.9 is not found",
        explained("Unable to load any of {libcudnn_graph.so.9.1.0, libcudnn_graph.so.9}; cuDNN"));
  }

  @Test
  void tellsAnOldLibraryFromAMissingOne() {
    String why =
        explained(BRIDGE + "undefined symbol: cudaLibraryGetKernel, version libcudart.so.12");
    assertTrue(why.startsWith("libcudart.so.12 is too old"), why);
    assertContains("cudaLibraryGetKernel", why);
  }

  @Test
  void tellsTheDriverAndTheDeviceFromTheLibraries() {
    String cuda = "CUDA failure %d: %s ; GPU=-1 ; hostname=h ; file=cuda_execution_provider.cc";
    assertContains(
        "driver is older than CUDA 12",
        explained(cuda.formatted(35, "CUDA driver version is insufficient for CUDA runtime")));
    assertContains(
        "CUDA_VISIBLE_DEVICES", explained(cuda.formatted(100, "no CUDA-capable device")));
    assertContains("counted from 0", explained(cuda.formatted(101, "invalid device ordinal")));
    assertContains("lower the token budget", explained(cuda.formatted(2, "out of memory")));
    assertContains(
        "CUDA error 700, an illegal", explained(cuda.formatted(700, "an illegal access")));
  }

  @Test
  void tellsOfNodesThatWouldRunOnTheProcessor() {
    String why =
        explained(
            "Error code - ORT_FAIL - message: This session contains graph nodes that are assigned"
                + " to the default CPU EP, but fallback to CPU EP has been explicitly disabled by"
                + " the user.");
    assertContains("cpuNodes(true)", why);
  }

  @Test
  void saysThatNoTwoJarsGoTogether() {
    String why = new CudaDiagnosis(Jar.BOTH, EMPTY).explain(UNNAMED).orElseThrow();
    assertContains("both onnxruntime and onnxruntime_gpu", why);
    assertContains("exclude com.microsoft.onnxruntime:onnxruntime", why);
  }

  @Test
  void saysWhereThereIsAProviderForCuda() {
    String why =
        explained("Error code - ORT_EP_FAIL - message: Failed to find CUDA shared provider");
    assertContains("Linux and Windows on x86-64", why);
  }

  @Test
  void knowsThatTheMemoryIsTooSmall() {
    for (String message :
        List.of(
            "bfc_arena.cc:376 Failed to allocate memory for requested buffer of size 1048576",
            "Available memory of 10 is smaller than requested bytes of 1048576")) {
      assertContains("raise the memory limit", explained(message));
    }
  }

  @Test
  void saysNothingOfWhatIsNotTheDevices() {
    CudaDiagnosis diagnosis = new CudaDiagnosis(Jar.CUDA, EMPTY);
    for (String message :
        List.of(
            "Error code - ORT_FAIL - message: Load model failed:Protobuf parsing failed.",
            "No Op registered for NoSuchOperator with domain_version of 13")) {
      assertFalse(diagnosis.explain(message).isPresent(), message);
    }
  }

  @Property(tries = 300)
  void makesSomethingOfAnyMessage(@ForAll String message) {
    EncoderException e =
        new CudaDiagnosis(Jar.CUDA, EMPTY).exception(Device.cuda(0), new Exception(message));
    assertEquals(Fault.NO_DEVICE, e.fault());
    assertContains("cuda:0", e.getMessage());
  }

  /** Seen as it is: this build's class path has the jar for the processor. */
  @Test
  void saysThatTheJarOnTheClassPathKnowsNoGpu() {
    assumeTrue(CudaDiagnosis.jar() == Jar.CPU, "built with -Pgpu");
    EncoderModel model = TinyModel.in(folder).options(EncoderOptions.cuda(3));
    EncoderException e = assertThrows(EncoderException.class, () -> new OnnxEncoder(model));
    assertEquals(Fault.NO_DEVICE, e.fault());
    assertContains("cuda:3", e.getMessage());
    assertContains("has onnxruntime, which runs on the CPU only", e.getMessage());
    assertContains("com.microsoft.onnxruntime:onnxruntime_gpu", e.getMessage());
    assertContains("-Pgpu", e.getMessage());
    assertContains("Failed to find CUDA shared provider", e.getMessage());
  }
}
