package dev.millrace.runtime.cache.halt;

import dev.millrace.runtime.BlobStore;
import dev.millrace.runtime.BlobStore.Blob;
import dev.millrace.runtime.Signature;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** The steps of a process, each of which it tells of before it does it, and after. */
public final class Script {
  private Script() {}

  /** What a step does. */
  @FunctionalInterface
  public interface Work {
    void run() throws Exception;
  }

  /** A step that a store is to show no trace of, such as {@code reclaim}. */
  public static void step(String told, Work work) throws Exception {
    say(told);
    work.run();
    say(Told.DONE);
  }

  /** Puts the values of a version under keys, as one batch. */
  public static void put(BlobStore store, int version, long... keys) throws Exception {
    putting(version, () -> store.put(batch(version, keys)), keys);
  }

  /** Returns the values of a version under keys. */
  public static List<Blob> batch(int version, long... keys) {
    return LongStream.of(keys).mapToObj(key -> new Blob(key(key), value(key, version))).toList();
  }

  /** Puts what has its own way to the store. */
  public static void putting(int version, Work work, long... keys) throws Exception {
    step(
        LongStream.of(keys)
            .mapToObj(key -> key + ":" + version)
            .collect(Collectors.joining(" ", Told.PUT, "")),
        work);
  }

  /** Removes keys. */
  public static void remove(BlobStore store, long... keys) throws Exception {
    List<Signature> signatures = LongStream.of(keys).mapToObj(Script::key).toList();
    removing(() -> store.remove(signatures), keys);
  }

  /** Removes what has its own way from the store. */
  public static void removing(Work work, long... keys) throws Exception {
    step(
        LongStream.of(keys)
            .mapToObj(Long::toString)
            .collect(Collectors.joining(" ", Told.REMOVE, "")),
        work);
  }

  /** Says that all is done, and how many changes that took. */
  public static void end(Halt halt) {
    say(Told.CHANGES + halt.count());
  }

  private static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }

  /** Returns the key of a number. */
  public static Signature key(long number) {
    return new Signature(number * 0x9E3779B97F4A7C15L, number);
  }

  /** Returns the number of a key. */
  public static long number(Signature key) {
    return key.low();
  }

  /** Returns what is put under a key: the same for a version, and large from a million on. */
  public static ByteBuffer value(long key, int version) {
    Random random = new Random(key * 31 + version);
    int most = key >= 1_000_000 ? 400_000 : key >= 1_000 ? 60 : 3_000;
    byte[] bytes = new byte[most / 2 + random.nextInt(most / 2)];
    random.nextBytes(bytes);
    return ByteBuffer.wrap(bytes);
  }
}
