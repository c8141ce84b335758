package dev.millrace.runtime.cache.vault;

import static dev.millrace.runtime.cache.vault.Values.key;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.runtime.BlobStore.Blob;
import dev.millrace.runtime.Cache;
import dev.millrace.runtime.Signature;
import dev.millrace.runtime.cache.memory.MemoryLedger;
import dev.millrace.runtime.spi.Logs;
import dev.millrace.runtime.spi.codec.Codecs;
import dev.millrace.runtime.spi.codec.Numbers;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.logging.Level;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/** The law: what is found is what was put, whatever fails, and nothing is thrown. */
final class VaultLawTest {
  private static final int KEYS = 30;

  /** One vault, and what it may find if it refreshes. */
  private record User(Vault vault, boolean isFresh, boolean isReader, Set<Long> put) {}

  @Property(tries = 150)
  void aStoreThatFailsNowAndThen(@ForAll long seed) {
    FaultyStore store = new FaultyStore();
    new Case(new Random(seed), Cache.of(new MemoryLedger(), store), store).run();
  }

  @Property(tries = 50)
  void memory(@ForAll long seed) {
    new Case(new Random(seed), Cache.inMemory(), new FaultyStore()).run();
  }

  /** A course of events. */
  private static final class Case {
    private final Random random;
    private final FaultyStore store;
    private final List<User> users = new ArrayList<>();

    Case(Random random, Cache cache, FaultyStore store) {
      this.random = random;
      this.store = store;
      Cache small = cache.frontLimit(random.nextInt(6_000));
      users.add(new User(Vault.open(small), false, false, new HashSet<>()));
      users.add(new User(Vault.open(small.refresh()), true, false, new HashSet<>()));
      users.add(new User(Vault.open(small.readOnly()), false, true, new HashSet<>()));
      users.add(new User(Vault.open(small.refresh()), true, false, new HashSet<>()));
    }

    void run() {
      try (Logs logs = new Logs()) {
        for (int i = 0; i < 300; i++) {
          step(users.get(random.nextInt(users.size())));
        }
        users.forEach(user -> user.vault().close());
        assertTrue(logs.at(Level.WARNING).size() <= 5, "one for each kind");
      }
    }

    private void step(User user) {
      switch (random.nextInt(8)) {
        case 0, 1, 2 -> put(user);
        case 3, 4, 5 -> get(user);
        case 6 -> {
          long key = random.nextInt(KEYS);
          boolean isThere = user.vault().contains(key(key));
          assertTrue(!isThere || !user.isFresh() || user.put().contains(key));
        }
        default -> fail();
      }
    }

    private void fail() {
      FaultyStore.Call[] calls = FaultyStore.Call.values();
      switch (random.nextInt(4)) {
        case 0 -> store.failing.add(calls[random.nextInt(calls.length)]);
        case 1 -> store.isUnchecked = random.nextBoolean();
        case 2 ->
            store.blobs.put(
                List.of(new Blob(key(random.nextInt(KEYS)), ByteBuffer.wrap(new byte[20]))));
        default -> store.failing.clear();
      }
    }

    /** Those of even keys can be changed. */
    private List<Long> some() {
      List<Long> some = new ArrayList<>();
      int odd = random.nextInt(2);
      for (int count = random.nextInt(5); count >= 0; count--) {
        some.add(2L * random.nextInt(KEYS / 2) + odd);
      }
      return some;
    }

    private static @Nullable String text(long key) {
      return key % 5 == 0 ? null : "value " + key;
    }

    private static int[] ints(long key) {
      return new int[] {(int) key, (int) key};
    }

    private void put(User user) {
      List<Long> some = some();
      List<Signature> keys = some.stream().map(Values::key).toList();
      if (some.get(0) % 2 == 0) {
        List<int[]> values = some.stream().map(key -> ints(key)).toList();
        user.vault().put(keys, values, Numbers.INTS, "ints", 1, i -> List.of());
      } else {
        List<@Nullable String> values = new ArrayList<>();
        some.forEach(key -> values.add(text(key)));
        user.vault().put(keys, values, Codecs.STRING, "texts", 1, i -> List.of());
      }
      if (!user.isReader()) {
        user.put().addAll(some);
      }
    }

    private void get(User user) {
      List<Long> some = some();
      List<Signature> keys = some.stream().map(Values::key).toList();
      Set<Integer> found = new HashSet<>();
      int hits;
      if (some.get(0) % 2 == 0) {
        hits =
            user.vault()
                .get(
                    keys,
                    Numbers.INTS,
                    (i, value) -> {
                      assertArrayEquals(ints(some.get(i)), value);
                      value[0] = -1;
                      found.add(i);
                    });
      } else {
        hits =
            user.vault()
                .get(
                    keys,
                    Codecs.STRING,
                    (i, value) -> {
                      assertEquals(text(some.get(i)), value);
                      found.add(i);
                    });
      }
      assertEquals(found.size(), hits, "each is given once");
      if (user.isFresh()) {
        found.forEach(i -> assertTrue(user.put().contains(some.get(i))));
      }
    }
  }
}
