package dev.millrace.runtime.spi;

import dev.millrace.runtime.NoKeyException;
import dev.millrace.runtime.cache.key.ContentDigests;
import dev.millrace.runtime.cache.key.Identities;
import dev.millrace.runtime.cache.key.KeyBytes;
import dev.millrace.runtime.cache.key.Tag;
import dev.millrace.runtime.cache.key.Trail;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Takes values and gives their digests. What is written begins with its kind, and has its length
 * before it where that is not fixed: no two values are written alike unless they are equal.
 *
 * <p>A sink is used again and again, by one thread at a time; after a failure, too.
 */
public final class KeySink {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  final KeyBytes bytes = new KeyBytes();
  private final byte[] digest = new byte[KeyBytes.DIGEST];
  private final Trail trail;
  private final ContentDigests contents;
  private final @Nullable Function<Class<?>, Keyring.Code> codes;
  private @Nullable KeySink inner;

  /** Makes a sink. */
  public KeySink() {
    this(ContentDigests.SHARED);
  }

  /** Makes a sink that asks others for what is in files. */
  KeySink(ContentDigests contents) {
    this(contents, null, new Trail());
  }

  /**
   * Makes a sink for the cache: where the name of a class is in a key, so is its code.
   *
   * @param codes the code of a class
   */
  KeySink(Function<Class<?>, Keyring.Code> codes) {
    this(ContentDigests.SHARED, codes, new Trail());
  }

  private KeySink(
      ContentDigests contents, @Nullable Function<Class<?>, Keyring.Code> codes, Trail trail) {
    this.contents = contents;
    this.codes = codes;
    this.trail = trail;
  }

  /**
   * Takes a value; {@link #high} and {@link #low} then are its digest.
   *
   * @param name what it is called where it cannot be taken
   * @throws NoKeyException if it has no key, naming the place in it
   */
  public <T extends @Nullable Object> void take(
      String name, @Nullable T value, KeyEncoder<? super T> encoder) {
    trail.begin(name);
    bytes.begin();
    encoder.encode(value, this);
    bytes.end(digest, 0);
  }

  /** Returns the first half of the digest of what was taken last. */
  public long high() {
    return (long) LONGS.get(digest, 0);
  }

  /** Returns the second half of the digest of what was taken last. */
  public long low() {
    return (long) LONGS.get(digest, Long.BYTES);
  }

  /** Writes that there is nothing. */
  public void writeNull() {
    bytes.tag(Tag.NULL);
  }

  /** Writes a boolean. */
  public void write(boolean value) {
    bytes.tag(Tag.BOOLEAN).int8(value ? (byte) 1 : 0);
  }

  /** Writes a byte. */
  public void write(byte value) {
    bytes.tag(Tag.BYTE).int8(value);
  }

  /** Writes a short. */
  public void write(short value) {
    bytes.tag(Tag.SHORT).int16(value);
  }

  /** Writes an int. */
  public void write(int value) {
    bytes.tag(Tag.INT).int32(value);
  }

  /** Writes a long. */
  public void write(long value) {
    bytes.tag(Tag.LONG).int64(value);
  }

  /** Writes a char. */
  public void write(char value) {
    bytes.tag(Tag.CHAR).int16((short) value);
  }

  /** Writes a float by its bits; all NaNs are one, 0.0 and -0.0 are two. */
  public void write(float value) {
    bytes.tag(Tag.FLOAT).float32(value);
  }

  /** Writes a double by its bits; all NaNs are one, 0.0 and -0.0 are two. */
  public void write(double value) {
    bytes.tag(Tag.DOUBLE).float64(value);
  }

  /** Writes a text. */
  public void write(@Nullable String value) {
    if (value == null) {
      writeNull();
    } else {
      bytes.tag(Tag.STRING).text(value);
    }
  }

  /** Writes what a class is whose parts follow. */
  public void begin(KeyType type) {
    type.writeTo(bytes);
  }

  /**
   * Writes a part.
   *
   * @param name what it is called where it cannot be written
   */
  public <T extends @Nullable Object> void part(
      String name, @Nullable T value, KeyEncoder<? super T> encoder) {
    trail.enter(name);
    encoder.encode(value, this);
    trail.exit();
  }

  /**
   * Refuses a value of a subclass: it may have more to it than its class tells.
   *
   * @throws NoKeyException if the value is of another class
   */
  public void requireExactly(Class<?> type, Object value) {
    if (value.getClass() != type) {
      throw fault(
          "it is a "
              + value.getClass().getName()
              + ", and what that adds to "
              + type.getName()
              + " is not known");
    }
  }

  /**
   * Writes the class of a value that gives its own key, which follows.
   *
   * @throws NoKeyException if the class has no name of its own, as a lambda's
   */
  public void keyed(Object value) {
    bytes.tag(Tag.KEYED).text(className(value.getClass()));
    code(value.getClass());
  }

  /**
   * Writes the class of a value, which is all there is to it.
   *
   * @throws NoKeyException if the class has no name of its own, as a lambda's
   */
  public void alike(Object value) {
    bytes.tag(Tag.ALIKE).text(className(value.getClass()));
    code(value.getClass());
  }

  /** Writes the code of a class: what its objects do is not in their keys otherwise. */
  void code(Class<?> type) {
    if (codes == null) {
      return;
    }
    Keyring.Code code = codes.apply(type);
    if (!code.unreadable().isEmpty()) {
      throw fault("it is a " + type.getName() + ", and " + code.unreadable());
    }
    bytes.sized(code.digest());
  }

  /** Writes an object that is equal to itself only: no other process has its key. */
  public void identity(@Nullable Object value) {
    if (value == null) {
      writeNull();
      return;
    }
    Identities identities = Identities.SHARED;
    byte[] process = identities.process();
    bytes.tag(Tag.IDENTITY).raw(process, 0, process.length).int64(identities.of(value));
  }

  /** Writes that something is left out. */
  public void ignored() {
    bytes.tag(Tag.IGNORED);
  }

  /**
   * Returns the failure of a value whose class is none of those that its type permits.
   *
   * @return the exception, to be thrown
   */
  public NoKeyException unknown(Object value) {
    return fault(
        "it is a "
            + value.getClass().getName()
            + ", which was not there when the pipeline was compiled");
  }

  /** Returns the name of a class, if it says which one it is. */
  String className(Class<?> type) {
    if (type.isHidden() || type.isSynthetic() || type.isAnonymousClass()) {
      throw fault(
          "it is of a lambda or an anonymous class ("
              + type.getName()
              + "), whose name is not its own");
    }
    return type.getName();
  }

  /** Writes the digest of what is in a file or folder. */
  void content(Path path) {
    try {
      bytes.tag(Tag.PATH_CONTENT).raw(contents.of(path), 0, KeyBytes.DIGEST);
    } catch (IOException failure) {
      throw new NoKeyException(
          trail.place(), "what is in " + path + " cannot be read (" + failure + ")", failure);
    }
  }

  /** Writes the digest of an element. */
  <T extends @Nullable Object> void element(
      int index, @Nullable T value, KeyEncoder<? super T> encoder) {
    trail.enter(index);
    KeySink sink = inner();
    sink.bytes.begin();
    encoder.encode(value, sink);
    sink.bytes.end(digest, 0);
    trail.exit();
    bytes.raw(digest, 0, digest.length);
  }

  /** Writes an element itself. */
  <T extends @Nullable Object> void plainElement(
      int index, @Nullable T value, KeyEncoder<? super T> encoder) {
    trail.enter(index);
    encoder.encode(value, this);
    trail.exit();
  }

  /** Returns the digest of an element of something that has no order. */
  <T extends @Nullable Object> byte[] digestOf(
      int index, @Nullable T value, KeyEncoder<? super T> encoder) {
    trail.enter(index);
    KeySink sink = inner();
    sink.bytes.begin();
    encoder.encode(value, sink);
    byte[] own = new byte[KeyBytes.DIGEST];
    sink.bytes.end(own, 0);
    trail.exit();
    return own;
  }

  /** Writes digests in an order that is theirs. */
  void sorted(byte[][] digests) {
    Arrays.sort(digests, Arrays::compareUnsigned);
    for (byte[] each : digests) {
      bytes.raw(each, 0, each.length);
    }
  }

  private KeySink inner() {
    KeySink sink = inner;
    if (sink == null) {
      sink = new KeySink(contents, codes, trail);
      inner = sink;
    }
    return sink;
  }

  /** Returns a failure at this place. */
  NoKeyException fault(String why) {
    return new NoKeyException(trail.place(), why);
  }
}
