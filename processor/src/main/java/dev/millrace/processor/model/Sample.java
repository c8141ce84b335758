package dev.millrace.processor.model;

import java.util.List;

/** Where the values come from that a twin is tested with. */
public sealed interface Sample {

  /** Returns the type of the values, boxed. */
  TypeRef type();

  /** Numbers, booleans, characters or strings. */
  record Basic(TypeRef type) implements Sample {}

  /** The constants of an enum. */
  record Constants(TypeRef type) implements Sample {}

  /** Records, by the values of their components. */
  record Parts(TypeRef type, List<Part> parts) implements Sample {
    public Parts {
      parts = List.copyOf(parts);
    }
  }

  /** A component of a record. */
  record Part(String name, TypeRef type, Sample sample) {}

  /** Lists, optionals or arrays, by what they hold. */
  record Holding(Holder holder, TypeRef type, Sample of) implements Sample {}

  /** What holds values. */
  enum Holder {
    LIST,
    OPTIONAL,
    ARRAY
  }

  /** Other values, and null among them. */
  record OrNull(Sample of) implements Sample {
    @Override
    public TypeRef type() {
      return of.type();
    }
  }

  /**
   * What a method of the test's class returns.
   *
   * @param samples whether it returns {@code Samples} of such values
   * @param thrown the checked exceptions that it declares
   */
  record Given(TypeRef type, String method, boolean samples, List<TypeRef> thrown)
      implements Sample {
    public Given {
      thrown = List.copyOf(thrown);
    }
  }
}
