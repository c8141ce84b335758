package dev.millrace.processor.model;

import java.util.ArrayList;
import java.util.List;

/** How values of a type are written into a key. */
public sealed interface KeyShape {

  /**
   * By an encoder that the runtime has.
   *
   * @param holder the class that has it
   * @param constant its name there
   */
  record Known(ClassRef holder, String constant) implements KeyShape {}

  /**
   * By an encoder that the runtime makes of others.
   *
   * @param holder the class that makes it
   * @param method the method that does
   * @param elements the types of what is in a value
   * @param shapes how those are written
   */
  record Made(ClassRef holder, String method, List<TypeRef> elements, List<KeyShape> shapes)
      implements KeyShape {
    public Made {
      elements = List.copyOf(elements);
      shapes = List.copyOf(shapes);
    }
  }

  /** By a method of its own: see {@link KeyTypes#definition}. */
  record Defined(TypeRef.Declared type) implements KeyShape {}

  /**
   * Not at all.
   *
   * @param places the parts that lead to what has no encoding, {@code Corpus.file}; none for the
   *     type itself
   * @param why the reason, a sentence about that
   */
  record None(List<String> places, String why) implements KeyShape {
    public None {
      places = List.copyOf(places);
    }

    /** Returns the same, reached by way of a part. */
    public None by(String place) {
      List<String> all = new ArrayList<>(places);
      all.add(0, place);
      return new None(all, why);
    }

    @Override
    public String toString() {
      return places.isEmpty() ? why : "in " + String.join(", ", places) + ", " + why;
    }
  }

  /** Returns whether values can be written. */
  default boolean isSome() {
    return !(this instanceof None);
  }
}
