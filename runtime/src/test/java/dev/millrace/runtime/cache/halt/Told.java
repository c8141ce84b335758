package dev.millrace.runtime.cache.halt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.runtime.BlobStore;
import dev.millrace.runtime.Signature;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a process told before its end, and so what must and what may be in its store. */
public final class Told {
  static final String PUT = "put ";
  static final String REMOVE = "remove ";
  static final String DONE = "done";
  static final String HALTED = "halted ";
  static final String CHANGES = "changes ";

  /** The versions that a key may have. */
  private final Map<Long, Set<Integer>> may = new TreeMap<>();

  /** The keys that were put, and not removed since. */
  private final Set<Long> must = new TreeSet<>();

  private String step = "";
  private boolean isDone = true;
  private @Nullable String halted;
  private long changes = -1;

  /** Looks at what is under a key. */
  public interface Look {
    /** Returns whether it is of use at all: else it is a miss. */
    boolean isOfUse(long key, ByteBuffer blob) throws Exception;

    /** Returns whether it is what a version is to be. */
    boolean isThat(long key, int version, ByteBuffer blob) throws Exception;
  }

  /** What is to be there as it was put. */
  private static final class AsPut implements Look {
    @Override
    public boolean isOfUse(long key, ByteBuffer blob) {
      return true;
    }

    @Override
    public boolean isThat(long key, int version, ByteBuffer blob) {
      return blob.equals(Script.value(key, version));
    }
  }

  Told(List<String> lines) {
    lines.forEach(this::hear);
  }

  private void hear(String line) {
    if (line.startsWith(HALTED)) {
      halted = line.substring(HALTED.length());
    } else if (line.startsWith(CHANGES)) {
      changes = Long.parseLong(line.substring(CHANGES.length()));
    } else if (line.equals(DONE)) {
      isDone = true;
      end();
    } else {
      step = line;
      isDone = false;
      begin();
    }
  }

  private List<Long> removed() {
    List<Long> keys = new ArrayList<>();
    if (step.startsWith(REMOVE)) {
      for (String each : step.substring(REMOVE.length()).split(" ")) {
        keys.add(Long.valueOf(each));
      }
    }
    return keys;
  }

  private Map<Long, Integer> put() {
    Map<Long, Integer> versions = new TreeMap<>();
    if (step.startsWith(PUT)) {
      for (String each : step.substring(PUT.length()).split(" ")) {
        String[] parts = each.split(":");
        versions.put(Long.valueOf(parts[0]), Integer.valueOf(parts[1]));
      }
    }
    return versions;
  }

  private void begin() {
    put().forEach((key, version) -> may.computeIfAbsent(key, any -> new HashSet<>()).add(version));
    removed().forEach(must::remove);
  }

  private void end() {
    must.addAll(put().keySet());
    removed().forEach(key -> may.put(key, new HashSet<>()));
  }

  /** Returns how many changes a process made that came to its end. */
  public long changes() {
    return changes;
  }

  /** Returns whether it was halted. */
  public boolean isHalted() {
    return halted != null;
  }

  /** Returns where it was halted, for messages. */
  @Override
  public String toString() {
    return (isDone ? "after " : "in ") + step + ", before " + halted;
  }

  /** Looks at whatever is in a store: what must be there is, and it is what was put. */
  public void check(BlobStore store) throws Exception {
    check(store, new AsPut());
  }

  /** Looks at whatever is in a store, for a test that knows what is to be there. */
  public void check(BlobStore store, Look look) throws Exception {
    for (Map.Entry<Long, Set<Integer>> each : may.entrySet()) {
      long key = each.getKey();
      Signature signature = Script.key(key);
      ByteBuffer blob = store.get(List.of(signature)).get(0);
      assertEquals(blob != null, store.contains(signature), () -> key + " " + this);
      if (blob == null || !look.isOfUse(key, blob)) {
        assertTrue(!must.contains(key), () -> key + " was put, and is not there: " + this);
      } else {
        boolean isAny = false;
        for (int version : each.getValue()) {
          isAny |= look.isThat(key, version, blob);
        }
        assertTrue(isAny, () -> key + " is none of " + each.getValue() + ": " + this);
      }
    }
    store.forEach(
        stored -> assertTrue(may.containsKey(Script.number(stored.key())), "somebody else's"));
  }

  /** Notes that a key was put since. */
  public void put(long key, int version) {
    hear(PUT + key + ":" + version);
    hear(DONE);
  }

  /** Notes that a key was removed since. */
  public void removed(long key) {
    hear(REMOVE + key);
    hear(DONE);
  }
}
