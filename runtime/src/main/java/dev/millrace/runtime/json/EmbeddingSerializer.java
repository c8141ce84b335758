package dev.millrace.runtime.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import dev.millrace.runtime.Embedding;
import java.io.IOException;

/** Writes an embedding: one row as an array of numbers, several as an array of such arrays. */
final class EmbeddingSerializer extends StdSerializer<Embedding> {
  /** Set where a value only changes its type: an embedding then passes as the handle it is. */
  static final String AS_IT_IS = EmbeddingSerializer.class.getName();

  private static final long serialVersionUID = 1L;

  EmbeddingSerializer() {
    super(Embedding.class);
  }

  @Override
  public void serialize(Embedding embedding, JsonGenerator json, SerializerProvider provider)
      throws IOException {
    if (provider.getAttribute(AS_IT_IS) != null) {
      json.writeEmbeddedObject(embedding);
    } else if (embedding.rows() == 1) {
      write(embedding.row(0), json);
    } else {
      json.writeStartArray(embedding, embedding.rows());
      for (int row = 0; row < embedding.rows(); row++) {
        write(embedding.row(row), json);
      }
      json.writeEndArray();
    }
  }

  private static void write(float[] row, JsonGenerator json) throws IOException {
    json.writeStartArray(row, row.length);
    for (float number : row) {
      json.writeNumber(number);
    }
    json.writeEndArray();
  }
}
