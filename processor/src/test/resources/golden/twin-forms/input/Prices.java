package prices;

import dev.millrace.Batch;
import dev.millrace.Each;
import dev.millrace.Nested;
import dev.millrace.Node;
import dev.millrace.Pipeline;
import dev.millrace.Retry;
import dev.millrace.Tolerance;
import dev.millrace.runtime.Block;
import dev.millrace.runtime.IntBlock;
import dev.millrace.runtime.Outcome;
import dev.millrace.runtime.Weigher;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Weighed, asynchronous, of another name, and with blocks. */
@Pipeline
interface Prices {
  record Offer(String text, int cents) {}

  final class Characters implements Weigher<Offer> {
    @Override
    public long weigh(Offer offer) {
      return offer.text().length();
    }
  }

  @Nested(value = Nodes.class, output = "total")
  List<Outcome<Integer>> totals(@Each("basket") List<List<Integer>> baskets);

  @Nested(value = Nodes.class, output = "gross")
  List<Integer> grossPrices(@Each("offer") List<Offer> offers, int rate);

  final class Nodes {
    private Nodes() {}

    @Node
    static int total(List<Integer> basket) {
      return basket.stream().mapToInt(Integer::intValue).sum();
    }

    @Batch(of = "total")
    static IntBlock totals(Block<List<Integer>> baskets) {
      return IntBlock.copyOf(baskets.stream().map(Nodes::total).toList());
    }

    @Node
    static int net(Offer offer) {
      return offer.cents();
    }

    @Batch(
        maxWeight = 4096,
        weigher = Characters.class,
        invariant = false,
        tolerance = @Tolerance(ulps = 4))
    static CompletionStage<List<Integer>> net(List<Offer> offers) {
      return CompletableFuture.supplyAsync(() -> offers.stream().map(Nodes::net).toList());
    }

    @Node
    @Retry
    static CompletionStage<Integer> gross(int net, int rate) {
      return CompletableFuture.completedFuture(net * (100 + rate) / 100);
    }

    @Batch(maxWeight = 100)
    static IntBlock gross(IntBlock nets, int rate) {
      return IntBlock.copyOf(nets.stream().map(net -> net * (100 + rate) / 100).toList());
    }
  }
}
