package t;

import dev.millrace.Default;
import dev.millrace.Node;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

final class Nodes {
  enum Mode {
    FAST,
    EXACT
  }

  @Node
  static String numbers(
      @Default("ten") int i,
      @Default("300") byte b,
      @Default("1_000") long l,
      @Default("0x1p3") double d,
      @Default("NaN") float f) {
    return "" + i + b + l + d + f;
  }

  @Node
  static String others(
      @Default("yes") boolean on,
      @Default("ab") char c,
      @Default("SLOW") Mode mode,
      @Default("a.txt") Path path,
      @Default("1") Optional<Integer> maybe,
      @Default("2") @Nullable Integer orNull) {
    return "" + on + c + mode + path + maybe + orNull;
  }
}
