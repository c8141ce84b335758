package dev.millrace.runtime.cache.code;

/**
 * What a method's code names, in the order in which it names it. Class names are those of class
 * files: {@code java/util/List}.
 */
sealed interface Ref {

  /** A type that is looked at from outside: cast to, tested for, caught, part of a descriptor. */
  record Shape(String descriptor) implements Ref {}

  /** A class handed out as an object: whoever gets it may look into all of it. */
  record Literal(String name) implements Ref {}

  /** A class of which an instance is made. */
  record Instance(String name) implements Ref {}

  record Field(String owner, String name, String descriptor, boolean isStatic) implements Ref {}

  /**
   * A call, or a handle that can be called.
   *
   * @param dispatched whether the receiver's class decides which method runs
   */
  record Call(String owner, String name, String descriptor, boolean dispatched) implements Ref {}

  /** A file read from where classes lie, absolute. */
  record Resource(String path) implements Ref {}

  /** Code that can reach any class there is. */
  record Anything(String how) implements Ref {}

  /** Code that can reach what no class file holds. */
  record Unreadable(String how) implements Ref {}
}
