package service;

import dev.millrace.Node;
import dev.millrace.Pipeline;

public final class Service {
  private Service() {}

  public static final class Parts {
    private Parts() {}

    @Node
    public static int size(String text) {
      return text.length();
    }
  }

  @Pipeline(Parts.class)
  public interface Sizes {}

  @Pipeline(Parts.class)
  interface Hidden {}
}
