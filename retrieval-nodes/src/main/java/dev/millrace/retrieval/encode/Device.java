package dev.millrace.retrieval.encode;

/** Where an encoder runs. */
public sealed interface Device {
  /** Returns the processor. */
  static Cpu cpu() {
    return new Cpu();
  }

  /**
   * Returns an NVIDIA GPU, counted from 0: all of its memory, full float32 precision, and nothing
   * of the network on the processor.
   *
   * @throws IllegalArgumentException if the ordinal is negative
   */
  static Cuda cuda(int ordinal) {
    return new Cuda(ordinal, 0, false, false);
  }

  /** The processor. */
  record Cpu() implements Device {
    @Override
    public String toString() {
      return "cpu";
    }
  }

  /**
   * An NVIDIA GPU, which needs {@code onnxruntime_gpu} in place of {@code onnxruntime}, and CUDA
   * 12.
   *
   * @param ordinal which GPU, counted from 0
   * @param memoryLimit the most bytes of its memory for the network's tensors; 0 for no limit
   * @param tf32 whether matrix products may round to TensorFloat-32: faster, and nearer to 1e-3
   *     than to 1e-6
   * @param cpuNodes whether ONNX Runtime may compute parts of the network on the processor, which
   *     is refused otherwise
   */
  record Cuda(int ordinal, long memoryLimit, boolean tf32, boolean cpuNodes) implements Device {
    /**
     * Checks the components.
     *
     * @throws IllegalArgumentException if a number is negative
     */
    public Cuda {
      if (ordinal < 0) {
        throw new IllegalArgumentException("a GPU's ordinal counts from 0, not " + ordinal);
      }
      if (memoryLimit < 0) {
        throw new IllegalArgumentException(
            "the memory limit is a number of bytes, or 0 for none, not " + memoryLimit);
      }
    }

    /** Returns this GPU with another limit for the network's tensors, in bytes; 0 for none. */
    public Cuda memoryLimit(long bytes) {
      return new Cuda(ordinal, bytes, tf32, cpuNodes);
    }

    /** Returns this GPU with matrix products in TensorFloat-32, or without. */
    public Cuda tf32(boolean allowed) {
      return new Cuda(ordinal, memoryLimit, allowed, cpuNodes);
    }

    /** Returns this GPU with parts of the network allowed on the processor, or not. */
    public Cuda cpuNodes(boolean allowed) {
      return new Cuda(ordinal, memoryLimit, tf32, allowed);
    }

    @Override
    public String toString() {
      return "cuda:"
          + ordinal
          + (memoryLimit == 0 ? "" : ", at most " + memoryLimit + " bytes")
          + (tf32 ? ", tf32" : "")
          + (cpuNodes ? ", cpu nodes" : "");
    }
  }
}
