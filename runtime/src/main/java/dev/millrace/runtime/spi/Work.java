package dev.millrace.runtime.spi;

import dev.millrace.runtime.spi.codec.Codec;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How one value of a pipeline, or of a nested use, comes about, as far as the cache is concerned.
 * Values are told of by their places: what comes from outside first, then the steps, each after all
 * that it reads.
 */
public sealed interface Work
    permits Work.Given, Work.Handle, Work.Outer, NodeWork, Work.Part, UseWork {

  /** Returns the name that is told of it. */
  String name();

  /** Returns the places of what it reads, in order. */
  List<Integer> reads();

  /** Returns the places of what it reads that is in its key, in order. */
  default List<Integer> keyedReads() {
    return reads();
  }

  /** Returns what writes its value, or keeps no value of it; null where values are not kept. */
  default @Nullable Codec<?> codec() {
    return null;
  }

  /** Returns what takes its value into keys; null where that cannot be. */
  default @Nullable KeyEncoder<?> encoder() {
    return null;
  }

  /**
   * A value from outside.
   *
   * @param encoder what takes it into keys; null if that cannot be
   * @param why why not, in words
   * @param each whether it is an element of a list that is mapped over
   * @param isByValue whether a reader's key depends on what it is
   * @param isByIdentity whether a reader's key depends on which object it is
   * @param unset what it is where it is left out
   */
  record Given(
      String name,
      @Nullable KeyEncoder<?> encoder,
      String why,
      boolean each,
      boolean isByValue,
      boolean isByIdentity,
      @Nullable Object unset)
      implements Work {

    /** Returns the same as the element of a list. */
    public Given ofEach() {
      return new Given(name, encoder, why, true, isByValue, isByIdentity, unset);
    }

    /** Returns the same, by which object it is and not by what it is. */
    public Given byIdentity() {
      return new Given(name, encoder, why, each, false, true, unset);
    }

    /** Returns the same, by which object it is as well as by what it is. */
    public Given alsoByIdentity() {
      return new Given(name, encoder, why, each, true, true, unset);
    }

    /**
     * Returns the same of a list that is mapped over: how many elements it has counts, whatever
     * they are; and which objects these are, where it counts which object the list is.
     */
    public Given byElements() {
      KeyEncoder<Collection<?>> elements =
          CollectionKeys.list(
              isByIdentity
                  ? (element, sink) -> sink.identity(element)
                  : (element, sink) -> sink.ignored());
      return new Given(
          name, isByValue ? both(encoder, elements) : elements, why, each, true, false, unset);
    }

    @SuppressWarnings("unchecked") // generated works pair a value with the encoder of its type
    private static @Nullable KeyEncoder<?> both(
        @Nullable KeyEncoder<?> value, KeyEncoder<Collection<?>> elements) {
      KeyEncoder<Object> taking = (KeyEncoder<Object>) value;
      return taking == null
          ? null
          : (Collection<?> list, KeySink sink) -> {
            taking.encode(list, sink);
            elements.encode(list, sink);
          };
    }

    /** Returns the same with what it is where it is left out. */
    public Given orElse(@Nullable Object other) {
      return new Given(name, encoder, why, each, isByValue, isByIdentity, other);
    }

    @Override
    public List<Integer> reads() {
      return List.of();
    }
  }

  /** A resource from outside: it is in keys by its handle. */
  record Handle(String name) implements Work {
    @Override
    public List<Integer> reads() {
      return List.of();
    }
  }

  /** A value from outside of a nested use, which has its key there. */
  record Outer(String name) implements Work {
    @Override
    public List<Integer> reads() {
      return List.of();
    }
  }

  /** Says for which values of what chooses a variant is chosen. */
  @FunctionalInterface
  interface Case {
    boolean isChosenBy(@Nullable Object selector);
  }

  /**
   * A part of what is computed already, or the one of several that is chosen.
   *
   * @param what what is done, so that no two of them are one
   * @param cases of a choice, when each variant is chosen; none where that is known only in the run
   */
  record Part(
      String name,
      String what,
      List<Integer> reads,
      List<Case> cases,
      @Nullable KeyEncoder<?> encoder)
      implements Work {
    public Part {
      reads = List.copyOf(reads);
      cases = List.copyOf(cases);
    }

    /** Returns the places of what its value is taken from, whatever chooses between them. */
    List<Integer> sources() {
      return reads.size() == 1 ? reads : reads.subList(1, reads.size());
    }

    /** Returns the same whose value has a place in keys. */
    public <T extends @Nullable Object> Part keyed(KeyEncoder<T> taking) {
      return new Part(name, what, reads, cases, taking);
    }

    /**
     * Returns the same of which it is known for which values of what chooses each variant is
     * chosen.
     */
    public Part cases(Case... chosen) {
      return new Part(name, what, reads, List.of(chosen), encoder);
    }
  }

  /**
   * Returns an encoder that writes the code of classes, too. Readers may call a value by a
   * supertype, so that their own code does not say what the value's does.
   *
   * @param types the classes that the value's type names
   */
  static <T extends @Nullable Object> KeyEncoder<T> withCode(
      KeyEncoder<T> encoder, Class<?>... types) {
    return (value, sink) -> {
      for (Class<?> type : types) {
        sink.code(type);
      }
      encoder.encode(value, sink);
    };
  }

  /** Returns a value from outside. */
  static <T extends @Nullable Object> Given given(String name, KeyEncoder<T> encoder) {
    return new Given(name, encoder, "", false, true, false, null);
  }

  /** Returns a value from outside that has no place in keys, with the reason. */
  static Given keyless(String name, String why) {
    return new Given(name, null, why, false, true, false, null);
  }

  /** Returns a value from outside that is in no key. */
  static Given ignored(String name) {
    return new Given(name, null, "", false, false, false, null);
  }

  /** Returns a resource from outside. */
  static Handle resource(String name) {
    return new Handle(name);
  }

  /** Returns a value from outside of a nested use. */
  static Outer outer(String name) {
    return new Outer(name);
  }

  /** Returns a component of a record. */
  static Part component(String name, String component, int record) {
    return new Part(name, "component " + component, List.of(record), List.of(), null);
  }

  /**
   * Returns a choice between variants.
   *
   * @param reads what chooses, then the variants
   */
  static Part choice(String name, String cases, int... reads) {
    List<Integer> all = IntStream.of(reads).boxed().toList();
    return new Part(name, "choice " + cases, all, List.of(), null);
  }

  /**
   * Returns a node.
   *
   * @param owner the class that declares its method, by its binary name
   * @param descriptor the method's erased types, as class files write them
   */
  static NodeWork node(String name, String owner, String method, String descriptor) {
    return new NodeWork(name, new NodeWork.Method(owner, method, descriptor));
  }

  /**
   * Returns a nested use that maps nothing.
   *
   * @param works what it computes, of which its values come first
   */
  static UseWork use(String name, Works works) {
    return new UseWork(name, works, "", List.of(), null, null, "");
  }

  /**
   * Returns a nested use that maps over lists.
   *
   * @param shape how they are combined, and what comes of the results
   */
  static UseWork map(String name, String shape, Works works) {
    return new UseWork(name, works, shape, List.of(), null, null, "");
  }
}
