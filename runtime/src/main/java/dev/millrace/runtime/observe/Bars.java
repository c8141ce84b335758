package dev.millrace.runtime.observe;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The maps of a run that are under way, or of all runs of a call, by their paths. */
final class Bars {
  private final Map<String, Bar> bars = new LinkedHashMap<>();

  @Nullable Bar get(String path) {
    return bars.get(path);
  }

  /** Returns the bar of a map, which is new where the map begins for the first time. */
  Bar begin(String path, long now) {
    Bar known = bars.get(path);
    if (known != null) {
      return known;
    }
    Bar around = null;
    String name = path;
    for (int dot = path.lastIndexOf('.'); dot >= 0; dot = path.lastIndexOf('.', dot - 1)) {
      around = bars.get(path.substring(0, dot));
      if (around != null) {
        name = path.substring(dot + 1);
        break;
      }
    }
    Bar bar = new Bar(name, around, now);
    bars.put(path, bar);
    return bar;
  }

  /** Forgets a bar and those inside it. */
  void end(Bar bar) {
    bars.values().removeAll(bar.all());
  }

  /** Returns those that are inside no other. */
  List<Bar> outermost() {
    return new ArrayList<>(bars.values().stream().filter(Bar::isOutermost).toList());
  }
}
