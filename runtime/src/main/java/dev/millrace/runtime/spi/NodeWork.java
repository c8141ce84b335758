package dev.millrace.runtime.spi;

import dev.millrace.runtime.spi.codec.Codec;
import dev.millrace.runtime.spi.codec.FolderCodec;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A node, as far as the cache is concerned.
 *
 * @param method what it is
 * @param twin what it is for many items; or null
 * @param version the number that its author changes where its results do
 * @param salt what else its author says that its results depend on
 * @param keeping whether its results are kept
 * @param cutsOff whether what reads its result is keyed by that
 * @param isCostly whether its results are worth keeping whatever they cost
 * @param keyedReads the places of what it reads that is in its key, in the order of its parameters
 * @param ignoredReads the places of what it reads that is in no key
 * @param ignored the parameters that are in no key, in words
 * @param codec what writes its results; null if they cannot be kept
 * @param folder what writes its results into folders; or null
 * @param encoder what takes a result into keys; null if that cannot be
 * @param keyless why the node has no key; empty if it has one
 * @param unstored why its results cannot be kept; empty if they can
 */
public record NodeWork(
    String name,
    Method method,
    @Nullable Method twin,
    int version,
    String salt,
    Keeping keeping,
    boolean cutsOff,
    boolean isCostly,
    List<Integer> keyedReads,
    List<Integer> ignoredReads,
    String ignored,
    @Nullable Codec<?> codec,
    @Nullable FolderCodec<?> folder,
    @Nullable KeyEncoder<?> encoder,
    String keyless,
    String unstored)
    implements Work {
  /**
   * A method.
   *
   * @param owner the class that declares it, by its binary name
   * @param descriptor its erased types, as class files write them
   */
  public record Method(String owner, String name, String descriptor) {}

  /** Whether results are kept. */
  public enum Keeping {
    /** In a run; in a map where it is worth it. */
    AUTO,
    STORE,
    /** They are not, and what reads them can be. */
    PASS,
    /** The node runs whenever it is needed; what reads it is keyed by what it gave. */
    NEVER
  }

  public NodeWork {
    keyedReads = List.copyOf(keyedReads);
    ignoredReads = List.copyOf(ignoredReads);
  }

  /**
   * What it reads must be there, and must have seen no failure, whether it is in its key or not.
   */
  @Override
  public List<Integer> reads() {
    return Stream.concat(keyedReads.stream(), ignoredReads.stream()).toList();
  }

  static NodeWork of(String name, Method method) {
    return new NodeWork(
        name,
        method,
        null,
        0,
        "",
        Keeping.AUTO,
        false,
        false,
        List.of(),
        List.of(),
        "",
        null,
        null,
        null,
        "",
        "");
  }

  /** Returns the same with a twin. */
  public NodeWork twin(String owner, String method, String descriptor) {
    Method other = new Method(owner, method, descriptor);
    return new NodeWork(
        name,
        this.method,
        other,
        version,
        salt,
        keeping,
        cutsOff,
        isCostly,
        keyedReads,
        ignoredReads,
        ignored,
        codec,
        folder,
        encoder,
        keyless,
        unstored);
  }

  /** Returns the same in another version. */
  public NodeWork version(int version, String salt) {
    return new NodeWork(
        name,
        method,
        twin,
        version,
        salt,
        keeping,
        cutsOff,
        isCostly,
        keyedReads,
        ignoredReads,
        ignored,
        codec,
        folder,
        encoder,
        keyless,
        unstored);
  }

  /** Returns the same of which results are kept, or not. */
  public NodeWork keeping(Keeping keeping) {
    return new NodeWork(
        name,
        method,
        twin,
        version,
        salt,
        keeping,
        cutsOff,
        isCostly,
        keyedReads,
        ignoredReads,
        ignored,
        codec,
        folder,
        encoder,
        keyless,
        unstored);
  }

  /** Returns the same by whose results its readers are keyed. */
  public NodeWork cutOff() {
    return new NodeWork(
        name,
        method,
        twin,
        version,
        salt,
        keeping,
        true,
        isCostly,
        keyedReads,
        ignoredReads,
        ignored,
        codec,
        folder,
        encoder,
        keyless,
        unstored);
  }

  /** Returns the same whose results are worth keeping in a map. */
  public NodeWork costly() {
    return new NodeWork(
        name,
        method,
        twin,
        version,
        salt,
        keeping,
        cutsOff,
        true,
        keyedReads,
        ignoredReads,
        ignored,
        codec,
        folder,
        encoder,
        keyless,
        unstored);
  }

  /** Returns the same that reads these. */
  public NodeWork reads(int... places) {
    List<Integer> all = IntStream.of(places).boxed().toList();
    return new NodeWork(
        name,
        method,
        twin,
        version,
        salt,
        keeping,
        cutsOff,
        isCostly,
        all,
        ignoredReads,
        ignored,
        codec,
        folder,
        encoder,
        keyless,
        unstored);
  }

  /**
   * Returns the same with parameters that are in no key.
   *
   * @param parameters which, in words
   * @param places the places of what they read
   */
  public NodeWork ignoring(String parameters, int... places) {
    List<Integer> all = IntStream.of(places).boxed().toList();
    return new NodeWork(
        name,
        method,
        twin,
        version,
        salt,
        keeping,
        cutsOff,
        isCostly,
        keyedReads,
        all,
        parameters,
        codec,
        folder,
        encoder,
        keyless,
        unstored);
  }

  /** Returns the same whose results are written by a codec. */
  public NodeWork stored(Codec<?> codec) {
    return new NodeWork(
        name,
        method,
        twin,
        version,
        salt,
        keeping,
        cutsOff,
        isCostly,
        keyedReads,
        ignoredReads,
        ignored,
        codec,
        folder,
        encoder,
        keyless,
        unstored);
  }

  /** Returns the same whose results are written into folders by a codec. */
  public NodeWork storedIn(FolderCodec<?> folder) {
    return new NodeWork(
        name,
        method,
        twin,
        version,
        salt,
        keeping,
        cutsOff,
        isCostly,
        keyedReads,
        ignoredReads,
        ignored,
        codec,
        folder,
        encoder,
        keyless,
        unstored);
  }

  /** Returns the same whose results have a place in keys. */
  public <T extends @Nullable Object> NodeWork keyed(KeyEncoder<T> encoder) {
    return new NodeWork(
        name,
        method,
        twin,
        version,
        salt,
        keeping,
        cutsOff,
        isCostly,
        keyedReads,
        ignoredReads,
        ignored,
        codec,
        folder,
        encoder,
        keyless,
        unstored);
  }

  /** Returns the same that has no key, for a reason: nor has what reads its result. */
  public NodeWork keyless(String why) {
    return new NodeWork(
        name,
        method,
        twin,
        version,
        salt,
        keeping,
        cutsOff,
        isCostly,
        keyedReads,
        ignoredReads,
        ignored,
        codec,
        folder,
        encoder,
        why,
        unstored);
  }

  /** Returns the same whose results cannot be kept, for a reason. */
  public NodeWork unstored(String why) {
    return new NodeWork(
        name,
        method,
        twin,
        version,
        salt,
        keeping,
        cutsOff,
        isCostly,
        keyedReads,
        ignoredReads,
        ignored,
        codec,
        folder,
        encoder,
        keyless,
        why);
  }
}
