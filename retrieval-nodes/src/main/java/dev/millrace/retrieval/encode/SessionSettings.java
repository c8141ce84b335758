package dev.millrace.retrieval.encode;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;
import ai.onnxruntime.providers.OrtCUDAProviderOptions;
import java.util.Map;
import java.util.TreeMap;

/** What ONNX Runtime is told of a session: {@link EncoderOptions}, in its words. */
final class SessionSettings {
  static final String NO_CPU_FALLBACK = "session.disable_cpu_ep_fallback";

  private final EncoderOptions options;

  SessionSettings(EncoderOptions options) {
    this.options = options;
  }

  /** Returns the entries of the session's configuration. */
  Map<String, String> entries() {
    Map<String, String> entries = new TreeMap<>();
    entries.put("session.intra_op.allow_spinning", "0");
    entries.put("session.inter_op.allow_spinning", "0");
    // The other format is a flat buffer, which the scan cannot see through.
    entries.put("session.load_model_format", "ONNX");
    if (options.device() instanceof Device.Cuda cuda && !cuda.cpuNodes()) {
      entries.put(NO_CPU_FALLBACK, "1");
    }
    return entries;
  }

  /** Returns what the CUDA provider is told, beside the ordinal. */
  static Map<String, String> provider(Device.Cuda cuda) {
    Map<String, String> entries = new TreeMap<>();
    // Doubling what it has taken, which is the default, would pass the limit long before it is due.
    entries.put("arena_extend_strategy", "kSameAsRequested");
    entries.put("use_tf32", cuda.tf32() ? "1" : "0");
    if (cuda.memoryLimit() > 0) {
      entries.put("gpu_mem_limit", Long.toString(cuda.memoryLimit()));
    }
    return entries;
  }

  /**
   * Writes the settings into a session's options.
   *
   * @throws EncoderException if the device cannot be used; it says why
   */
  void applyTo(SessionOptions session) throws OrtException {
    // One core per batch, batches side by side: no pool to wake, and idle threads cost nothing.
    session.setIntraOpNumThreads(options.intraOpThreads());
    session.setInterOpNumThreads(1);
    session.setOptimizationLevel(level(options.optimization()));
    for (Map.Entry<String, String> entry : entries().entrySet()) {
      session.addConfigEntry(entry.getKey(), entry.getValue());
    }
    // What goes wrong is thrown; it need not be printed as well.
    session.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
    // Shapes differ from batch to batch, and a plan kept for each would never be used again.
    session.setMemoryPatternOptimization(false);
    if (options.device() instanceof Device.Cuda cuda) {
      add(session, cuda);
    }
  }

  private static void add(SessionOptions session, Device.Cuda cuda) {
    try (OrtCUDAProviderOptions provider = new OrtCUDAProviderOptions(cuda.ordinal())) {
      for (Map.Entry<String, String> entry : provider(cuda).entrySet()) {
        provider.add(entry.getKey(), entry.getValue());
      }
      session.addCUDA(provider);
    } catch (OrtException e) {
      throw CudaDiagnosis.ofThisProcess().exception(cuda, e);
    }
  }

  private static OptLevel level(GraphOptimization optimization) {
    return switch (optimization) {
      case NONE -> OptLevel.NO_OPT;
      case BASIC -> OptLevel.BASIC_OPT;
      case EXTENDED -> OptLevel.EXTENDED_OPT;
      case ALL -> OptLevel.ALL_OPT;
    };
  }
}
