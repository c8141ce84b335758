package dev.millrace.retrieval.encode;

/** What ONNX Runtime's CUDA provider loads, and where one gets it. */
enum CudaLibrary {
  CUBLAS_LT("libcublasLt.so.12", "cublasLt64_12.dll", "CUDA 12's cuBLAS (libcublas-12-*)"),
  CUBLAS("libcublas.so.12", "cublas64_12.dll", "CUDA 12's cuBLAS (libcublas-12-*)"),
  CUDART("libcudart.so.12", "cudart64_12.dll", "CUDA 12's runtime (cuda-cudart-12-*)"),
  CURAND("libcurand.so.10", "curand64_10.dll", "CUDA 12's cuRAND (libcurand-12-*)"),
  CUFFT("libcufft.so.11", "cufft64_11.dll", "CUDA 12's cuFFT (libcufft-12-*)"),
  CUDNN("libcudnn.so.9", "cudnn64_9.dll", "cuDNN 9 for CUDA 12 (libcudnn9-cuda-12)"),
  DRIVER("libcuda.so.1", "nvcuda.dll", "NVIDIA's driver, which no Maven artifact brings");

  private final String linux;
  private final String windows;
  private final String origin;

  CudaLibrary(String linux, String windows, String origin) {
    this.linux = linux;
    this.windows = windows;
    this.origin = origin;
  }

  /** Returns the name of the file that is looked for. */
  String file(boolean onWindows) {
    return onWindows ? windows : linux;
  }

  /** Returns what has to be installed for it. */
  String origin() {
    return origin;
  }

  /** Returns whether a file of this name, in whatever version, is this library. */
  boolean isNamed(String file) {
    return stem(file).equals(stem(linux)) || stem(file).equals(stem(windows));
  }

  private static String stem(String file) {
    String base = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    int end = base.contains(".so") ? base.indexOf(".so") : base.indexOf("64_");
    String name = end < 0 ? base.replace(".dll", "") : base.substring(0, end);
    return name.startsWith("lib") ? name.substring(3) : name;
  }
}
