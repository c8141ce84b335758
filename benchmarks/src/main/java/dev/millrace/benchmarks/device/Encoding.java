package dev.millrace.benchmarks.device;

import dev.millrace.Each;
import dev.millrace.Nested;
import dev.millrace.Pipeline;
import java.util.List;

/** Vectors of one list, of two, and of a list for each of a list. */
public final class Encoding {
  private Encoding() {}

  /** Of one list. */
  @Pipeline({})
  public interface Texts {
    @Nested(value = DeviceNodes.class, output = "vector")
    List<Long> vectors(@Each("text") List<Long> texts);
  }

  /** Of passages and of queries. */
  @Pipeline({})
  public interface Corpus {
    @Nested(value = DeviceNodes.class, output = "vector")
    List<Long> encodedPassages(@Each("text") List<Long> passages);

    @Nested(value = DeviceNodes.class, output = "vector")
    List<Long> encodedQueries(@Each("text") List<Long> queries);
  }

  /** Of the passages of each query. */
  @Pipeline({})
  public interface Queries {
    @Nested(value = Texts.class, output = "vectors")
    List<List<Long>> allVectors(@Each("texts") List<List<Long>> queries);
  }
}
