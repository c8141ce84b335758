package t;

import dev.millrace.CacheKey;
import dev.millrace.CachePolicy;
import dev.millrace.Each;
import dev.millrace.In;
import dev.millrace.KeyPolicy;
import dev.millrace.Nested;
import dev.millrace.Node;
import dev.millrace.Pipeline;
import dev.millrace.Stateful;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

@Pipeline(Nodes.class)
interface P {
  @Nested(value = Inner.class, output = "size")
  List<Integer> sizes(@Each("job") List<Runnable> jobs, Function<String, String> rule);

  final class Inner {
    @Node
    static int size(Runnable job, Function<String, String> rule) {
      return rule.apply("").length();
    }
  }
}

final class Nodes {
  static final class Weights {
    public final String model = "a";
    private final double[] weights = {1};

    double sum() {
      return weights[0];
    }
  }

  @Stateful
  static final class Model {
    Model(String name, Thread thread) {}
  }

  static final class Silent {
    private transient int calls;

    void call() {
      calls++;
    }
  }

  static class Broken {
    @CacheKey
    private String key() {
      return "";
    }
  }

  static class Growing extends ArrayList<String> {
    private static final long serialVersionUID = 1L;
  }

  record Holder<T>(T value) {}

  sealed interface Shape permits Circle, Anything {}

  record Circle(double radius) implements Shape {}

  non-sealed interface Anything extends Shape {}

  abstract static class Open {}

  class Outer {}

  @Node
  static List<Runnable> jobs(int count) {
    return List.of();
  }

  @Node
  static String all(
      Weights weights,
      Silent silent,
      Growing growing,
      Holder<Holder<File>> holder,
      Shape shape,
      Open open,
      Object anything,
      List<?> unknown,
      Outer outer,
      @In(key = KeyPolicy.IGNORE) Thread thread) {
    return "";
  }

  @Node
  static int below(String all) {
    return all.length();
  }

  @Node(cache = CachePolicy.NEVER)
  static Thread current(Thread other) {
    return other;
  }

  @Node
  static String named(Thread current) {
    return current.getName();
  }

  @Node
  @SuppressWarnings("NotCached")
  static String quiet(File file) {
    return file.toString();
  }
}
