package dev.millrace.cli.cache;

import dev.millrace.cli.RefusedException;
import dev.millrace.runtime.BlobStore.Stored;
import dev.millrace.runtime.MetaStore;
import dev.millrace.runtime.MetaStore.Entry;
import dev.millrace.runtime.Signature;
import dev.millrace.runtime.StoreException;
import dev.millrace.runtime.cache.disk.DiskStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** All results of a cache, as its packs and its ledger know them. */
final class Results {
  private final CacheFolder folder;
  private final List<Result> all;

  private Results(CacheFolder folder, List<Result> all) {
    this.folder = folder;
    this.all = all;
  }

  /**
   * Looks at a cache.
   *
   * @param warn is told if the ledger cannot be read; the results are there even so
   * @throws StoreException if the packs cannot be read
   */
  static Results of(CacheFolder folder, Consumer<String> warn) throws StoreException {
    Map<Signature, Entry> entries = new HashMap<>();
    try (MetaStore ledger = folder.ledger()) {
      Map<String, String> nodes = new HashMap<>();
      ledger.forEach(entry -> entries.put(entry.key(), lean(entry, nodes)));
    } catch (StoreException e) {
      warn.accept(e.getMessage() + "; shown is what the packs know");
    }
    List<Result> all = new ArrayList<>();
    try (DiskStore store = folder.store()) {
      store.forEach(blob -> all.add(result(blob, entries.remove(blob.key()))));
    }
    entries.forEach((key, entry) -> all.add(new Result(key, null, entry)));
    return new Results(folder, all);
  }

  private static Result result(Stored blob, @Nullable Entry entry) {
    return new Result(blob.key(), blob, entry);
  }

  /** There may be a million: their parts are asked for where they are shown. */
  private static Entry lean(Entry entry, Map<String, String> nodes) {
    return new Entry(
        entry.key(),
        nodes.computeIfAbsent(entry.node(), node -> node),
        entry.stored(),
        entry.nanos(),
        entry.bytes(),
        entry.used(),
        List.of());
  }

  /** Returns the cache. */
  CacheFolder folder() {
    return folder;
  }

  /** Returns all of them, with entries whose blobs are gone. */
  List<Result> all() {
    return all;
  }

  /** Returns those whose blobs are there. */
  List<Result> there() {
    return all.stream().filter(each -> each.blob() != null).toList();
  }

  /** Returns whether something is known of a node. */
  boolean hasNode(String node) {
    return all.stream().anyMatch(each -> node.equals(each.node()));
  }

  /** Returns that nothing is known of a node. */
  RefusedException noNode(String node) {
    TreeSet<String> nodes = new TreeSet<>();
    all.stream().map(Result::node).filter(each -> each != null).forEach(nodes::add);
    return new RefusedException(
        "there is no node \""
            + node
            + "\" in "
            + folder.path()
            + "; "
            + (nodes.isEmpty() ? "its ledger knows none" : "it knows " + String.join(", ", nodes)));
  }
}
