package failing;

import dev.millrace.runtime.Engine;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Maps in maps: of many more items than a ring has rows, of few, and of none. */
final class DeepScenarios {
  private DeepScenarios() {}

  private static List<List<List<Integer>>> books(int[] chapters, int[] pages) {
    Random random = new Random(7);
    List<List<List<Integer>>> books = new ArrayList<>();
    for (int book : chapters) {
      List<List<Integer>> all = new ArrayList<>();
      for (int chapter = 0; chapter < book; chapter++) {
        all.add(
            random.ints(pages[(chapter + book) % pages.length], 0, 1000).boxed().toList());
      }
      books.add(all);
    }
    return books;
  }

  private static List<Long> sums(List<List<List<Integer>>> books) {
    List<Long> sums = new ArrayList<>();
    for (List<List<Integer>> chapters : books) {
      long all = 0;
      for (List<Integer> pages : chapters) {
        long sum = 0;
        for (int page : pages) {
          sum = 31 * sum + page * 3;
        }
        all += sum;
      }
      sums.add(all);
    }
    return sums;
  }

  private static List<Integer> kept(List<List<List<Integer>>> books) {
    return books.stream()
        .map(
            chapters ->
                (int)
                    chapters.stream()
                        .flatMap(List::stream)
                        .filter(page -> page % 10 != 4)
                        .count())
        .toList();
  }

  private static void check(Ways ways, List<List<List<Integer>>> books) throws Exception {
    List<Long> sums = sums(books);
    List<Integer> kept = kept(books);
    Model failing =
        new Model() {
          @Override
          public int one(int page) {
            if (page % 10 == 4) {
              throw new Poison(page);
            }
            return page * 3;
          }
        };
    Ways.quietly(
        () -> {
          for (Engine engine : Engine.values()) {
            for (int chunkRows : new int[] {1, 2, 256}) {
              try (DeepPipeline pipeline =
                  DeepPipeline.builder().engine(engine).chunkRows(chunkRows).lanes(2).build()) {
                String way = engine + " in chunks of " + chunkRows;
                ways.same(
                    way, sums, pipeline.sums(DeepPipeline.given().books(books).model(Model.PLAIN)));
                ways.same(
                    way, kept, pipeline.keeps(DeepPipeline.given().books(books).model(failing)));
              }
            }
          }
        });
  }

  static Object manyMoreItemsThanRowsInTheRing() throws Exception {
    Ways ways = new Ways();
    check(ways, books(new int[] {3, 40, 1, 2, 9, 30}, new int[] {700, 1, 90, 0, 3}));
    return ways.told();
  }

  static Object noneAtAnyLevel() throws Exception {
    Ways ways = new Ways();
    check(ways, books(new int[] {}, new int[] {0}));
    check(ways, books(new int[] {0, 0, 0}, new int[] {0}));
    check(ways, books(new int[] {3, 0, 1}, new int[] {0}));
    check(ways, books(new int[] {0, 2, 0}, new int[] {0, 1, 0}));
    return ways.told();
  }
}
