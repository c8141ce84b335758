package dev.millrace.processor.property;

import dev.millrace.processor.property.Spec.As;
import dev.millrace.processor.property.Spec.Gives;
import dev.millrace.processor.property.Spec.Kind;
import dev.millrace.processor.property.Spec.Node;
import dev.millrace.processor.property.Spec.Read;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Throws nodes: plain and generic ones, twins, variants, records that are split. */
final class NodeDice {
  private final Luck luck;

  NodeDice(Luck luck) {
    this.luck = luck;
  }

  /** Returns a node that is generic, if there is something that it can read. */
  Node any(List<Spec> visible) {
    Form form = luck.pick(List.of(Form.values()));
    return form == Form.PLAIN || luck.oneIn(3)
        ? lacking(node(visible, List.of(), luck.pick(List.of(Kind.values()))))
        : generic(form, visible).orElseGet(() -> node(visible, List.of(), Kind.TEXT));
  }

  /** Returns the node, or one that takes its time, or whose result may be missing. */
  private Node lacking(Node node) {
    if (luck.oneIn(6) && node.form() == Form.PLAIN) {
      return alone(node, luck.random.nextBoolean() ? Gives.LATER : Gives.WAITING);
    }
    if (!luck.oneIn(5)) {
      return node;
    }
    luck.lacking.add(node.name());
    Gives gives = luck.random.nextBoolean() ? Gives.NULLABLE : Gives.OPTIONAL;
    return new Node(
        node.name(), node.kind(), node.id(), node.form(), node.reads(), node.twin(), gives);
  }

  Spec.Choice choice(List<Spec> visible) {
    Kind kind = luck.pick(List.of(Kind.values()));
    String name = luck.name("c");
    return new Spec.Choice(
        name, kind, node(visible, List.of(), kind), node(visible, List.of(), kind));
  }

  /** Returns all that a record is split into. */
  List<Spec.Part> parts(List<Spec> visible) {
    Node first = alone(node(visible, List.of(), luck.pick(List.of(Kind.values()))), Gives.ALWAYS);
    List<Node> parts = new ArrayList<>(List.of(first));
    int more = luck.random.nextInt(3);
    for (int i = 0; i < more; i++) {
      String name = luck.name("v");
      Kind kind = luck.pick(List.of(Kind.values()));
      parts.add(
          new Node(name, kind, luck.id(), Form.PLAIN, first.reads(), List.of(), Gives.ALWAYS));
    }
    return parts.stream().map(each -> new Spec.Part(each, parts)).toList();
  }

  /** Fails for some items; its twin would say so for all of them, in the log. */
  Node risky(Node node) {
    return alone(node, Gives.FAILS);
  }

  /** Has no twin. */
  private static Node alone(Node node, Gives gives) {
    return new Node(
        node.name(), node.kind(), node.id(), node.form(), node.reads(), List.of(), gives);
  }

  /** Reads every input as what it is. */
  Node reader(List<Spec.Input> inputs) {
    List<Read> reads = inputs.stream().map(each -> read(each, 1)).toList();
    return new Node(
        luck.name("v"), Kind.TEXT, luck.id(), Form.PLAIN, reads, List.of(), Gives.ALWAYS);
  }

  /** Returns a generic node, if there is something of each kind that it needs to read. */
  private Optional<Node> generic(Form form, List<Spec> visible) {
    List<Spec> fixed =
        luck.present(visible).stream().filter(each -> !luck.unfixed.contains(each.name())).toList();
    if (fixed.isEmpty()) {
      return Optional.empty();
    }
    Spec one = luck.pick(fixed);
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
    luck.nodes--;
    List<Spec> read = form.parameters.size() == 2 ? List.of(one, luck.pick(others)) : List.of(one);
    String name = luck.name("v");
    Kind kind =
        switch (form) {
          case PAIR -> one.kind().list();
          case LAST -> one.kind().element();
          case SECOND -> read.get(1).kind();
          default -> one.kind();
        };
    luck.size(name, read.stream().mapToInt(luck::size).max().orElseThrow());
    List<Read> reads =
        read.stream().map(each -> new Read(each.name(), each.kind(), As.ITSELF, "")).toList();
    List<Boolean> twin = reads.stream().map(each -> luck.random.nextBoolean()).toList();
    boolean overloads =
        IntStream.range(0, reads.size()).anyMatch(i -> twin.get(i) && form.overloads(i));
    boolean hasTwin = overloads && luck.random.nextBoolean();
    return Optional.of(
        new Node(name, kind, luck.id(), form, reads, hasTwin ? twin : List.of(), Gives.ALWAYS));
  }

  /**
   * Returns a node with types of its own.
   *
   * @param surely what it reads in any case
   */
  Node node(List<? extends Spec> visible, List<? extends Spec> surely, Kind kind) {
    luck.nodes--;
    List<Spec> read = new ArrayList<>(surely);
    int more = luck.random.nextInt(4);
    for (int i = 0; i < more; i++) {
      Spec each = luck.pick(visible);
      if (!read.contains(each)) {
        read.add(each);
      }
    }
    List<Read> reads = read.stream().map(each -> read(each, 4)).toList();
    List<Boolean> twin = reads.stream().map(each -> luck.random.nextBoolean()).toList();
    // Lists of lists erase to the same as lists: something else must tell the overloads apart.
    boolean overloads =
        IntStream.range(0, reads.size()).anyMatch(i -> twin.get(i) && reads.get(i).overloads());
    boolean hasTwin = overloads && luck.random.nextBoolean();
    String name = luck.name("v");
    return new Node(
        name, kind, luck.id(), Form.PLAIN, reads, hasTwin ? twin : List.of(), Gives.ALWAYS);
  }

  /**
   * Returns how something is read: as it is, or as something wider.
   *
   * @param ways of so many ways, one is wider
   */
  private Read read(Spec spec, int ways) {
    As lift = luck.random.nextBoolean() ? As.OPTIONAL : As.NULLABLE;
    if (spec instanceof Spec.Input input && input.standsIn()) {
      return new Read(spec.name(), spec.kind(), As.ITSELF, input.orElse());
    }
    As wider = luck.isLifted(spec.name()) ? lift : As.OBJECT;
    As as =
        luck.lacking.contains(spec.name())
            ? lift
            : ways > 1 && luck.oneIn(ways) ? wider : As.ITSELF;
    return new Read(spec.name(), spec.kind(), as, "");
  }
}
