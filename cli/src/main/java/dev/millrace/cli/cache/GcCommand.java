package dev.millrace.cli.cache;

import dev.millrace.runtime.MetaStore;
import dev.millrace.runtime.StoreException;
import dev.millrace.runtime.cache.Eviction;
import dev.millrace.runtime.cache.Eviction.Done;
import dev.millrace.runtime.cache.Eviction.Plan;
import dev.millrace.runtime.cache.pack.PackStore;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lets go of results, and gives room back. */
@Command(
    name = "gc",
    description = {
      "Gives back the room that nothing reaches. With --limit, and if the results take more than",
      "that, lets go of some before: of those that are old, large and soon computed again."
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
    try (PackStore store = folder.store();
        MetaStore ledger = dryRun ? folder.ledger() : folder.ledgerToChange()) {
      Eviction eviction = new Eviction(store, ledger);
      if (dryRun) {
        say("would let go of", eviction.plan(most, cache.now()));
      } else {
        Done done = eviction.run(most, cache.now());
        say("let go of", done);
      }
    }
    left(folder);
    return 0;
  }

  private void say(String verb, Plan plan) {
    cache.out().println(verb + " " + gone(plan.keys().size(), plan.room()) + "; nothing was done");
  }

  private void say(String verb, Done done) {
    cache
        .out()
        .println(
            verb
                + " "
                + gone(done.blobs(), done.room())
                + "; gave "
                + ByteSize.text(Math.max(0, done.reclaimed()))
                + " back");
  }

  private static String gone(long results, long room) {
    return Counts.results(results) + ", " + ByteSize.text(room);
  }

  private void left(CacheFolder folder) throws StoreException {
    Results results = Results.of(folder, cache::warn);
    Room room = Room.of(folder.packs(), results);
    long bytes = results.all().stream().mapToLong(Result::room).sum();
    cache
        .out()
        .println(
            "there are "
                + Counts.results(results.there().size())
                + ", "
                + ByteSize.text(bytes)
                + ", in "
                + Counts.of(room.packs().count(), "pack", "packs")
                + " of "
                + ByteSize.text(room.packs().bytes())
                + ", of which nothing reaches "
                + ByteSize.text(room.unreachable()));
    cache.out().flush();
  }
}
