package dev.millrace.processor.property;

import dev.millrace.runtime.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers as what can be compared: failures by what they say, and of which item. */
final class Shown {
  private Shown() {}

  static @Nullable Object of(@Nullable Object value) {
    if (value instanceof List<?> list) {
      List<@Nullable Object> all = new ArrayList<>();
      list.forEach(each -> all.add(of(each)));
      return all;
    }
    if (value instanceof Map<?, ?> map) {
      Map<Object, @Nullable Object> all = new LinkedHashMap<>();
      map.forEach((name, each) -> all.put(name, of(each)));
      return all.toString();
    }
    if (value instanceof Outcome.Ok<?> ok) {
      return List.of("ok", String.valueOf(of(ok.value())));
    }
    if (value instanceof Outcome.Failed<?> failed) {
      return List.of(
          failed.node(), failed.index(), String.valueOf(of(failed.inputs())), of(failed.cause()));
    }
    return value instanceof Throwable thrown ? thrown(thrown) : value;
  }

  private static List<Object> thrown(Throwable thrown) {
    List<Object> all = new ArrayList<>(List.of(thrown.toString()));
    for (Throwable also : thrown.getSuppressed()) {
      all.add(thrown(also));
    }
    return all;
  }
}
