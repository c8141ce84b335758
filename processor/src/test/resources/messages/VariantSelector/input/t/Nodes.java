package t;

import dev.millrace.Node;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

final class Nodes {
  sealed interface Fusion permits Rrf, Linear {}

  record Rrf(int k) implements Fusion {}

  record Linear(double weight) implements Fusion {}

  sealed interface Scale<T> permits Log, Identity {}

  record Log<T>(T base) implements Scale<T> {}

  record Identity<T>() implements Scale<T> {}

  @Node
  static String all(@Nullable Rrf fusion) {
    return "rrf";
  }

  @Node
  static String all(@Nullable Linear fusion) {
    return "linear";
  }

  @Node
  static String one(Rrf fusion) {
    return "rrf";
  }

  @Node
  static String one(@Nullable Linear fusion) {
    return "linear";
  }

  @Node
  static String optional(Optional<Rrf> fusion) {
    return "rrf";
  }

  @Node
  static String optional(Linear fusion) {
    return "linear";
  }

  @Node
  static String scaled(Log<Float> scale) {
    return "log";
  }

  @Node
  static String scaled(Identity<Double> scale) {
    return "identity";
  }

  @Node
  static <T> String open(Log<T> scale) {
    return "log";
  }

  @Node
  static String open(Identity<Double> scale) {
    return "identity";
  }
}
