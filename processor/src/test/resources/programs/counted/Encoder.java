package counted;

import dev.millrace.Stateful;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts how often it is opened. */
@Stateful
public final class Encoder {
  static final AtomicInteger OPENED = new AtomicInteger();

  private final String model;

  public Encoder(String model) {
    OPENED.incrementAndGet();
    this.model = model;
  }

  String code(String text) {
    return model + text;
  }
}
