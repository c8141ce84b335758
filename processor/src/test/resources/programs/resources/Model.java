package resources;

import dev.millrace.CacheKey;
import dev.millrace.Stateful;
import java.io.IOException;
import java.util.Arrays;

/** Counts how often it is opened, and shows what it was opened with. */
@Stateful(device = "cpu")
public final class Model implements AutoCloseable {
  static int opened;

  private final String file;
  private final int[] weights;

  public Model(String file, int... weights) throws IOException {
    if (file.isEmpty()) {
      throw new IOException("no file");
    }
    opened++;
    this.file = file;
    this.weights = weights;
  }

  int[] weights() {
    return weights;
  }

  @Override
  public void close() {
    opened--;
  }

  @CacheKey
  @Override
  public String toString() {
    return file + Arrays.toString(weights);
  }
}
