package dev.millrace.cli.cache;

import dev.millrace.runtime.MetaStore.Entry;
import dev.millrace.runtime.MetaStore.Part;
import dev.millrace.runtime.Signature;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** In which parts two signatures differ, in words. */
final class Comparison {
  private final Map<Place, Signature> now;
  private final Map<Place, Signature> before;

  /** A part: the first, second, … of its name. */
  private record Place(String name, int number) {}

  Comparison(Entry newer, Entry older) {
    this.now = places(newer.parts());
    this.before = places(older.parts());
  }

  private static Map<Place, Signature> places(List<Part> parts) {
    Map<Place, Signature> places = new LinkedHashMap<>();
    Map<String, Integer> numbers = new HashMap<>();
    for (Part part : parts) {
      int number = numbers.merge(part.name(), 1, Integer::sum);
      places.put(new Place(part.name(), number), part.digest());
    }
    return places;
  }

  /** Returns what is to be said, as one sentence: first what differs, then what is the same. */
  String sentence() {
    List<String> said = new ArrayList<>();
    List<String> same = new ArrayList<>();
    now.forEach(
        (place, digest) -> {
          Signature old = before.get(place);
          if (old == null) {
            said.add(name(place) + " is new");
          } else if (old.equals(digest)) {
            same.add(name(place) + " is the same");
          } else {
            said.add(name(place) + " changed");
          }
        });
    before.keySet().stream()
        .filter(place -> !now.containsKey(place))
        .forEach(place -> said.add(name(place) + " is gone"));
    if (said.isEmpty()) {
      said.add(same.isEmpty() ? "the ledger has no parts of either" : unknown());
    }
    said.addAll(same);
    return String.join("; ", said) + ".";
  }

  private String unknown() {
    return List.copyOf(now.keySet()).equals(List.copyOf(before.keySet()))
        ? "what differs is not in the ledger"
        : "the parts are in another order";
  }

  private static String name(Place place) {
    String which = place.number() == 1 ? "" : " (number " + place.number() + " of that name)";
    return place.name() + which;
  }
}
