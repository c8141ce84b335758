package dev.millrace.runtime.cache.code;

/**
 * One part of the code that a method reaches.
 *
 * @param owner a class, as class files name it; for a file, its path
 * @param name the method's or the field's, else empty
 * @param descriptor the method's, else empty
 */
record Key(Kind kind, String owner, String name, String descriptor) {

  enum Kind {
    /** A method's own code. */
    METHOD,
    /** What an instance of a class brings with it: its supertypes, and what others can call. */
    INSTANCE,
    /** A class that is handed out as an object: all of it. */
    WHOLE,
    /** What a result of this type is made of, for its codec. */
    SCHEMA,
    /** A static field's value that stands in the class file. */
    CONSTANT,
    /** A file beside the classes. */
    RESOURCE,
    /** All application code there is. */
    EVERYTHING
  }

  static Key method(ClassFile.Method method) {
    return new Key(Kind.METHOD, method.owner(), method.name(), method.descriptor());
  }

  static Key type(Kind kind, String name) {
    return new Key(kind, name, "", "");
  }
}
