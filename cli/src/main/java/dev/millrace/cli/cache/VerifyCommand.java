package dev.millrace.cli.cache;

import dev.millrace.runtime.MetaStore;
import dev.millrace.runtime.MetaStore.Entry;
import dev.millrace.runtime.Signature;
import dev.millrace.runtime.StoreException;
import dev.millrace.runtime.cache.disk.DiskStore;
import dev.millrace.runtime.cache.disk.DiskStore.InFolder;
import dev.millrace.runtime.cache.pack.Damage;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Reads all of a cache. */
@Command(
    name = "verify",
    description = {
      "Reads every result, and exits with 1 if the cache is not whole.",
      "It is not if results or their folders are damaged, if the ledger cannot be read or has entries whose results"
          + " are gone, or if a pack is none. No run is ever given what is damaged: it is computed"
          + " again."
    })
final class VerifyCommand implements Callable<Integer> {
  private static final int MOST_SHOWN = 20;

  @Mixin private CacheOption cache = new CacheOption();

  @Option(
      names = "--repair",
      description = "forget what is damaged, and entries whose results are gone; then read again")
  private boolean repair;

  @Override
  public Integer call() throws StoreException {
    CacheFolder folder = cache.open();
    Findings findings = Findings.of(folder);
    print(findings, folder);
    if (!findings.isWhole() && repair) {
      repair(findings, folder);
      findings = Findings.of(folder);
    }
    cache.out().println(verdict(findings));
    cache.out().flush();
    return findings.isWhole() ? 0 : 1;
  }

  private void repair(Findings findings, CacheFolder folder) throws StoreException {
    List<Damage> damaged = findings.audit().damaged();
    int gone;
    try (DiskStore store = folder.store();
        MetaStore ledger = folder.ledgerToChange()) {
      Set<Signature> entries = new HashSet<>();
      for (Entry entry : findings.dangling()) {
        // It may have been computed again since it was missed.
        if (!store.contains(entry.key())) {
          entries.add(entry.key());
        }
      }
      gone = entries.size();
      damaged.stream().filter(Damage::isLost).map(Damage::key).forEach(entries::add);
      // Without entries too: what is no database is set aside when it is opened to be changed.
      List<Signature> inFolders = findings.inFolders().stream().map(InFolder::key).toList();
      entries.addAll(inFolders);
      ledger.remove(entries);
      store.packs().forget(damaged);
      store.remove(inFolders);
    }
    cache
        .out()
        .println(
            "forgot "
                + Counts.of(damaged.size(), "blob", "blobs")
                + " that "
                + (damaged.size() == 1 ? "was" : "were")
                + " damaged, "
                + (findings.inFolders().isEmpty()
                    ? ""
                    : Counts.results(findings.inFolders().size()) + " without a whole folder, ")
                + "and "
                + Counts.of(gone, "entry", "entries")
                + " whose results are gone");
  }

  private void print(Findings findings, CacheFolder folder) {
    PrintWriter out = cache.out();
    out.println(
        "read "
            + Counts.of(findings.audit().blobs(), "blob", "blobs")
            + ", "
            + ByteSize.text(findings.audit().bytes())
            + ", in "
            + Counts.of(folder.packs().count(), "pack", "packs")
            + folders(folder.folders()));
    list("damaged", findings.audit().damaged(), VerifyCommand::text);
    list("its folder is gone or damaged", findings.inFolders(), VerifyCommand::text);
    list("entry without a result", findings.dangling(), VerifyCommand::text);
    list("no pack that can be used", findings.audit().foreign(), VerifyCommand::text);
    if (findings.ledgerFault() != null) {
      out.println(findings.ledgerFault());
    }
    if (findings.withoutEntry() > 0) {
      out.println(
          Counts.results(findings.withoutEntry())
              + " without an entry in the ledger, as good as the others");
    }
    out.flush();
  }

  private <T> void list(String what, List<T> found, Function<T, String> text) {
    found.stream()
        .limit(MOST_SHOWN)
        .forEach(each -> cache.out().println(what + ": " + text.apply(each)));
    if (found.size() > MOST_SHOWN) {
      cache.out().println(what + ": and " + Counts.of(found.size() - MOST_SHOWN) + " more");
    }
  }

  private static String text(Damage damage) {
    return damage.key()
        + " in "
        + damage.file().getFileName()
        + " at "
        + Counts.of(damage.place())
        + (damage.isLost() ? "" : ", of which there is another that is whole");
  }

  private static String folders(CacheFolder.Packs folders) {
    return folders.count() == 0
        ? ""
        : "; and "
            + Counts.of(folders.count(), "folder", "folders")
            + ", "
            + ByteSize.text(folders.bytes());
  }

  private static String text(InFolder inFolder) {
    return inFolder.key() + " in " + inFolder.digest();
  }

  private static String text(Entry entry) {
    return entry.key() + " of " + entry.node();
  }

  private static String text(Path file) {
    return file.getFileName() + "; if it is nobody's, delete it";
  }

  private String verdict(Findings findings) {
    if (findings.isWhole()) {
      return "the cache is whole";
    }
    return repair
        ? "the cache is not whole, and what is left cannot be repaired here"
        : "the cache is not whole; --repair forgets what is damaged, and entries without results";
  }
}
