package dev.millrace.runtime.json;

import com.fasterxml.jackson.core.Version;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.millrace.runtime.Embedding;

/**
 * Teaches Jackson embeddings, as components of any record. A vector is an array of numbers, a
 * matrix of more rows than one an array of such arrays:
 *
 * <pre>{@code
 * {"id": "p1", "embedding": [0.25, -1.5]}
 * {"id": "p2", "embedding": [[0.25, -1.5], [0.5, 2.0]]}
 * }</pre>
 *
 * <p>Each float is written with as many digits as tell it from its neighbours, so that it comes
 * back to the bit, minus zero too. What JSON has no number for is {@code "NaN"}, {@code "Infinity"}
 * or {@code "-Infinity"}, as in Jackson's own float arrays; of a NaN nothing but that it is one is
 * kept. Read are rows of equal length, at least one number each; a number that is beyond a float's
 * range is refused. What is read is float32, in a slab of its own.
 *
 * <p>{@code ObjectMapper.findAndRegisterModules} finds this module on the class path. On the module
 * path it does not, and {@code addModule} is to be called: a Java module can only provide services
 * whose interface is there, and Jackson may not be.
 */
// Whoever calls this has Jackson; whoever does not must not be asked for it.
@SuppressWarnings("exports")
public final class EmbeddingModule extends SimpleModule {
  private static final long serialVersionUID = 1L;

  /** Makes the module, which has no options. */
  public EmbeddingModule() {
    super("millrace-embeddings", Version.unknownVersion());
    addSerializer(Embedding.class, new EmbeddingSerializer());
    addDeserializer(Embedding.class, new EmbeddingDeserializer());
  }
}
