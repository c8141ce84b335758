package dev.millrace.processor.property;

import dev.millrace.processor.property.Spec.Graph;
import dev.millrace.processor.property.Spec.Home;
import dev.millrace.processor.property.Spec.Input;
import dev.millrace.processor.property.Spec.Kind;
import dev.millrace.processor.property.Spec.Node;
import dev.millrace.processor.property.Spec.Read;
import dev.millrace.processor.property.Spec.Scope;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Throws pipelines: up to sixty nodes, maps in maps in maps, twins, choices, items that fail,
 * values read as wider types, generic nodes.
 */
final class Dice {
  private static final int MOST_NODES = 60;
  private static final int DEEPEST = 3;

  /** How many items a body may have in all: two maps over the longest lists are too many. */
  private static final int MOST_ITEMS = 20_000;

  /** How many elements a node gives at most. */
  private static final int FEW = 4;

  private final Random random;
  private final Set<String> unfixed = new HashSet<>();
  private final Map<String, Integer> sizes = new HashMap<>();
  private int names;
  private int nodes;

  Dice(Random random) {
    this.random = random;
  }

  Graph graph() {
    names = 0;
    nodes = 1 + random.nextInt(1 + random.nextInt(MOST_NODES));
    sizes.clear();
    List<Input> inputs = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      String name = "given" + kind.mix + "x".repeat(kind.ordinal());
      Optional<Object> other = random.nextInt(3) == 0 ? Optional.of(value(kind)) : Optional.empty();
      Input input = new Input(name, kind, value(kind), other);
      inputs.add(input);
      sizes.put(name, Math.max(length(input.value()), length(other.orElse(""))));
    }
    List<Spec> visible = new ArrayList<>(inputs);
    List<Spec> members = new ArrayList<>();
    unfixed.clear();
    if (random.nextBoolean()) {
      members.add(reader(inputs));
    } else {
      // Where generic nodes alone read an input, nothing would fix its type.
      inputs.forEach(input -> unfixed.add(input.name()));
    }
    while (nodes > 0) {
      List<? extends Spec> more = members(visible, 0, 1);
      members.addAll(more);
      visible.addAll(more);
    }
    Collections.shuffle(members, random); // wiring is by name: the order must not matter
    return new Graph(
        inputs, new Scope(members), elsewhere(members), pick(List.of(Mix.Way.values())));
  }

  /** A pipeline that is included stands by itself, where nothing may fix what is generic. */
  private Map<String, Home> elsewhere(List<Spec> members) {
    Map<String, Home> elsewhere = new HashMap<>();
    if (random.nextInt(3) == 0) {
      for (Spec member : members) {
        Home home = pick(List.of(Home.values()));
        boolean fits =
            switch (home) {
              case PIPELINE -> false;
              case CLASS -> !(member instanceof Spec.Map);
              case INCLUDED -> !isGeneric(member);
            };
        if (fits) {
          elsewhere.put(member.name(), home);
        }
        if (member instanceof Spec.Part part) {
          part.all().forEach(each -> elsewhere.put(each.name(), home));
        }
      }
    }
    return elsewhere;
  }

  private static boolean isGeneric(Spec spec) {
    return spec instanceof Spec.Map map
        ? map.body().members().stream().anyMatch(Dice::isGeneric)
        : spec instanceof Node node && node.form() != Form.PLAIN;
  }

  /** Returns one member, or all that a record is split into. */
  private List<? extends Spec> members(List<Spec> visible, int depth, int items) {
    if (random.nextInt(8) != 0) {
      return List.of(member(visible, depth, items));
    }
    Node first = plain(node(visible, List.of(), pick(List.of(Kind.values()))));
    List<Node> parts = new ArrayList<>(List.of(first));
    int more = random.nextInt(3);
    for (int i = 0; i < more; i++) {
      String name = name("v");
      Kind kind = pick(List.of(Kind.values()));
      parts.add(new Node(name, kind, names, Form.PLAIN, first.reads(), List.of(), false));
    }
    return parts.stream().map(each -> new Spec.Part(each, parts)).toList();
  }

  /** Has no twin. */
  private static Node plain(Node node) {
    return new Node(
        node.name(), node.kind(), node.id(), node.form(), node.reads(), List.of(), false);
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

  /**
   * @param items how often at most it is computed in a run
   */
  private Spec member(List<Spec> visible, int depth, int items) {
    List<Spec> lists =
        visible.stream()
            .filter(each -> each.kind().isList() && items * size(each) <= MOST_ITEMS)
            .toList();
    if (depth < DEEPEST && nodes > 1 && !lists.isEmpty() && random.nextInt(3) == 0) {
      return map(pick(lists), visible, depth, items);
    }
    if (nodes > 1 && random.nextInt(6) == 0) {
      return choice(visible);
    }
    Form form = pick(List.of(Form.values()));
    return form == Form.PLAIN || random.nextInt(3) == 0
        ? node(visible, List.of(), pick(List.of(Kind.values())))
        : generic(form, visible).orElseGet(() -> node(visible, List.of(), Kind.TEXT));
  }

  private Spec.Choice choice(List<Spec> visible) {
    Kind kind = pick(List.of(Kind.values()));
    String name = name("c");
    return new Spec.Choice(
        name, kind, node(visible, List.of(), kind), node(visible, List.of(), kind));
  }

  /** Fails for some items; its twin would say so for all of them, in the log. */
  private static Node risky(Node node) {
    return new Node(
        node.name(), node.kind(), node.id(), node.form(), node.reads(), List.of(), true);
  }

  /** Reads every input as what it is. */
  private Node reader(List<Input> inputs) {
    List<Read> reads =
        inputs.stream().map(each -> new Read(each.name(), each.kind(), false)).toList();
    return new Node(name("v"), Kind.TEXT, names, Form.PLAIN, reads, List.of(), false);
  }

  /** Returns a generic node, if there is something of each kind that it needs to read. */
  private Optional<Node> generic(Form form, List<Spec> visible) {
    List<Spec> fixed = visible.stream().filter(each -> !unfixed.contains(each.name())).toList();
    if (fixed.isEmpty()) {
      return Optional.empty();
    }
    Spec one = pick(fixed);
    Predicate<Kind> second =
        switch (form) {
          case PICK, PAIR -> one.kind()::equals;
          case LAST -> kind -> one.kind().isList() && kind == one.kind().element();
          default -> kind -> true;
        };
    boolean fits =
        switch (form) {
          case PAIR -> !one.kind().isList();
          case KEPT -> one.kind().isList();
          default -> true;
        };
    List<Spec> others =
        fixed.stream().filter(each -> each != one && second.test(each.kind())).toList();
    if (!fits || (form.parameters.size() == 2 && others.isEmpty())) {
      return Optional.empty();
    }
    nodes--;
    List<Spec> read = form.parameters.size() == 2 ? List.of(one, pick(others)) : List.of(one);
    String name = name("v");
    Kind kind =
        switch (form) {
          case PAIR -> one.kind().list();
          case LAST -> one.kind().element();
          case SECOND -> read.get(1).kind();
          default -> one.kind();
        };
    sizes.put(name, read.stream().mapToInt(this::size).reduce(FEW, Math::max));
    List<Read> reads =
        read.stream().map(each -> new Read(each.name(), each.kind(), false)).toList();
    List<Boolean> twin = reads.stream().map(each -> random.nextBoolean()).toList();
    boolean overloads =
        IntStream.range(0, reads.size()).anyMatch(i -> twin.get(i) && form.overloads(i));
    boolean hasTwin = overloads && random.nextBoolean();
    return Optional.of(new Node(name, kind, names, form, reads, hasTwin ? twin : List.of(), false));
  }

  private Node node(List<Spec> visible, List<Spec> surely, Kind kind) {
    nodes--;
    List<Spec> read = new ArrayList<>(surely);
    int more = random.nextInt(4);
    for (int i = 0; i < more; i++) {
      Spec each = pick(visible);
      if (!read.contains(each)) {
        read.add(each);
      }
    }
    List<Read> reads =
        read.stream()
            .map(each -> new Read(each.name(), each.kind(), random.nextInt(5) == 0))
            .toList();
    List<Boolean> twin = reads.stream().map(each -> random.nextBoolean()).toList();
    // Lists of lists erase to the same as lists: something else must tell the overloads apart.
    boolean overloads =
        IntStream.range(0, reads.size())
            .anyMatch(
                i -> twin.get(i) && (reads.get(i).asObject() || !reads.get(i).kind().isList()));
    boolean hasTwin = overloads && random.nextBoolean();
    return new Node(name("v"), kind, names, Form.PLAIN, reads, hasTwin ? twin : List.of(), false);
  }

  private static int length(Object value) {
    return value instanceof List<?> list ? list.size() : 1;
  }

  /** Returns how many elements it has at most. */
  private int size(Spec spec) {
    return sizes.getOrDefault(spec.name(), FEW);
  }

  private Spec.Map map(Spec over, List<Spec> visible, int depth, int items) {
    String name = name("m");
    sizes.put(name, size(over));
    Input item = new Input(name("e"), over.kind().element(), "", Optional.empty());
    List<Spec> inside = new ArrayList<>(visible);
    inside.add(item);
    // A body that nests is a pipeline by itself, and there all that is around it is an input.
    boolean nests = depth + 1 < DEEPEST && random.nextBoolean();
    Set<String> unfixedAround = Set.copyOf(unfixed);
    if (nests) {
      inside.forEach(each -> unfixed.add(each.name()));
    }
    List<Spec> members = new ArrayList<>();
    Kind kind = random.nextBoolean() ? Kind.NUMBER : Kind.TEXT;
    boolean soft = random.nextInt(3) == 0;
    Node node = node(inside, List.of(item), kind);
    Node first = soft ? risky(node) : node;
    members.add(first);
    inside.add(first);
    int more = random.nextInt(4);
    for (int i = 0; i < more && nodes > 0; i++) {
      List<? extends Spec> others =
          members(inside, nests ? depth + 1 : DEEPEST, items * size(over));
      members.addAll(others);
      inside.addAll(others);
    }
    unfixed.retainAll(unfixedAround);
    List<Spec> single = members.stream().filter(each -> !each.kind().isList()).toList();
    Spec output = pick(single);
    return new Spec.Map(
        name,
        output.kind().list(),
        over.name(),
        over.kind(),
        item.name(),
        new Scope(members),
        output,
        soft);
  }

  /** Returns a new name, three letters away from all others: none may look like a slip. */
  private String name(String letter) {
    return letter + String.valueOf(names++).replaceAll(".", "$0$0$0");
  }

  private <T> T pick(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
