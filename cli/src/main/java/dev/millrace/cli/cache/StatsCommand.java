package dev.millrace.cli.cache;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.millrace.runtime.StoreException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Sums a cache up. */
@Command(name = "stats", description = "Sums up what a cache has of each node, and in all.")
final class StatsCommand implements Callable<Integer> {
  @Mixin private CacheOption cache = new CacheOption();

  @Option(names = "--json", description = "print one JSON object, and nothing else")
  private boolean json;

  @Override
  public Integer call() throws StoreException {
    CacheFolder folder = cache.open();
    Results results = Results.of(folder, cache::warn);
    Room room = Room.of(folder, results);
    TreeMap<String, NodeSum> byName = new TreeMap<>();
    List<Result> unknown = new ArrayList<>();
    for (Result each : results.there()) {
      String node = each.node();
      if (node == null) {
        unknown.add(each);
      } else {
        byName.merge(node, NodeSum.of(each), NodeSum::and);
      }
    }
    NodeSum rest = unknown.stream().map(NodeSum::of).reduce(NodeSum.NONE, NodeSum::and);
    NodeSum all = byName.values().stream().reduce(rest, NodeSum::and);
    long dangling = results.all().stream().filter(each -> each.blob() == null).count();
    if (json) {
      json(byName, all, rest, room, dangling, folder);
    } else {
      print(byName, all, rest, room, dangling, folder);
    }
    return 0;
  }

  private void json(
      TreeMap<String, NodeSum> byName,
      NodeSum all,
      NodeSum rest,
      Room room,
      long dangling,
      CacheFolder folder) {
    ObjectNode root = Json.object();
    ArrayNode nodes = root.putArray("nodes");
    byName.forEach(
        (node, sum) ->
            nodes
                .addObject()
                .put("node", node)
                .put("results", sum.results())
                .put("bytes", sum.bytes())
                .put("cost_ms", Json.millis(sum.nanos()))
                .put("oldest_use", sum.oldest().toString())
                .put("newest_use", sum.newest().toString()));
    root.put("results", all.results())
        .put("bytes", all.bytes())
        .put("cost_ms", Json.millis(all.nanos()))
        .put("packs", room.packs().count())
        .put("pack_bytes", room.packs().bytes())
        .put("folders", room.folders().count())
        .put("folder_bytes", room.folders().bytes())
        .put("unreachable_bytes", room.unreachable())
        .put("ledger", folder.hasLedger())
        .put("without_entry", rest.results())
        .put("dangling", dangling);
    Json.print(root, cache.out());
  }

  private void print(
      TreeMap<String, NodeSum> byName,
      NodeSum all,
      NodeSum rest,
      Room room,
      long dangling,
      CacheFolder folder) {
    PrintWriter out = cache.out();
    if (all.results() > 0) {
      table(byName, rest).print(out);
      out.println();
    }
    out.println(
        Counts.results(all.results())
            + ", "
            + ByteSize.text(all.bytes())
            + (all.nanos() == 0
                ? ""
                : ", which took " + Times.duration(all.nanos()) + " to compute"));
    out.println(room);
    out.println(ledger(rest, dangling, folder));
    out.flush();
  }

  private Table table(TreeMap<String, NodeSum> byName, NodeSum rest) {
    Times times = cache.times();
    Table table =
        Table.of(
            Table.text("node"),
            Table.number("results"),
            Table.number("bytes"),
            Table.number("saves"),
            Table.text("oldest use"),
            Table.text("newest use"));
    byName.forEach(
        (node, sum) ->
            table.row(
                node,
                Counts.of(sum.results()),
                ByteSize.text(sum.bytes()),
                Times.duration(sum.nanos()),
                times.text(sum.oldest()),
                times.text(sum.newest())));
    if (rest.results() > 0) {
      table.row("-", Counts.of(rest.results()), ByteSize.text(rest.bytes()), "-", "-", "-");
    }
    return table;
  }

  private static String ledger(NodeSum rest, long dangling, CacheFolder folder) {
    if (!folder.hasLedger()) {
      return "no ledger";
    }
    return "ledger: "
        + Counts.results(rest.results())
        + " without an entry, "
        + Counts.of(dangling, "entry", "entries")
        + " without a result";
  }
}
