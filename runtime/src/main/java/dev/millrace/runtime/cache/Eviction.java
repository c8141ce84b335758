package dev.millrace.runtime.cache;

import dev.millrace.runtime.BlobStore;
import dev.millrace.runtime.BlobStore.Stored;
import dev.millrace.runtime.MetaStore;
import dev.millrace.runtime.Signature;
import dev.millrace.runtime.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lets go of results until the others fit: first of those whose <i>age × room ÷ cost</i> is
 * largest, where age is the time since the last use. So what is old, large and soon computed again
 * goes, and one may make up for another. What nothing is known of cost nothing, and was used when
 * it was stored.
 */
public final class Eviction {
  private final BlobStore blobs;
  private final MetaStore meta;
  private final Warnings warnings = new Warnings();

  /** What the choice depends on. */
  private record Use(Instant last, long nanos) {}

  /** A result, and how willingly it is let go of. */
  private record Candidate(Signature key, long room, double weight) {}

  /**
   * What was done.
   *
   * @param blobs how many results were let go of
   * @param room the room that they took
   * @param reclaimed the bytes that the store gave back
   */
  public record Done(long blobs, long room, long reclaimed) {}

  /**
   * What is to be let go of.
   *
   * @param keys the results, the first of them first
   * @param room the room that they take
   */
  public record Plan(List<Signature> keys, long room) {
    /** Makes the plan, with a copy of the list. */
    public Plan {
      keys = List.copyOf(keys);
    }
  }

  /** Makes the eviction of a cache's stores. */
  public Eviction(BlobStore blobs, MetaStore meta) {
    this.blobs = blobs;
    this.meta = meta;
  }

  /**
   * If the results take more room than the limit, lets go of some until they take three quarters of
   * it, and has the store give room back in any case.
   *
   * @param limit in bytes
   * @param now the time to which age is counted; what was used later has no age
   * @throws StoreException if the blobs cannot be listed or removed
   */
  public Done run(long limit, Instant now) throws StoreException {
    Plan plan = plan(limit, now);
    if (!plan.keys().isEmpty()) {
      forget(plan.keys());
      blobs.remove(plan.keys());
    }
    return new Done(plan.keys().size(), plan.room(), blobs.reclaim());
  }

  /**
   * Returns what {@link #run} would let go of now, and changes nothing.
   *
   * @param limit in bytes
   * @param now the time to which age is counted
   * @throws StoreException if the blobs cannot be listed
   */
  public Plan plan(long limit, Instant now) throws StoreException {
    Map<Signature, Use> uses = uses();
    List<Candidate> candidates = new ArrayList<>();
    blobs.forEach(stored -> candidates.add(candidate(stored, uses.get(stored.key()), now)));
    long total = candidates.stream().mapToLong(Candidate::room).sum();
    List<Signature> victims = new ArrayList<>();
    long room = 0;
    if (total > limit) {
      candidates.sort(Comparator.comparingDouble(Candidate::weight).reversed());
      for (Candidate each : candidates) {
        if (total - room <= limit / 4 * 3) {
          break;
        }
        victims.add(each.key());
        room += each.room();
      }
    }
    return new Plan(victims, room);
  }

  private Map<Signature, Use> uses() {
    Map<Signature, Use> uses = new HashMap<>();
    try {
      meta.forEach(entry -> uses.put(entry.key(), new Use(entry.used(), entry.nanos())));
    } catch (StoreException e) {
      warnings.tell(
          "read", "what results cost and when they were used is not known; the oldest go first", e);
    }
    return uses;
  }

  private static Candidate candidate(Stored stored, @Nullable Use known, Instant now) {
    Use use = known == null ? new Use(stored.stored(), 0) : known;
    // A clock that went back makes nothing older than it is.
    double age = Math.max(1, Duration.between(use.last(), now).toMillis());
    return new Candidate(
        stored.key(), stored.bytes(), age * stored.bytes() / Math.max(1, use.nanos()));
  }

  /** Meta before blobs. An entry that is left speaks of nothing. */
  private void forget(List<Signature> victims) {
    try {
      meta.remove(victims);
    } catch (StoreException e) {
      warnings.tell("remove", "the cache's ledger keeps entries of results that are let go of", e);
    }
  }
}
