package dev.millrace.runtime.spi;

import dev.millrace.runtime.spi.codec.Codec;
import dev.millrace.runtime.spi.codec.FolderCodec;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A node, as far as the cache is concerned. It does not change: what changes it gives another. */
public final class NodeWork implements Work {
  private final String name;
  private final Method method;
  private @Nullable Method twin;
  private int version;
  private String salt = "";
  private Keeping keeping = Keeping.AUTO;
  private boolean cutsOff;
  private boolean isCostly;
  private List<Integer> keyedReads = List.of();
  private List<Integer> ignoredReads = List.of();
  private String ignored = "";
  private @Nullable Codec<?> codec;
  private @Nullable FolderCodec<?> folder;
  private @Nullable KeyEncoder<?> encoder;
  private String keyless = "";
  private String unstored = "";

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

  NodeWork(String name, Method method) {
    this.name = name;
    this.method = method;
  }

  private NodeWork(NodeWork other) {
    this.name = other.name;
    this.method = other.method;
    this.twin = other.twin;
    this.version = other.version;
    this.salt = other.salt;
    this.keeping = other.keeping;
    this.cutsOff = other.cutsOff;
    this.isCostly = other.isCostly;
    this.keyedReads = other.keyedReads;
    this.ignoredReads = other.ignoredReads;
    this.ignored = other.ignored;
    this.codec = other.codec;
    this.folder = other.folder;
    this.encoder = other.encoder;
    this.keyless = other.keyless;
    this.unstored = other.unstored;
  }

  /** Returns the same with a twin. */
  public NodeWork twin(String owner, String method, String descriptor) {
    NodeWork other = new NodeWork(this);
    other.twin = new Method(owner, method, descriptor);
    return other;
  }

  /**
   * Returns the same in another version: its author changes that, or the salt, where its results
   * change.
   */
  public NodeWork version(int version, String salt) {
    NodeWork other = new NodeWork(this);
    other.version = version;
    other.salt = salt;
    return other;
  }

  /** Returns the same of which results are kept, or not. */
  public NodeWork keeping(Keeping keeping) {
    NodeWork other = new NodeWork(this);
    other.keeping = keeping;
    return other;
  }

  /** Returns the same by whose results its readers are keyed. */
  public NodeWork cutOff() {
    NodeWork other = new NodeWork(this);
    other.cutsOff = true;
    return other;
  }

  /** Returns the same whose results are worth keeping in a map. */
  public NodeWork costly() {
    NodeWork other = new NodeWork(this);
    other.isCostly = true;
    return other;
  }

  /** Returns the same that reads these, in the order of its parameters. */
  public NodeWork reads(int... places) {
    NodeWork other = new NodeWork(this);
    other.keyedReads = places(places);
    return other;
  }

  /**
   * Returns the same with parameters that are in no key.
   *
   * @param parameters which, in words
   * @param places the places of what they read
   */
  public NodeWork ignoring(String parameters, int... places) {
    NodeWork other = new NodeWork(this);
    other.ignored = parameters;
    other.ignoredReads = places(places);
    return other;
  }

  private static List<Integer> places(int... places) {
    return IntStream.of(places).boxed().toList();
  }

  /** Returns the same whose results are written by a codec. */
  public NodeWork stored(Codec<?> codec) {
    NodeWork other = new NodeWork(this);
    other.codec = codec;
    return other;
  }

  /** Returns the same whose results are written into folders by a codec. */
  public NodeWork storedIn(FolderCodec<?> folder) {
    NodeWork other = new NodeWork(this);
    other.folder = folder;
    return other;
  }

  /** Returns the same whose results have a place in keys. */
  public <T extends @Nullable Object> NodeWork keyed(KeyEncoder<T> encoder) {
    NodeWork other = new NodeWork(this);
    other.encoder = encoder;
    return other;
  }

  /** Returns the same that has no key, for a reason: nor has what reads its result. */
  public NodeWork keyless(String why) {
    NodeWork other = new NodeWork(this);
    other.keyless = why;
    return other;
  }

  /** Returns the same whose results cannot be kept, for a reason. */
  public NodeWork unstored(String why) {
    NodeWork other = new NodeWork(this);
    other.unstored = why;
    return other;
  }

  @Override
  public String name() {
    return name;
  }

  Method method() {
    return method;
  }

  /** Returns what it is for many items; null if that is the same. */
  @Nullable Method twin() {
    return twin;
  }

  int version() {
    return version;
  }

  String salt() {
    return salt;
  }

  Keeping keeping() {
    return keeping;
  }

  /** Returns whether what reads its result is keyed by that. */
  boolean cutsOff() {
    return cutsOff;
  }

  /** Returns whether its results are worth keeping whatever they cost. */
  boolean isCostly() {
    return isCostly;
  }

  @Override
  public List<Integer> keyedReads() {
    return keyedReads;
  }

  /**
   * What it reads must be there, and must have seen no failure, whether it is in its key or not.
   */
  @Override
  public List<Integer> reads() {
    return ignoredReads.isEmpty()
        ? keyedReads
        : Stream.concat(keyedReads.stream(), ignoredReads.stream()).toList();
  }

  /** Returns the parameters that are in no key, in words. */
  String ignored() {
    return ignored;
  }

  @Override
  public @Nullable Codec<?> codec() {
    return codec;
  }

  /** Returns what writes its results into folders; or null. */
  @Nullable FolderCodec<?> folder() {
    return folder;
  }

  @Override
  public @Nullable KeyEncoder<?> encoder() {
    return encoder;
  }

  /** Returns why it has no key; empty if it has one. */
  String keyless() {
    return keyless;
  }

  /** Returns why its results cannot be kept; empty if they can. */
  String unstored() {
    return unstored;
  }
}
