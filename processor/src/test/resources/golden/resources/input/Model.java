package handles;

import dev.millrace.Stateful;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

@Stateful(device = "cpu")
public final class Model implements Encoder, AutoCloseable {
  private final int[] weights;

  public Model(Path file, List<String> labels, double bias, int... weights) throws IOException {
    if (labels.contains(file.toString())) {
      throw new IOException("no model: " + file + bias);
    }
    this.weights = weights;
  }

  private Model(int width) {
    this.weights = new int[width];
  }

  static Model empty() {
    return new Model(0);
  }

  @Override
  public int[] vector(String text) {
    return weights;
  }

  @Override
  public void close() {}
}
