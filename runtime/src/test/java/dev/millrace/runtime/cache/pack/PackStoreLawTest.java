package dev.millrace.runtime.cache.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.runtime.BlobStore.Blob;
import dev.millrace.runtime.Signature;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The law of a folder of packs, whatever is done to it and in however many stores: a map's. */
final class PackStoreLawTest {
  private static final int KEYS = 40;

  @Property(tries = 50)
  void itIsAMap(@ForAll long seed) throws IOException {
    Path folder = Files.createTempDirectory("packs");
    try {
      new Case(new Random(seed), folder).run();
    } finally {
      for (Path file : Sample.files(folder, "")) {
        Files.delete(file);
      }
      Files.delete(folder);
    }
  }

  /** Two stores of one folder and a map, and the same done to both. */
  private static final class Case {
    private final Random random;
    private final Path folder;
    private final Map<Signature, ByteBuffer> expected = new HashMap<>();
    private final PackStore[] stores = new PackStore[2];
    private final List<ByteBuffer> views = new ArrayList<>();
    private final List<ByteBuffer> copies = new ArrayList<>();

    Case(Random random, Path folder) {
      this.random = random;
      this.folder = folder;
    }

    private PackStore open() {
      return new PackStore(folder, 16_384, Duration.ZERO);
    }

    void run() throws IOException {
      stores[0] = open();
      stores[1] = open();
      for (int step = 0; step < 60; step++) {
        step(random.nextInt(2));
        check(stores[random.nextInt(2)]);
      }
      stores[0].close();
      stores[1].close();
      try (PackStore last = open()) {
        check(last);
        last.reclaim();
        check(last);
      }
      assertEquals(copies, views, "what was given out stays as it is");
    }

    private void step(int which) throws IOException {
      PackStore store = stores[which];
      switch (random.nextInt(10)) {
        case 0 -> {
          List<Signature> keys = keys();
          store.remove(keys);
          expected.keySet().removeAll(keys);
        }
        case 1 -> {
          store.close();
          stores[which] = open();
        }
        case 2 -> store.reclaim();
        default -> put(store);
      }
    }

    /** Of two packs the newer one is not known: so what is there is removed first. */
    private void put(PackStore store) throws IOException {
      List<Blob> batch = new ArrayList<>();
      List<Signature> keys = keys();
      for (Signature key : keys) {
        int length = random.nextInt(20) == 0 ? random.nextInt(20_000) : random.nextInt(300);
        ByteBuffer bytes = Sample.bytes(random.nextLong(), length);
        batch.add(new Blob(key, bytes));
        expected.put(key, bytes);
      }
      store.remove(keys);
      store.put(batch);
    }

    private List<Signature> keys() {
      Set<Signature> keys = new LinkedHashSet<>();
      for (int i = random.nextInt(6); i >= 0; i--) {
        keys.add(Sample.key(random.nextInt(KEYS)));
      }
      return List.copyOf(keys);
    }

    private void check(PackStore store) throws IOException {
      // Its removals by the other store are seen when it looks at the folder: a miss has it look.
      store.get(List.of(Sample.key(KEYS)));
      List<Signature> keys = new ArrayList<>();
      for (int i = 0; i < KEYS; i++) {
        keys.add(Sample.key(i));
      }
      List<ByteBuffer> found = store.get(keys);
      for (int i = 0; i < KEYS; i++) {
        Signature key = keys.get(i);
        if (expected.containsKey(key)) {
          assertEquals(expected.get(key), found.get(i));
          assertTrue(store.contains(key));
          keep(found.get(i));
        } else {
          assertNull(found.get(i));
        }
      }
      Map<Signature, Long> told = new HashMap<>();
      store.forEach(stored -> assertNull(told.put(stored.key(), stored.bytes()), "told twice"));
      assertEquals(expected.keySet(), told.keySet());
    }

    private void keep(ByteBuffer view) {
      if (random.nextInt(50) == 0) {
        views.add(view);
        copies.add(ByteBuffer.allocate(view.remaining()).put(view.duplicate()).flip());
      }
    }
  }
}
