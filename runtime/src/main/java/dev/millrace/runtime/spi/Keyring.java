package dev.millrace.runtime.spi;

import dev.millrace.runtime.MetaStore.Part;
import dev.millrace.runtime.Signature;
import dev.millrace.runtime.cache.Sha256;
import dev.millrace.runtime.cache.Warnings;
import dev.millrace.runtime.cache.code.CodeAccount;
import dev.millrace.runtime.cache.code.CodeHash;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the keys of one pipeline are made with: the code that it is made of, as its class loader
 * sees it, and what takes values.
 */
final class Keyring {
  private final String name;
  private final Class<?> pipeline;
  private final byte[] environment;
  private final ThreadLocal<KeySink> sinks = ThreadLocal.withInitial(() -> new KeySink(this::code));
  private final Warnings warnings = new Warnings();
  private final Map<Class<?>, Code> classes = new ConcurrentHashMap<>();

  /** Code that can be read, or why not. */
  record Code(byte[] digest, String unreadable, @Nullable CodeAccount account) {}

  /**
   * @param name what the pipeline is called
   * @param pipeline its interface
   * @param environment the digest of what else is in every key
   */
  Keyring(String name, Class<?> pipeline, byte[] environment) {
    this.name = name;
    this.pipeline = pipeline;
    this.environment = environment.clone();
  }

  String pipeline() {
    return name;
  }

  byte[] environment() {
    return environment.clone();
  }

  /** Returns what else is in every key, for people. */
  Part environmentPart() {
    return new Part("the environment", first(environment));
  }

  /** Returns the code of a node's method, with all that it calls. */
  Code code(NodeWork.Method method) {
    try {
      return code(
          CodeHash.of(pipeline).ofMethod(method.owner(), method.name(), method.descriptor()));
    } catch (RuntimeException | LinkageError unreadable) {
      return new Code(new byte[0], "its code cannot be read (" + unreadable + ")", null);
    }
  }

  /** Says that a node is not cached because its code cannot be read, nor what depends on it. */
  void warn(String node, Code... codes) {
    for (Code code : codes) {
      if (!code.unreadable().isEmpty()) {
        warnings.tell(
            "code",
            name + "." + node + " is not cached, nor are others: " + code.unreadable(),
            null);
      }
    }
  }

  private static Code code(CodeAccount account) {
    return account.readable()
        ? new Code(account.bytes(), "", account)
        : new Code(
            new byte[0],
            "not all of its code can be read (" + account.unreadable().get(0) + ")",
            account);
  }

  /** Returns the code of the class of a value that enters a key by that class's name. */
  private Code code(Class<?> type) {
    return classes.computeIfAbsent(type, this::read);
  }

  private Code read(Class<?> type) {
    try {
      return code(CodeHash.of(pipeline).ofClass(type));
    } catch (RuntimeException | LinkageError unreadable) {
      return new Code(new byte[0], "its code cannot be read (" + unreadable + ")", null);
    }
  }

  /** Returns the key of a value, or null, and a warning, if it has none after all. */
  @Nullable Signature digest(Work work, @Nullable Object value) {
    return digest(work, value, sinks.get());
  }

  /** Returns what gives the keys of many values, as {@link #digest} does; for this thread. */
  Function<@Nullable Object, @Nullable Signature> digests(Work work) {
    KeySink sink = sinks.get();
    return value -> digest(work, value, sink);
  }

  private @Nullable Signature digest(Work work, @Nullable Object value, KeySink sink) {
    try {
      if (work instanceof Work.Handle) {
        return handle(work.name(), value, sink);
      }
      if (work instanceof Work.Given given) {
        return given(given, value, sink);
      }
      return taken(work.name(), value, work.encoder(), sink);
    } catch (RuntimeException | StackOverflowError keyless) { // of a user's key method, perhaps
      warnings.tell(work.name(), "not cached: what depends on \"" + work.name() + "\"", keyless);
      return null;
    }
  }

  private static @Nullable Signature given(Work.Given given, @Nullable Object value, KeySink sink) {
    Signature byValue = null;
    if (given.isByValue()) {
      byValue = taken(given.name(), value, given.encoder(), sink);
      if (byValue == null || !given.isByIdentity()) {
        return byValue;
      }
    }
    if (!given.isByIdentity()) {
      return first(digest(utf8("ignored")));
    }
    sink.<@Nullable Object>take(given.name(), value, (object, into) -> into.identity(object));
    Signature byIdentity = new Signature(sink.high(), sink.low());
    return byValue == null ? byIdentity : Mix.of(byIdentity, byValue);
  }

  @SuppressWarnings("unchecked") // generated works pair a value with the encoder of its type
  private static @Nullable Signature taken(
      String name, @Nullable Object value, @Nullable KeyEncoder<?> encoder, KeySink sink) {
    if (encoder == null) {
      return null;
    }
    sink.take(name, value, (KeyEncoder<@Nullable Object>) encoder);
    return new Signature(sink.high(), sink.low());
  }

  /** A resource is what its handle opens, and the code of that. */
  private static Signature handle(String name, @Nullable Object value, KeySink sink) {
    sink.<@Nullable Object>take(
        name,
        value,
        (handle, into) -> {
          if (handle == null) {
            into.writeNull();
          } else if (handle instanceof KeyedHandle keyed) {
            keyed.encode(into);
            into.code(keyed.opener());
          } else {
            throw into.fault(
                "it is a "
                    + handle.getClass().getName()
                    + ", of which nobody knows what opens it; give the handle that is generated for"
                    + " its class");
          }
        });
    return new Signature(sink.high(), sink.low());
  }

  /** Returns the first 128 bits of a digest. */
  static Signature first(byte[] digest) {
    ByteBuffer bytes = ByteBuffer.wrap(digest);
    return new Signature(bytes.getLong(), bytes.getLong());
  }

  /** Returns the SHA-256 of bytes, each with its length before it. */
  static byte[] digest(byte[]... parts) {
    MessageDigest sha = Sha256.fresh();
    for (byte[] part : parts) {
      sha.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).flip());
      sha.update(part);
    }
    return sha.digest();
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
