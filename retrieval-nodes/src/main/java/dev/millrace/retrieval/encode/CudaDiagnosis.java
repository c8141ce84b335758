package dev.millrace.retrieval.encode;

import ai.onnxruntime.OrtEnvironment;
import dev.millrace.retrieval.encode.EncoderException.Fault;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says of an error of ONNX Runtime's what keeps the CUDA provider from being used, and what to do.
 * Its messages differ between versions, platforms and ways into the library, and one of them names
 * no library at all: so names are looked for anywhere in a message, and where there is none, on the
 * disk.
 */
final class CudaDiagnosis {
  private static final Pattern LIBRARY =
      Pattern.compile("\\blib(?:cu|nv)\\w+\\.so(?:\\.\\d+)+|\\b(?:cu|nv)\\w+\\.dll");
  private static final Pattern UNDEFINED =
      Pattern.compile("undefined symbol: (\\w+)(?:, version (\\S+))?");
  private static final Pattern CUDA_ERROR =
      Pattern.compile("CUDA (?:failure|error) (\\d{1,4}):? ?([^;\\n]*)");

  private static final Pattern NO_ROOM =
      Pattern.compile("Failed to allocate memory|smaller than requested bytes");

  private static final int NO_MEMORY = 2;
  private static final int OLD_DRIVER = 35;
  private static final int NO_DEVICE = 100;
  private static final int NO_SUCH_DEVICE = 101;

  private static final String NATIVE = "/ai/onnxruntime/native/";

  private static final String REDIST =
      "org.bytedeco:cuda:12.6-9.5-1.5.11 with the classifier linux-x86_64-redist holds those of"
          + " CUDA 12 and cuDNN 9, to be unpacked";

  /** What the class path has of ONNX Runtime. */
  enum Jar {
    CPU,
    CUDA,
    BOTH
  }

  private final Jar jar;
  private final LibraryPath path;

  CudaDiagnosis(Jar jar, LibraryPath path) {
    this.jar = jar;
    this.path = path;
  }

  static CudaDiagnosis ofThisProcess() {
    return new CudaDiagnosis(jar(), LibraryPath.ofThisProcess());
  }

  /** Returns what this process's class path has; a folder of libraries may hold anything. */
  static Jar jar() {
    Class<?> type = OrtEnvironment.class;
    boolean cuda =
        System.getProperty("onnxruntime.native.path") != null
            || type.getResource(NATIVE + "linux-x64/libonnxruntime_providers_cuda.so") != null
            || type.getResource(NATIVE + "win-x64/onnxruntime_providers_cuda.dll") != null;
    if (!cuda) {
      return Jar.CPU;
    }
    String name = type.getName().replace('.', '/') + ".class";
    return type.getClassLoader().resources(name).count() > 1 ? Jar.BOTH : Jar.CUDA;
  }

  /** Returns the exception for what the provider said when it was asked for a device. */
  EncoderException exception(Device.Cuda cuda, Exception cause) {
    String message = String.valueOf(cause.getMessage());
    String why = explain(message).orElseGet(() -> "ONNX Runtime says no more than that it failed");
    return new EncoderException(
        Fault.NO_DEVICE,
        "the encoder cannot use cuda:" + cuda.ordinal() + ": " + why + " (" + message.strip() + ")",
        cause);
  }

  /** Returns what a message means, if it speaks of the device. */
  Optional<String> explain(String message) {
    return switch (jar) {
      case CPU ->
          Optional.of(
              "the class path has onnxruntime, which runs on the CPU only; put"
                  + " com.microsoft.onnxruntime:onnxruntime_gpu there in its place, and not beside"
                  + " it (in Millrace's own build: -Pgpu)");
      case BOTH ->
          Optional.of(
              "the class path has both onnxruntime and onnxruntime_gpu, whose classes and libraries"
                  + " have the same names; exclude com.microsoft.onnxruntime:onnxruntime");
      case CUDA -> ofMessage(message);
    };
  }

  private Optional<String> ofMessage(String message) {
    if (message.contains("Failed to find CUDA shared provider")) {
      return Optional.of(
          "there is no CUDA provider for "
              + System.getProperty("os.name")
              + " on "
              + System.getProperty("os.arch")
              + " in the jar, nor in a folder that onnxruntime.native.path names; onnxruntime_gpu"
              + " has one for Linux and Windows on x86-64, so run there, or on the CPU");
    }
    Matcher undefined = UNDEFINED.matcher(message);
    if (undefined.find()) {
      return Optional.of(undefined(undefined.group(1), undefined.group(2)));
    }
    Matcher error = CUDA_ERROR.matcher(message);
    if (error.find()) {
      return Optional.of(error(Integer.parseInt(error.group(1)), error.group(2).strip()));
    }
    if (NO_ROOM.matcher(message).find()) {
      return Optional.of(
          "the network's tensors have no room; lower the token budget, or raise the memory limit");
    }
    if (message.contains("fallback to CPU EP has been explicitly disabled")) {
      return Optional.of(
          "parts of the network have no CUDA form, or are arithmetic of shapes that ONNX Runtime"
              + " keeps on the CPU; use a float32 model, or allow them with"
              + " Device.cuda(…).cpuNodes(true)");
    }
    Optional<CudaLibrary> named = named(message);
    if (named.isPresent()) {
      return Optional.of(missing(List.of(named.get()), "is"));
    }
    return message.contains("load") && message.toLowerCase(Locale.ROOT).contains("librar")
        ? Optional.of(unnamed())
        : Optional.empty();
  }

  private static Optional<CudaLibrary> named(String message) {
    Matcher library = LIBRARY.matcher(message);
    while (library.find()) {
      String file = library.group();
      Optional<CudaLibrary> known =
          Arrays.stream(CudaLibrary.values()).filter(one -> one.isNamed(file)).findFirst();
      if (known.isPresent()) {
        return known;
      }
    }
    return message.contains("cuDNN") ? Optional.of(CudaLibrary.CUDNN) : Optional.empty();
  }

  private String unnamed() {
    List<CudaLibrary> missing =
        Arrays.stream(CudaLibrary.values())
            .filter(library -> !path.holds(library.file(path.onWindows())))
            .toList();
    return missing.isEmpty()
        ? "its CUDA provider does not load, though all CUDA libraries that it may need were found;"
            + " they may be of another version or damaged. ONNX Runtime prints the loader's own"
            + " words on standard error"
        : missing(missing, missing.size() == 1 ? "is" : "are");
  }

  private String missing(List<CudaLibrary> libraries, String are) {
    String files =
        String.join(", ", libraries.stream().map(one -> one.file(path.onWindows())).toList());
    String origins =
        String.join(", ", libraries.stream().map(CudaLibrary::origin).distinct().toList());
    return files
        + " "
        + are
        + " not found in "
        + path.shown()
        + "; install "
        + origins
        + ", or put the folder of the files into "
        + path.variable()
        + " before Java starts ("
        + REDIST
        + ")";
  }

  private static String undefined(String symbol, String version) {
    String where = version == null ? "a CUDA library" : version;
    return where
        + " is too old for ONNX Runtime's provider: it lacks "
        + symbol
        + "; an older CUDA 12 comes first on the loader's path, so install a later one, or put its"
        + " folder first";
  }

  private static String error(int code, String text) {
    String said = "CUDA error " + code + (text.isEmpty() ? "" : ", " + text);
    return switch (code) {
      case NO_MEMORY -> said + "; lower the token budget, or raise the memory limit";
      case OLD_DRIVER -> said + "; NVIDIA's driver is older than CUDA 12, so install 525 or later";
      case NO_DEVICE -> said + "; nvidia-smi must list a GPU, and CUDA_VISIBLE_DEVICES not hide it";
      case NO_SUCH_DEVICE -> said + "; nvidia-smi lists the GPUs, counted from 0";
      default -> said + "; nvidia-smi tells whether the GPU can be used";
    };
  }
}
