package slabs;

import dev.millrace.Batch;
import dev.millrace.Each;
import dev.millrace.Nested;
import dev.millrace.Node;
import dev.millrace.Pipeline;
import dev.millrace.runtime.Embedding;
import dev.millrace.runtime.Slab;
import dev.millrace.runtime.SlabPool;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/** Rows of slabs: of one that is lent for a call, and of one that its handles own. */
@Pipeline
interface Vectors {
  int LENT = 3;
  int OWNED = 4;

  @Nested(value = Encoding.class, output = "checked")
  List<Embedding> vectors(@Each("item") List<Integer> items);

  /** One item. */
  final class Encoding {
    private Encoding() {}

    @Node
    static Embedding drawn(int item, SlabPool pool) {
      return drawn(List.of(item), pool).get(0);
    }

    @Batch
    static List<Embedding> drawn(List<Integer> item, SlabPool pool) {
      Slab lent = pool.slab(item.size(), LENT);
      try {
        List<Embedding> drawn = new ArrayList<>();
        for (int row = 0; row < item.size(); row++) {
          lent.set(row, 0, item.get(row));
          drawn.add(lent.row(row).copy());
        }
        return drawn;
      } finally {
        lent.release();
      }
    }

    @Node
    static Embedding moved(Embedding drawn) {
      return moved(List.of(drawn)).get(0);
    }

    @Batch
    static List<Embedding> moved(List<Embedding> drawn) {
      Slab owned = Slab.allocate(drawn.size(), OWNED);
      List<Embedding> moved = new ArrayList<>();
      for (int row = 0; row < drawn.size(); row++) {
        owned.set(row, 1, drawn.get(row).row(0)[0]);
        moved.add(owned.row(row));
      }
      return moved;
    }

    @Node(blocking = true, maxInFlight = 4)
    static Embedding checked(Embedding moved, IntConsumer check) {
      check.accept((int) moved.row(0)[1]);
      return moved;
    }
  }
}
