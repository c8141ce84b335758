package dev.millrace.processor.property;

import dev.millrace.processor.property.Spec.Graph;
import dev.millrace.processor.property.Spec.Home;
import dev.millrace.processor.property.Spec.Input;
import dev.millrace.processor.property.Spec.Kind;
import dev.millrace.processor.property.Spec.Node;
import dev.millrace.processor.property.Spec.Scope;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Throws pipelines: up to sixty nodes, maps in maps in maps, twins, choices, items that fail,
 * values read as wider types, generic nodes, records that are split, pipelines that are included,
 * what may be missing.
 */
final class Dice {
  private static final int MOST_NODES = 60;

  private final Random random;
  private final boolean isKeyed;
  private final int most;

  Dice(Random random) {
    this(random, false, MOST_NODES);
  }

  private Dice(Random random, boolean isKeyed, int most) {
    this.random = random;
    this.isKeyed = isKeyed;
    this.most = most;
  }

  /**
   * Returns what throws pipelines of which all values have a place in keys.
   *
   * @param most how many nodes one has at most
   */
  static Dice keyed(Random random, int most) {
    return new Dice(random, true, most);
  }

  Graph graph() {
    Luck luck = new Luck(random, isKeyed, 1 + random.nextInt(1 + random.nextInt(most)));
    List<Input> inputs = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      String name = "given" + kind.mix + "x".repeat(kind.ordinal());
      Object value = value(kind);
      Optional<Object> other = luck.oneIn(3) ? Optional.of(value(kind)) : Optional.empty();
      inputs.add(new Input(name, kind, Optional.of(value), other, "", false));
      luck.size(name, Math.max(length(value), length(other.orElse(""))));
    }
    inputs.add(tuned("tunedNumber", Kind.NUMBER));
    inputs.add(tuned("tunedText", Kind.TEXT));
    for (Kind kind : Kind.values()) {
      inputs.add(optional("maybe" + kind.mix + "x".repeat(kind.ordinal()), kind));
    }
    inputs
        .subList(Kind.values().length, inputs.size())
        .forEach(input -> luck.lacking.add(input.name()));
    List<Spec> visible = new ArrayList<>(inputs);
    List<Spec> members = new ArrayList<>();
    if (random.nextBoolean()) {
      members.add(new NodeDice(luck).reader(inputs));
    } else {
      // Where generic nodes alone read an input, nothing would fix its type.
      inputs.forEach(input -> luck.unfixed.add(input.name()));
    }
    members.addAll(new ScopeDice(luck).members(visible));
    Collections.shuffle(members, random); // wiring is by name: the order must not matter
    Map<String, Home> elsewhere = luck.oneIn(3) ? elsewhere(luck, members) : Map.of();
    return new Graph(inputs, new Scope(members), elsewhere, luck.pick(List.of(Mix.Way.values())));
  }

  /** Returns an input for which a default may stand in. */
  private Input tuned(String name, Kind kind) {
    Object value = value(kind);
    boolean isLeftOut = random.nextBoolean();
    String orElse = String.valueOf(isLeftOut ? value : value(kind));
    return new Input(name, kind, Optional.of(value), Optional.empty(), orElse, isLeftOut);
  }

  /** Returns an input that may be missing. */
  private Input optional(String name, Kind kind) {
    boolean isLeftOut = random.nextBoolean();
    Optional<Object> value = isLeftOut ? Optional.empty() : Optional.of(value(kind));
    return new Input(name, kind, value, Optional.empty(), "", isLeftOut);
  }

  private Object value(Kind kind) {
    int size = random.nextInt(10) == 0 ? 250 + random.nextInt(20) : random.nextInt(5);
    return switch (kind) {
      case NUMBER -> random.nextInt(100);
      case TEXT -> "t" + random.nextInt(100);
      case NUMBERS -> IntStream.range(0, size).boxed().toList();
      case TEXTS -> IntStream.range(0, size).mapToObj(i -> "t" + i).toList();
    };
  }

  private static int length(Object value) {
    return value instanceof List<?> list ? list.size() : 1;
  }

  /** A pipeline that is included stands by itself, where nothing may fix what is generic. */
  private static Map<String, Home> elsewhere(Luck luck, List<Spec> members) {
    Map<String, Home> elsewhere = new HashMap<>();
    for (Spec member : members) {
      Home home = luck.pick(List.of(Home.values()));
      boolean fits =
          switch (home) {
            case PIPELINE -> false;
            case CLASS -> !(member instanceof Spec.Map);
            case INCLUDED -> !isGeneric(member) && !sharesItsBody(member, members);
          };
      if (fits) {
        elsewhere.put(member.name(), home);
      }
      if (member instanceof Spec.Part part) {
        part.all().forEach(each -> elsewhere.put(each.name(), home));
      }
    }
    return elsewhere;
  }

  private static boolean isGeneric(Spec spec) {
    return spec instanceof Spec.Map map
        ? map.body().scope().members().stream().anyMatch(Dice::isGeneric)
        : spec instanceof Node node && node.form() != Form.PLAIN;
  }

  private static boolean sharesItsBody(Spec spec, List<Spec> members) {
    return spec instanceof Spec.Map map
        && members.stream()
            .anyMatch(
                each ->
                    each != map
                        && each instanceof Spec.Map other
                        && other.body().equals(map.body()));
  }
}
