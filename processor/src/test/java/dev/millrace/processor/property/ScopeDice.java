package dev.millrace.processor.property;

import dev.millrace.processor.property.Spec.Input;
import dev.millrace.processor.property.Spec.Kind;
import dev.millrace.processor.property.Spec.Node;
import dev.millrace.processor.property.Spec.Pass;
import dev.millrace.processor.property.Spec.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Throws what a scope has, and the nested uses in it. */
final class ScopeDice {
  private static final int DEEPEST = 3;

  /** How many items a body may have in all: two maps over the longest lists are too many. */
  private static final int MOST_ITEMS = 20_000;

  /**
   * How many items another use of a body over two lists may have: it may have been side by side.
   */
  private static final int FEW_ITEMS = 16;

  private final Luck luck;
  private final NodeDice dice;
  private final int depth;

  /** How often at most each of the members is computed in a run. */
  private final int items;

  private final List<Spec.Map> uses = new ArrayList<>();

  ScopeDice(Luck luck) {
    this(luck, 0, 1);
  }

  private ScopeDice(Luck luck, int depth, int items) {
    this.luck = luck;
    this.dice = new NodeDice(luck);
    this.depth = depth;
    this.items = items;
  }

  /**
   * Returns members for all the nodes that are left.
   *
   * @param visible what they may read; they are added to it
   */
  List<Spec> members(List<Spec> visible) {
    List<Spec> members = new ArrayList<>();
    while (luck.nodes > 0) {
      List<? extends Spec> more = more(visible);
      members.addAll(more);
      visible.addAll(more);
    }
    return members;
  }

  /** Returns one member, or all that a record is split into. */
  private List<? extends Spec> more(List<Spec> visible) {
    if (luck.oneIn(8)) {
      return dice.parts(visible);
    }
    if (depth < DEEPEST && luck.nodes > 1 && luck.oneIn(3)) {
      Optional<Spec.Map> use = luck.oneIn(4) ? again(visible) : use(visible);
      if (use.isPresent()) {
        uses.add(use.get());
        return List.of(use.get());
      }
    }
    return List.of(luck.nodes > 1 && luck.oneIn(6) ? dice.choice(visible) : dice.any(visible));
  }

  /** Returns a use of a new body. */
  private Optional<Spec.Map> use(List<Spec> visible) {
    List<Spec> over = luck.oneIn(6) ? List.of() : over(visible);
    boolean mapped = !over.isEmpty();
    boolean product = over.size() > 1 && !luck.equallyLong(over.get(0), over.get(1));
    int times = over.stream().mapToInt(luck::size).reduce(1, product ? (a, b) -> a * b : Math::max);
    List<Pass> passes = new ArrayList<>();
    for (Spec each : over) {
      passes.add(new Pass(each.name(), each.kind(), luck.name("e"), true));
    }
    int whole = mapped ? luck.random.nextInt(2) : 1 + luck.random.nextInt(2);
    for (int i = 0; i < whole; i++) {
      Spec each = luck.pick(luck.present(visible));
      if (passes.stream().noneMatch(pass -> pass.name().equals(each.name()))) {
        passes.add(new Pass(each.name(), each.kind(), luck.name("p"), false));
      }
    }
    return Optional.of(
        taken(luck.name("m"), body(passes, mapped, visible, times), passes, product, visible));
  }

  /**
   * Returns what is mapped over: a list, or two; none, if there is no list or they are too long.
   */
  private List<Spec> over(List<Spec> visible) {
    List<Spec> lists =
        luck.present(visible).stream()
            .filter(each -> each.kind().isList() && items * luck.size(each) <= MOST_ITEMS)
            .toList();
    if (lists.isEmpty()) {
      return List.of();
    }
    Spec one = luck.pick(lists);
    List<Spec> beside = beside(one, lists);
    for (int i = 0; i < lists.size() && beside.isEmpty(); i++) {
      one = lists.get(i);
      beside = beside(one, lists);
    }
    if (!beside.isEmpty() && luck.random.nextBoolean()) {
      return List.of(one, luck.pick(beside));
    }
    Spec first = luck.pick(lists);
    List<Spec> others =
        lists.stream()
            .filter(each -> each != first)
            .filter(each -> items * luck.size(first) * luck.size(each) <= MOST_ITEMS)
            .toList();
    return others.isEmpty() || luck.random.nextBoolean()
        ? List.of(first)
        : List.of(first, luck.pick(others));
  }

  /** Returns the other lists that are as long as one. */
  private List<Spec> beside(Spec one, List<Spec> lists) {
    return lists.stream().filter(each -> each != one && luck.equallyLong(one, each)).toList();
  }

  private Spec.Body body(List<Pass> passes, boolean mapped, List<Spec> visible, int times) {
    List<Input> given = passes.stream().map(pass -> inside(pass)).toList();
    List<Spec> inside = new ArrayList<>(visible);
    inside.addAll(given);
    // A body that nests is a pipeline by itself, and there all that is around it is an input.
    boolean nests = depth + 1 < DEEPEST && luck.random.nextBoolean();
    Set<String> unfixedAround = Set.copyOf(luck.unfixed);
    if (nests) {
      inside.forEach(each -> luck.unfixed.add(each.name()));
    }
    boolean soft = mapped && luck.oneIn(3);
    Node node = dice.node(inside, given, luck.random.nextBoolean() ? Kind.NUMBER : Kind.TEXT);
    Node first = soft ? dice.risky(node) : node;
    inside.add(first);
    int nodesAround = luck.nodes;
    luck.nodes = Math.min(nodesAround, luck.random.nextInt(nests ? 12 : 5));
    int nodesInside = luck.nodes;
    List<Spec> members = new ArrayList<>(List.of(first));
    members.addAll(
        new ScopeDice(luck, nests ? depth + 1 : DEEPEST, items * Math.max(1, times))
            .members(inside));
    luck.nodes += nodesAround - nodesInside;
    luck.unfixed.retainAll(unfixedAround);
    return new Spec.Body("Body" + first.name(), passes, new Scope(members), soft);
  }

  private static Input inside(Pass pass) {
    return new Input(pass.inner(), pass.innerKind(), Optional.empty(), Optional.empty(), "", false);
  }

  /** Returns another use of a body of this scope, of other things, if there are any. */
  private Optional<Spec.Map> again(List<Spec> visible) {
    if (uses.isEmpty()) {
      return Optional.empty();
    }
    Spec.Body body = luck.pick(uses).body();
    List<Pass> passes = new ArrayList<>();
    for (Pass pass : body.passes()) {
      List<Spec> fitting =
          luck.present(visible).stream()
              .filter(each -> each.kind() == pass.kind())
              .filter(each -> passes.stream().noneMatch(one -> one.name().equals(each.name())))
              .filter(each -> !pass.each() || luck.size(each) <= luck.size(pass.name()))
              .toList();
      if (fitting.isEmpty()) {
        return Optional.empty();
      }
      passes.add(new Pass(luck.pick(fitting).name(), pass.kind(), pass.inner(), pass.each()));
    }
    List<Pass> over = passes.stream().filter(Pass::each).toList();
    boolean product = over.size() > 1;
    if (product && luck.size(over.get(0).name()) * luck.size(over.get(1).name()) > FEW_ITEMS) {
      return Optional.empty();
    }
    return Optional.of(taken(luck.name("m"), body, passes, product, visible));
  }

  /** Returns a use that takes one of what a body gives. */
  private Spec.Map taken(
      String name, Spec.Body body, List<Pass> passes, boolean product, List<Spec> visible) {
    boolean mapped = passes.stream().anyMatch(Pass::each);
    List<Spec> members = luck.present(body.scope().members());
    List<Spec> lists = members.stream().filter(each -> each.kind().isList()).toList();
    List<Spec> single = members.stream().filter(each -> !each.kind().isList()).toList();
    boolean flatten = mapped && !lists.isEmpty() && luck.oneIn(3);
    Spec output = luck.pick(flatten ? lists : mapped ? single : members);
    Spec.Map all = new Spec.Map(name, body, passes, output, product, flatten);
    Set<String> needed = Interpreter.readInside(all);
    List<Pass> useful =
        passes.stream().filter(pass -> pass.each() || needed.contains(pass.inner())).toList();
    Spec.Map use = new Spec.Map(name, body, useful, output, product, flatten);
    List<Spec> over =
        visible.stream()
            .filter(each -> use.over().stream().anyMatch(pass -> pass.name().equals(each.name())))
            .toList();
    int times = over.stream().mapToInt(luck::size).reduce(1, product ? (a, b) -> a * b : Math::max);
    luck.size(name, flatten || !mapped ? times * luck.size(output) : times);
    if (mapped && !flatten && !product && !body.soft()) {
      luck.asLong(name, over.get(0));
    }
    return use;
  }
}
