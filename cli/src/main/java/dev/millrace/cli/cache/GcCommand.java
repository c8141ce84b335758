package dev.millrace.cli.cache;

import dev.millrace.runtime.MetaStore;
import dev.millrace.runtime.StoreException;
import dev.millrace.runtime.cache.Eviction;
import dev.millrace.runtime.cache.Eviction.Done;
import dev.millrace.runtime.cache.Eviction.Plan;
import dev.millrace.runtime.cache.disk.DiskStore;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lets go of results, and gives room back. */
@Command(
    name = "gc",
    description = {
      "Gives back the room that nothing reaches, and keeps to a limit.",
      "If the results take more than the limit, it lets go of some before: of those that are old,"
          + " large and soon computed again."
    })
final class GcCommand implements Callable<Integer> {
  @Mixin private CacheOption cache = new CacheOption();

  @Option(
      names = "--limit",
      paramLabel = "SIZE",
      converter = ByteSize.Converter.class,
      description = "the room that results may take, as 10GB; then a quarter of it is made free")
  private @Nullable ByteSize limit;

  @Option(names = "--dry-run", description = "say what would be done, and do nothing")
  private boolean dryRun;

  @Override
  public Integer call() throws StoreException {
    CacheFolder folder = cache.open();
    long most = limit == null ? Long.MAX_VALUE : limit.bytes();
    long before = folder.packs().bytes() + folder.folders().bytes();
    String done = dryRun ? plan(folder, most) : run(folder, most);
    Results results = Results.of(folder, cache::warn);
    Room room = Room.of(folder, results);
    if (!dryRun) {
      // Packs that nothing was left in went as wholes, and others may have grown meanwhile.
      done += "; gave back " + ByteSize.text(Math.max(0, before - room.bytes()));
    }
    cache.out().println(done);
    cache.out().println("there are " + sum(results) + ", in " + room);
    cache.out().flush();
    return 0;
  }

  private String plan(CacheFolder folder, long most) throws StoreException {
    try (DiskStore store = folder.store();
        MetaStore ledger = folder.ledger()) {
      Plan plan = new Eviction(store, ledger).plan(most, cache.now());
      return "would let go of " + sum(plan.keys().size(), plan.room());
    }
  }

  private String run(CacheFolder folder, long most) throws StoreException {
    try (DiskStore store = folder.store();
        MetaStore ledger = folder.ledgerToChange()) {
      Done done = new Eviction(store, ledger).run(most, cache.now());
      return "let go of " + sum(done.blobs(), done.room());
    }
  }

  private static String sum(Results results) {
    List<Result> there = results.there();
    return sum(there.size(), there.stream().mapToLong(Result::room).sum());
  }

  private static String sum(long results, long room) {
    return Counts.results(results) + ", " + ByteSize.text(room);
  }
}
