package dev.millrace.processor.plan;

import dev.millrace.processor.model.ChoiceModel;
import dev.millrace.processor.model.ComponentModel;
import dev.millrace.processor.model.Member;
import dev.millrace.processor.model.NestedModel;
import dev.millrace.processor.model.NodeModel;
import dev.millrace.processor.model.TypeRef;
import java.util.List;

/** One thing to compute. */
public sealed interface Step {

  /** Returns what it computes. */
  Member member();

  /** Returns what it is computed from, in the order in which it is handed over. */
  List<Argument> arguments();

  /** Returns the checked exceptions that it may end with. */
  default List<TypeRef> thrown() {
    return List.of();
  }

  /** Returns the name of the value it computes. */
  default String name() {
    return member().output();
  }

  /** Returns the name that is told of it. */
  default String label() {
    return member().told();
  }

  /** Returns the value's type, as code is written with it. */
  default TypeRef type() {
    return member().result().plain();
  }

  /** Returns whether the value may be null. */
  default boolean isNullable() {
    return member().result().isNullable();
  }

  /** Returns whether it is started, and its value waited for later. */
  default boolean isAsync() {
    return false;
  }

  /** Returns the method behind it, as comments show it. */
  default String display() {
    return member().display();
  }

  /** A call of a node. */
  record Call(NodeModel node, List<Argument> arguments) implements Step {
    public Call {
      arguments = List.copyOf(arguments);
    }

    @Override
    public NodeModel member() {
      return node;
    }

    @Override
    public List<TypeRef> thrown() {
      return node.thrown();
    }

    @Override
    public boolean isAsync() {
      return node.isAsync();
    }
  }

  /** A nested use. Its arguments are the values of the region's scope, in their order. */
  record Use(NestedModel nested, Region region, List<Argument> arguments) implements Step {
    public Use {
      arguments = List.copyOf(arguments);
    }

    @Override
    public NestedModel member() {
      return nested;
    }

    @Override
    public List<TypeRef> thrown() {
      return region.thrown();
    }
  }

  /** A component of a record, its one argument. */
  record Component(ComponentModel member, List<Argument> arguments) implements Step {
    public Component {
      arguments = List.copyOf(arguments);
    }
  }

  /** The value of the variant that is chosen. Its arguments are what chooses, then the variants. */
  record Choice(ChoiceModel member, List<Argument> arguments) implements Step {
    public Choice {
      arguments = List.copyOf(arguments);
    }

    /** Returns the argument that chooses. */
    public Argument selector() {
      return arguments.get(0);
    }

    /** Returns the value of a variant. */
    public Argument value(int variant) {
      return arguments.get(variant + 1);
    }
  }
}
