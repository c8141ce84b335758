package streaming;

import dev.millrace.runtime.Engine;
import dev.millrace.runtime.FailedItem;
import dev.millrace.runtime.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

final class NestedScenarios {
  private NestedScenarios() {}

  /** Document i has i % 4 pages; pages are numbered through. */
  private static List<List<Integer>> documents(int count) {
    List<List<Integer>> documents = new ArrayList<>();
    int page = 0;
    for (int i = 0; i < count; i++) {
      int first = page;
      page += i % 4;
      documents.add(IntStream.range(first, page).boxed().toList());
    }
    return documents;
  }

  private static DocumentsPipeline.Inputs given(int count, IntFunction<Integer> measure) {
    return DocumentsPipeline.given().documents(documents(count)).measure(measure);
  }

  static Object pagesOfManyDocumentsAreOneBatch() {
    try (DocumentsPipeline pipeline = DocumentsPipeline.builder().build()) {
      List<Integer> sums = pipeline.sums(given(100, page -> page));
      List<Integer> expected =
          documents(100).stream()
              .map(pages -> pages.stream().mapToInt(Integer::intValue).sum())
              .toList();
      return sums.equals(expected) + " " + Documents.Page.BATCHES;
    }
  }

  private static final IntFunction<Integer> SOME_FAIL =
      page -> {
        if (page % 10 == 7) {
          throw new IllegalArgumentException("page " + page);
        }
        return page;
      };

  static Object aFailedPageFailsItsDocumentAlone() {
    List<List<Integer>> documents = documents(40);
    StringBuilder wrong = new StringBuilder();
    for (Engine engine : Engine.values()) {
      for (int chunkRows : new int[] {1, 2, 7, 256}) {
        try (DocumentsPipeline pipeline =
            DocumentsPipeline.builder().engine(engine).chunkRows(chunkRows).lanes(3).build()) {
          List<Outcome<Integer>> sums = pipeline.softSums(given(40, SOME_FAIL));
          for (int i = 0; i < 40; i++) {
            List<Integer> pages = documents.get(i);
            String expected =
                pages.stream()
                    .filter(page -> page % 10 == 7)
                    .findFirst()
                    .map(page -> "page " + page + "@" + pages.indexOf(page))
                    .orElse("" + pages.stream().mapToInt(Integer::intValue).sum());
            String found =
                sums.get(i) instanceof Outcome.Failed<Integer> failed
                    ? failed.cause().getMessage() + "@" + index(failed.cause())
                    : "" + ((Outcome.Ok<Integer>) sums.get(i)).value();
            if (!found.equals(expected)) {
              wrong.append(engine).append(chunkRows).append(": ").append(found).append('\n');
            }
          }
          List<Integer> kept = pipeline.keptPages(given(40, SOME_FAIL));
          for (int i = 0; i < 40; i++) {
            long expected = documents.get(i).stream().filter(page -> page % 10 != 7).count();
            if (kept.get(i) != expected) {
              wrong.append(engine).append(chunkRows).append(" kept ").append(kept).append('\n');
            }
          }
        }
      }
    }
    return wrong.toString();
  }

  /** The place of the page in its document. */
  private static long index(Throwable cause) {
    return Arrays.stream(cause.getSuppressed())
        .map(FailedItem.class::cast)
        .filter(each -> each.node().endsWith(".length"))
        .findFirst()
        .orElseThrow()
        .index();
  }
}
