package dev.millrace.cli.cache;

import dev.millrace.cli.Invocation;
import dev.millrace.runtime.BlobStore.Blob;
import dev.millrace.runtime.MetaStore.Entry;
import dev.millrace.runtime.MetaStore.Part;
import dev.millrace.runtime.Signature;
import dev.millrace.runtime.cache.ledger.Ledger;
import dev.millrace.runtime.cache.pack.PackStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A cache's folder as an application leaves it, made by the stores themselves. */
record SampleCache(Path folder) {

  static Signature key(long number) {
    return new Signature(number * 0x9E3779B97F4A7C15L, number);
  }

  static Part part(String name, long value) {
    return new Part(name, new Signature(value * 0xD1B54A32D192ED03L, value));
  }

  /** Two nodes: one ran twice, with other code; the other thrice, for three texts. */
  static SampleCache typical(Path folder) throws IOException {
    SampleCache cache = new SampleCache(folder);
    cache.put(
        cache.entry(
            1, "encoding", 1600, 2_000, 26, part("the code of encoding", 1), part("passages", 7)),
        cache.entry(
            2, "encoding", 1600, 1_900, 2, part("the code of encoding", 2), part("passages", 7)),
        cache.entry(3, "tokens", 90, 3, 50, part("the code of tokens", 3), part("text", 1)),
        cache.entry(4, "tokens", 120, 4, 49, part("the code of tokens", 3), part("text", 2)),
        cache.entry(5, "tokens", 0, 1, 1, part("the code of tokens", 3), part("text", 3)));
    return cache;
  }

  /** Returns an entry, stored so many hours ago, and used when half of these were over. */
  Entry entry(long key, String node, long bytes, long millis, long hours, Part... parts) {
    return new Entry(
        key(key),
        node,
        Invocation.NOW.minus(Duration.ofHours(hours)),
        millis * 1_000_000 + 250_000,
        bytes,
        Invocation.NOW.minus(Duration.ofMinutes(hours * 30)),
        List.of(parts));
  }

  /** Stores results that have so many letters, and their entries. */
  void put(Entry... entries) throws IOException {
    blobs(entries);
    entries(entries);
  }

  /** Stores results alone. */
  void blobs(Entry... entries) throws IOException {
    try (PackStore store = new PackStore(folder)) {
      List<Blob> blobs = new ArrayList<>();
      for (Entry entry : entries) {
        String text = "a result of " + entry.node() + "; ";
        byte[] bytes =
            text.repeat((int) entry.bytes() / text.length() + 1)
                .substring(0, (int) entry.bytes())
                .getBytes(StandardCharsets.UTF_8);
        blobs.add(new Blob(entry.key(), ByteBuffer.wrap(bytes)));
      }
      store.put(blobs);
    }
  }

  /** Notes entries alone. */
  void entries(Entry... entries) {
    try (Ledger ledger = Ledger.sqlite(folder.resolve(Ledger.FILE))) {
      ledger.stored(List.of(entries));
    }
  }

  /** Removes results, and not their entries. */
  void remove(long... keys) throws IOException {
    try (PackStore store = new PackStore(folder)) {
      for (long key : keys) {
        store.remove(List.of(key(key)));
      }
    }
  }

  /** Runs a command on it. */
  Invocation run(String command, String... arguments) {
    List<String> all = new ArrayList<>(List.of("cache", command, "--cache", folder.toString()));
    all.addAll(List.of(arguments));
    return Invocation.of(all.toArray(String[]::new));
  }

  /** Changes a byte of a file. */
  static void spoil(Path file, long at) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      ByteBuffer one = ByteBuffer.allocate(1);
      channel.read(one, at);
      one.put(0, (byte) (one.get(0) ^ 4)).rewind();
      channel.write(one, at);
    }
  }

  /** Changes a byte of a blob. */
  void spoil(long key) throws IOException {
    spoil(key, 64);
  }

  /** Changes a byte of the head of a blob. */
  void spoilHead(long key) throws IOException {
    spoil(key, 30);
  }

  private void spoil(long key, int behind) throws IOException {
    // Where the head of its record is: the digits of the key are nowhere else.
    ByteBuffer digits = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
    digits.putLong(key(key).high()).putLong(key(key).low());
    for (Path pack : packs()) {
      byte[] bytes = Files.readAllBytes(pack);
      for (int at = 0; at < bytes.length; at += 64) {
        if (ByteBuffer.wrap(bytes, at + 8, 16).equals(digits.rewind())) {
          spoil(pack, at + behind);
          return;
        }
      }
    }
    throw new AssertionError("there is no blob " + key);
  }

  List<Path> packs() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".pack")).sorted().toList();
    }
  }

  /** Returns the files and what is in them, but for what SQLite keeps while it reads. */
  Map<Path, ByteBuffer> content() throws IOException {
    Map<Path, ByteBuffer> content = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      files
          .filter(file -> !file.toString().matches(".*-(wal|shm)"))
          .forEach(file -> content.put(file, read(file)));
    }
    return content;
  }

  private static ByteBuffer read(Path file) {
    try {
      return ByteBuffer.wrap(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns a text without what is another each time. */
  String timeless(String text) {
    return text.replace(folder.toString(), "CACHE").replaceAll("[0-9a-f]{16}\\.pack", "PACK.pack");
  }
}
