package dev.millrace.processor.model;

/** The classes that say something to Millrace wherever a signature names them. */
public final class KnownTypes {
  public static final ClassRef LIST = ClassRef.of("java.util", "List");
  public static final ClassRef OPTIONAL = ClassRef.of("java.util", "Optional");
  public static final ClassRef STREAM = ClassRef.of("java.util.stream", "Stream");
  public static final ClassRef STAGE = ClassRef.of("java.util.concurrent", "CompletionStage");
  public static final ClassRef FUTURE = ClassRef.of("java.util.concurrent", "CompletableFuture");

  public static final ClassRef PATH = ClassRef.of("java.nio.file", "Path");

  public static final ClassRef RESOURCE = runtime("Resource");
  public static final ClassRef OUTCOME = runtime("Outcome");
  public static final ClassRef WEIGHER = runtime("Weigher");
  public static final ClassRef BLOCK = runtime("Block");
  public static final ClassRef INT_BLOCK = runtime("IntBlock");
  public static final ClassRef LONG_BLOCK = runtime("LongBlock");
  public static final ClassRef FLOAT_BLOCK = runtime("FloatBlock");
  public static final ClassRef DOUBLE_BLOCK = runtime("DoubleBlock");

  public static final ClassRef SAMPLES = ClassRef.of("dev.millrace.testing", "Samples");

  private KnownTypes() {}

  private static ClassRef runtime(String name) {
    return ClassRef.of("dev.millrace.runtime", name);
  }
}
