package dev.millrace.processor.resolve;

import dev.millrace.processor.model.ChoiceModel;
import dev.millrace.processor.model.ComponentModel;
import dev.millrace.processor.model.KnownTypes;
import dev.millrace.processor.model.Member;
import dev.millrace.processor.model.NestedModel;
import dev.millrace.processor.model.NodeModel;
import dev.millrace.processor.model.TypeRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands in a graph under a name. */
public sealed interface Vertex {

  /** Returns the name that it is read by. */
  String name();

  /** Returns the type of what it gives. */
  TypeRef type();

  /** What comes from outside. */
  record Input(String name, TypeRef type, List<Read> reads) implements Vertex {}

  /** What comes from outside although it looks like a slip for an output. */
  record Missing(String name, TypeRef type, Read read, Producer meant) implements Vertex {}

  /** What is computed. */
  sealed interface Producer extends Vertex {

    /** Returns the declaration. */
    Member member();

    /** Returns what it reads, in order. */
    List<Read> reads();

    @Override
    default String name() {
      return member().output();
    }

    @Override
    default TypeRef type() {
      return member().result();
    }
  }

  /**
   * A call of a node.
   *
   * @param faults why its type variables are open, or do not fit
   */
  record Call(NodeModel member, List<Read> reads, List<GenericFault> faults) implements Producer {
    public Call {
      reads = List.copyOf(reads);
      faults = List.copyOf(faults);
    }
  }

  /** A component of a record. */
  record Component(ComponentModel member, List<Read> reads) implements Producer {
    public Component {
      reads = List.copyOf(reads);
    }
  }

  /** A choice between variants: it reads what chooses, then the variants' values in order. */
  record Choice(ChoiceModel member, List<Read> reads) implements Producer {
    public Choice {
      reads = List.copyOf(reads);
    }
  }

  /**
   * A nested use.
   *
   * @param inner the graph inside, cut down to what the output needs
   * @param outputs what is taken from inside, in order; none where it could not be found
   * @param candidates the outputs it might have been
   * @param reads the listed parameters in order, then what is wired by name
   */
  record NestedCall(
      NestedModel member,
      Graph inner,
      List<Producer> outputs,
      List<String> candidates,
      List<String> innerNames,
      List<Read> reads)
      implements Producer {
    public NestedCall {
      outputs = List.copyOf(outputs);
      candidates = List.copyOf(candidates);
      innerNames = List.copyOf(innerNames);
      reads = List.copyOf(reads);
    }

    /** Returns whether it maps over a list. */
    public boolean isMapped() {
      return member.parameters().stream().anyMatch(NestedModel.Parameter::each);
    }

    /** Returns what it declares for each of its outputs: its result, or the record's components. */
    public List<TypeRef> declared() {
      return member.parts().isEmpty()
          ? List.of(member.result())
          : member.parts().stream().map(NestedModel.Part::type).toList();
    }

    /** Returns whether it keeps the failures of single items as values. */
    public boolean isSoft() {
      return isMapped()
          && !outputs.isEmpty()
          && !isOutcome(outputs.get(0).type())
          && declared().stream().anyMatch(each -> outcome(each) != null);
    }

    /** Returns the element that a declared list is to have, behind its outcomes; null without. */
    public @Nullable TypeRef element(TypeRef declared) {
      TypeRef outcome = isSoft() ? outcome(declared) : null;
      return isSoft() ? outcome : declared.listElement();
    }

    /** What the inner output gives may itself be outcomes, which are then values like others. */
    private boolean isOutcome(TypeRef output) {
      TypeRef element = member.flatten() ? output.listElement() : output;
      return element != null && element.argumentOf(KnownTypes.OUTCOME) != null;
    }

    private static @Nullable TypeRef outcome(TypeRef declared) {
      TypeRef element = declared.listElement();
      TypeRef value = element == null ? null : element.argumentOf(KnownTypes.OUTCOME);
      return value instanceof TypeRef.Wildcard ? null : value;
    }
  }
}
