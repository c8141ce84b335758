package dev.millrace.processor.property;

import java.util.List;
import java.util.Optional;

/** A pipeline as data. Names are unique throughout it. */
sealed interface Spec {
  String name();

  Kind kind();

  /** The types of values. */
  enum Kind {
    NUMBER("int", "Integer", "number"),
    TEXT("String", "String", "text"),
    NUMBERS("List<Integer>", "List<Integer>", "numbers"),
    TEXTS("List<String>", "List<String>", "texts");

    final String java;
    final String boxed;
    final String mix;

    Kind(String java, String boxed, String mix) {
      this.java = java;
      this.boxed = boxed;
      this.mix = mix;
    }

    boolean isList() {
      return this == NUMBERS || this == TEXTS;
    }

    Kind element() {
      return this == NUMBERS ? NUMBER : TEXT;
    }

    Kind list() {
      return this == NUMBER ? NUMBERS : TEXTS;
    }
  }

  /**
   * What comes from outside.
   *
   * @param value what it is in a run; empty where it is left out and nothing stands in for it
   * @param other what it is in a second run; empty where it is the same
   * @param orElse the default that its readers state; empty where they state none
   */
  record Input(
      String name,
      Kind kind,
      Optional<Object> value,
      Optional<Object> other,
      String orElse,
      boolean isLeftOut)
      implements Spec {
    boolean standsIn() {
      return !orElse.isEmpty();
    }
  }

  /** What a name is read as. */
  enum As {
    ITSELF,
    OBJECT,
    OPTIONAL,
    NULLABLE;

    String of(Kind kind) {
      return switch (this) {
        case ITSELF -> kind.boxed;
        case OBJECT -> "Object";
        case OPTIONAL -> "Optional<" + kind.boxed + ">";
        case NULLABLE -> "@org.jspecify.annotations.Nullable " + kind.boxed;
      };
    }
  }

  /**
   * What a node reads.
   *
   * @param orElse the default that it states; empty where it states none
   */
  record Read(String name, Kind kind, As as, String orElse) {
    String type() {
      return as == As.ITSELF ? kind.java : boxed();
    }

    String boxed() {
      return as.of(kind);
    }

    /** Returns whether a list of these erases to something else than this. */
    boolean overloads() {
      return as == As.OBJECT || as == As.OPTIONAL || !kind.isList();
    }
  }

  /** What comes of a node. */
  enum Gives {
    ALWAYS,
    /** It fails for some of what it reads. */
    FAILS,
    NULLABLE,
    OPTIONAL,
    /** It is asynchronous. */
    LATER,
    /** It waits. */
    WAITING
  }

  /**
   * A node.
   *
   * @param kind what it gives, also where its signature says so with type variables
   * @param twin which of its parameters its twin takes as a list; empty where it has none
   */
  record Node(
      String name, Kind kind, int id, Form form, List<Read> reads, List<Boolean> twin, Gives gives)
      implements Spec {
    /** Returns the result as its signature has it. */
    String result() {
      boolean isSure = gives == Gives.ALWAYS || gives == Gives.FAILS || gives == Gives.WAITING;
      return isSure && form == Form.PLAIN ? kind.java : boxedResult();
    }

    /** Returns the result as the element of a list. */
    String boxedResult() {
      return switch (gives) {
        case ALWAYS, FAILS, WAITING -> form == Form.PLAIN ? kind.boxed : form.result;
        case LATER -> "java.util.concurrent.CompletionStage<" + kind.boxed + ">";
        case NULLABLE -> As.NULLABLE.of(kind);
        case OPTIONAL -> As.OPTIONAL.of(kind);
      };
    }

    /** Returns a parameter's type. */
    String parameter(int place) {
      Read read = reads.get(place);
      return form == Form.PLAIN ? read.type() : form.parameters.get(place);
    }

    /** Returns a parameter's type as the element of a list. */
    String boxedParameter(int place) {
      Read read = reads.get(place);
      return form == Form.PLAIN ? read.boxed() : parameter(place);
    }

    /** Returns the call that computes it. */
    String call(String read) {
      String value = "Mix.%s(%d%s)".formatted(form == Form.PLAIN ? kind.mix : form.mix(), id, read);
      return switch (gives) {
        case ALWAYS, WAITING -> value;
        case LATER -> "Mix.later(%d, %s)".formatted(id, value);
        case FAILS -> "Mix.risky(%d, %s)".formatted(id, value);
        case NULLABLE -> "Mix.nullable(%s)".formatted(value);
        case OPTIONAL -> "Mix.optional(%s)".formatted(value);
      };
    }
  }

  /** Two nodes, of which the way chooses one. */
  record Choice(String name, Kind kind, Node up, Node down) implements Spec {
    Node chosen(Mix.Way way) {
      return way == Mix.Way.UP ? up : down;
    }
  }

  /**
   * A component of the record that a node gives.
   *
   * @param value what computes it, were it a node of its own
   * @param all all components of the record, this one among them
   */
  record Part(Node value, List<Node> all) implements Spec {
    @Override
    public String name() {
      return value.name();
    }

    @Override
    public Kind kind() {
      return value.kind();
    }
  }

  /**
   * What a nested use is given.
   *
   * @param kind its type outside
   * @param inner what it is called inside, or one element of it
   */
  record Pass(String name, Kind kind, String inner, boolean each) {
    Kind innerKind() {
      return each ? kind.element() : kind;
    }
  }

  /**
   * What is used, once or several times.
   *
   * @param passes all that its members can be given by name
   * @param soft whether its items may fail, and those that do are left out of a use's value
   */
  record Body(String name, List<Pass> passes, Scope scope, boolean soft) {}

  /**
   * A nested use, over the lists that it is given, if any.
   *
   * @param product whether each element meets each
   * @param flatten whether the lists of the items are joined
   */
  record Map(
      String name, Body body, List<Pass> passes, Spec output, boolean product, boolean flatten)
      implements Spec {
    @Override
    public Kind kind() {
      return over().isEmpty() || flatten ? output.kind() : output.kind().list();
    }

    List<Pass> over() {
      return passes.stream().filter(Pass::each).toList();
    }
  }

  /** Members in the order in which they are declared. */
  record Scope(List<Spec> members) {}

  /** Where a member of the pipeline is declared. */
  enum Home {
    PIPELINE,
    CLASS,
    INCLUDED
  }

  /**
   * A whole pipeline, and the way that its choices go.
   *
   * @param elsewhere the members that are not declared in the pipeline itself, by name
   */
  record Graph(
      List<Input> inputs, Scope scope, java.util.Map<String, Home> elsewhere, Mix.Way way) {
    /** What the way is called; no other name is like it. */
    static final String WAY = "theWayToGo";

    /** Returns the pipeline with what it is given in a second run. */
    Graph again() {
      return new Graph(inputs.stream().map(Graph::again).toList(), scope, elsewhere, way);
    }

    private static Input again(Input input) {
      return new Input(
          input.name(),
          input.kind(),
          input.other().or(input::value),
          Optional.empty(),
          input.orElse(),
          input.isLeftOut());
    }
  }
}
