package dev.millrace.processor.model;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Other names of type variables, one-to-one: no two of them get the same. */
public record Renaming(Map<String, String> names) {
  /** Names nothing yet. */
  public static final Renaming NONE = new Renaming(Map.of());

  public Renaming {
    names = Map.copyOf(names);
  }

  /** Returns this with what makes one type the other as well; nothing, if nothing does. */
  public Optional<Renaming> of(TypeRef one, TypeRef other) {
    if (one instanceof TypeRef.Variable from && other instanceof TypeRef.Variable to) {
      return of(from.name(), to.name());
    }
    return new Pairing(one, other)
        .parts()
        .flatMap(
            parts -> {
              Optional<Renaming> all = Optional.of(this);
              for (Pairing part : parts) {
                all = all.flatMap(each -> each.of(part.one(), part.other()));
              }
              return all;
            });
  }

  private Optional<Renaming> of(String from, String to) {
    if (names.containsKey(from) || names.containsValue(to)) {
      return to.equals(names.get(from)) ? Optional.of(this) : Optional.empty();
    }
    Map<String, String> more = new HashMap<>(names);
    more.put(from, to);
    return Optional.of(new Renaming(more));
  }
}
