package dev.millrace.processor.plan;

import dev.millrace.processor.model.NestedModel;
import dev.millrace.processor.model.NodeModel;
import dev.millrace.processor.model.TypeRef;
import java.util.List;

/** One thing to compute. */
public sealed interface Step {

  /** Returns the name of the value it computes. */
  String name();

  /** Returns the value's type. */
  TypeRef type();

  /** Returns what it is computed from, in the order in which it is handed over. */
  List<Argument> arguments();

  /** Returns the method behind it, as comments show it. */
  String display();

  /** Returns the checked exceptions that it may end with. */
  List<TypeRef> thrown();

  /** A call of a node. */
  record Call(NodeModel node, List<Argument> arguments) implements Step {
    public Call {
      arguments = List.copyOf(arguments);
    }

    @Override
    public String name() {
      return node.output();
    }

    @Override
    public TypeRef type() {
      return node.result();
    }

    @Override
    public String display() {
      return node.display();
    }

    @Override
    public List<TypeRef> thrown() {
      return node.thrown();
    }
  }

  /** A nested use. Its arguments are the values of the region's scope, in their order. */
  record Use(NestedModel nested, Region region, List<Argument> arguments) implements Step {
    public Use {
      arguments = List.copyOf(arguments);
    }

    @Override
    public String name() {
      return nested.output();
    }

    @Override
    public TypeRef type() {
      return nested.result();
    }

    @Override
    public String display() {
      return nested.display();
    }

    @Override
    public List<TypeRef> thrown() {
      return region.thrown();
    }
  }
}
