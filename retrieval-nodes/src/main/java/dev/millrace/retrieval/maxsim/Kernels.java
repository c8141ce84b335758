package dev.millrace.retrieval.maxsim;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.Supplier;

/**
 * The choice of kernel, made once per process: ONNX Runtime where it loads, else plain Java, which
 * gives the same rankings several times slower. The system property {@value #PROPERTY} insists on
 * {@code ort} or {@code portable}.
 */
final class Kernels {
  static final String PROPERTY = "millrace.maxsim";

  private Kernels() {}

  static MaxSimKernel chosen() {
    return Chosen.KERNEL;
  }

  static MaxSimKernel choose(String wish, Supplier<MaxSimKernel> ort) {
    return switch (wish) {
      case "portable" -> new PortableMaxSim();
      case "ort" -> ort.get();
      case "" -> ortOrPortable(ort);
      default ->
          throw new IllegalArgumentException(
              "the property " + PROPERTY + " is \"" + wish + "\"; expected ort, portable or none");
    };
  }

  private static MaxSimKernel ortOrPortable(Supplier<MaxSimKernel> ort) {
    try {
      return ort.get();
    } catch (LinkageError | IllegalStateException e) {
      Logger logger = System.getLogger(MaxSim.class.getName());
      logger.log(
          Level.WARNING,
          "MaxSim runs in Java, several times slower, since ONNX Runtime does not load: " + e);
      return new PortableMaxSim();
    }
  }

  /** Initialised on first use, so that nothing native loads before. */
  private static final class Chosen {
    private static final MaxSimKernel KERNEL =
        choose(System.getProperty(PROPERTY, ""), OrtMaxSim::open);
  }
}
