package dev.millrace.runtime.json;

import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.ObjectCodec;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Takes a map apart, unless it or something in it contains itself: that has no end. */
final class Tokens extends TokenBuffer {
  Tokens(ObjectCodec codec) {
    super(codec, false);
  }

  @Override
  public void writeStartObject(Object map) throws IOException {
    requireNew(map);
    super.writeStartObject(map);
  }

  @Override
  public void writeStartObject(Object map, int size) throws IOException {
    requireNew(map);
    super.writeStartObject(map, size);
  }

  @Override
  public void writeStartArray(Object list) throws IOException {
    requireNew(list);
    super.writeStartArray(list);
  }

  @Override
  public void writeStartArray(Object list, int size) throws IOException {
    requireNew(list);
    super.writeStartArray(list, size);
  }

  private void requireNew(@Nullable Object value) throws JsonMappingException {
    for (JsonStreamContext around = getOutputContext();
        around != null;
        around = around.getParent()) {
      if (value != null && around.getCurrentValue() == value) {
        throw new Endless(this);
      }
    }
  }

  /** Says that a value contains itself. */
  static final class Endless extends JsonMappingException {
    private static final long serialVersionUID = 1L;

    private Endless(Tokens tokens) {
      super(tokens, "a value contains itself");
    }
  }
}
