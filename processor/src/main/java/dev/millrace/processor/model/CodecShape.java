package dev.millrace.processor.model;

import java.util.ArrayList;
import java.util.List;

/** How values of a type are stored. */
public sealed interface CodecShape {

  /**
   * By a codec that the runtime has.
   *
   * @param holder the class that has it
   * @param constant its name there
   */
  record Known(ClassRef holder, String constant) implements CodecShape {}

  /**
   * By a codec that the runtime makes of others.
   *
   * @param type what it stores
   * @param holder the class that makes it
   * @param method the method that does
   * @param elements the types of what is in a value
   * @param shapes how those are stored
   */
  record Made(
      TypeRef type, ClassRef holder, String method, List<TypeRef> elements, List<CodecShape> shapes)
      implements CodecShape {
    public Made {
      elements = List.copyOf(elements);
      shapes = List.copyOf(shapes);
    }
  }

  /** By a codec of its own: see {@link CodecTypes#definition}. */
  record Defined(TypeRef.Declared type) implements CodecShape {}

  /**
   * By a class that its user wrote.
   *
   * @param type what that stores
   * @param isFolder whether it stores into a folder
   */
  record Custom(TypeRef type, ClassRef by, boolean isFolder) implements CodecShape {}

  /**
   * Not at all.
   *
   * @param places the parts that lead to what has no codec, {@code Corpus.file}; none for the type
   *     itself
   * @param why the reason, a sentence about that
   */
  record None(List<String> places, String why) implements CodecShape {
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

  /** Returns whether values can be stored. */
  default boolean isSome() {
    return !(this instanceof None);
  }

  /** Returns whether values are stored into a folder, and so in no other value. */
  default boolean isFolder() {
    return this instanceof Custom custom && custom.isFolder();
  }
}
