package dev.millrace.cli.cache;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.millrace.runtime.StoreException;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Lists results. */
@Command(name = "ls", description = "Lists results: the last used ones first.")
final class LsCommand implements Callable<Integer> {
  @Mixin private CacheOption cache = new CacheOption();

  @Option(names = "--node", paramLabel = "NAME", description = "only those of this node")
  private @Nullable String node;

  @Option(
      names = "--sort",
      paramLabel = "BY",
      defaultValue = "used",
      description = "what comes first: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
  private Order order = Order.USED;

  @Option(names = "--limit", paramLabel = "N", description = "list so many at most")
  private int limit = Integer.MAX_VALUE;

  @Option(names = "--json", description = "print one JSON object, and nothing else")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  /** Which results come first; of equal ones that with the lower signature. */
  enum Order {
    /** Those used last. */
    USED(Comparator.comparing(Result::used)),
    /** Those that take most room. */
    BYTES(Comparator.comparingLong(Result::room)),
    /** Those that took longest to compute. */
    COST(Comparator.comparingLong(Result::nanos)),
    /** Those stored last. */
    STORED(Comparator.comparing(Result::stored));

    private final Comparator<Result> comparator;

    Order(Comparator<Result> ascending) {
      this.comparator = ascending.reversed().thenComparing(Result::key);
    }

    /** Returns the name as users write it. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Override
  public Integer call() throws StoreException {
    if (limit < 1) {
      throw new ParameterException(
          spec.commandLine(), "--limit is " + limit + "; it must be at least 1");
    }
    Results results = Results.of(cache.open(), cache::warn);
    if (node != null && !results.hasNode(node)) {
      throw results.noNode(node);
    }
    List<Result> found =
        results.there().stream()
            .filter(each -> node == null || node.equals(each.node()))
            .sorted(order.comparator)
            .toList();
    List<Result> shown = found.subList(0, Math.min(limit, found.size()));
    if (json) {
      json(found, shown);
    } else {
      table(results, found, shown);
    }
    return 0;
  }

  private void json(List<Result> found, List<Result> shown) {
    ObjectNode root = Json.object().put("found", found.size());
    ArrayNode list = root.putArray("results");
    shown.forEach(each -> Json.put(list.addObject(), each));
    Json.print(root, cache.out());
  }

  private void table(Results results, List<Result> found, List<Result> shown) {
    PrintWriter out = cache.out();
    if (!shown.isEmpty()) {
      Prefixes prefixes = Prefixes.of(results.all());
      Times times = cache.times();
      Table table =
          Table.of(
              Table.text("signature"),
              Table.text("node"),
              Table.number("bytes"),
              Table.number("cost ms"),
              Table.text("stored"),
              Table.text("last used"));
      for (Result each : shown) {
        String node = each.node();
        table.row(
            prefixes.text(each.key()),
            node == null ? "-" : node,
            ByteSize.text(each.room()),
            node == null ? "-" : Times.millis(each.nanos()),
            times.text(each.stored()),
            node == null ? "-" : times.text(each.used()));
      }
      table.print(out);
    }
    long room = found.stream().mapToLong(Result::room).sum();
    String part = shown.size() == found.size() ? "" : Counts.of(shown.size()) + " of ";
    out.println(part + Counts.results(found.size()) + ", " + ByteSize.text(room));
    out.flush();
  }
}
