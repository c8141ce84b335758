package opening;

import dev.millrace.Stateful;
import java.io.IOException;

/** Notes when it is opened and closed, and refuses to work after that. */
@Stateful
final class Onnx implements Encoder, AutoCloseable {
  private final String name;
  private volatile boolean closed;

  Onnx(String name) throws IOException {
    Diary.note("open " + name);
    if (name.equals("broken")) {
      throw new IOException("no such file");
    }
    this.name = name;
  }

  @Override
  public String encode(String text) {
    if (closed) {
      throw new IllegalStateException(name + " is closed");
    }
    return name + ":" + text;
  }

  int width() {
    return name.length();
  }

  @Override
  public void close() {
    closed = true;
    Diary.note("close " + name);
  }
}
