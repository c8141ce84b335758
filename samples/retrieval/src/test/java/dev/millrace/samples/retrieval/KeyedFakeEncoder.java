package dev.millrace.samples.retrieval;

import dev.millrace.Stateful;
import dev.millrace.retrieval.encode.Encoder;
import dev.millrace.retrieval.encode.Role;
import dev.millrace.retrieval.encode.TextEmbedding;
import dev.millrace.testing.FakeEncoder;
import java.util.List;

/** The encoder without a model as a resource, which has a handle and so a key. */
@Stateful
final class KeyedFakeEncoder implements Encoder {
  private final FakeEncoder fake;

  KeyedFakeEncoder(int dim) {
    this.fake = new FakeEncoder(dim);
  }

  @Override
  public String id() {
    return fake.id();
  }

  @Override
  public int dim() {
    return fake.dim();
  }

  @Override
  public TextEmbedding encode(String text, Role role) {
    return fake.encode(text, role);
  }

  @Override
  public List<TextEmbedding> encodeBatch(List<String> texts, Role role) {
    return fake.encodeBatch(texts, role);
  }
}
