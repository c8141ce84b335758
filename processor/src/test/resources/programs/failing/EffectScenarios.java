package failing;

import dev.millrace.runtime.Engine;
import java.util.ArrayList;
import java.util.List;

/** Nodes that have effects, where others fail. */
final class EffectScenarios {
  private EffectScenarios() {}

  /** What is not written because of a failure, nothing later is written after. */
  static Object effectsHaveNoGaps() {
    Ways ways = new Ways();
    for (Engine engine : Engine.values()) {
      for (int chunkRows : new int[] {1, 2, 7}) {
        for (Throwable failure : List.of(new Poison(11), new AssertionError("by chance"))) {
          for (int round = 0; round < 10; round++) {
            List<Integer> book = new ArrayList<>();
            Hooks hooks =
                new Hooks() {
                  @Override
                  public int first(int item) throws Exception {
                    if (item == 11 && failure instanceof Exception exception) {
                      throw exception;
                    }
                    if (item == 11) {
                      throw (Error) failure;
                    }
                    return item;
                  }

                  @Override
                  public int last(int written) {
                    for (int i = 0; i < 100; i++) { // others may go ahead meanwhile
                      Thread.yield();
                    }
                    return written;
                  }
                };
            try (NotedPipeline pipeline =
                NotedPipeline.builder().engine(engine).chunkRows(chunkRows).lanes(3).build()) {
              Throwable thrown =
                  Ways.thrown(
                      () ->
                          pipeline.afters(
                              NotedPipeline.given()
                                  .items(Ways.numbers(200))
                                  .hooks(hooks)
                                  .book(book)));
              ways.same("thrown", failure, thrown);
            }
            // An error may end the run before all is written that comes before it.
            ways.same(
                engine + " in chunks of " + chunkRows + " wrote " + book,
                Ways.numbers(book.size()),
                book);
            ways.same("not beyond", true, book.size() <= 11);
          }
        }
      }
    }
    return ways.told();
  }
}
