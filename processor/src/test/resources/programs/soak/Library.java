package soak;

import dev.millrace.Batch;
import dev.millrace.CachePolicy;
import dev.millrace.Each;
import dev.millrace.Nested;
import dev.millrace.Node;
import dev.millrace.Pipeline;
import dev.millrace.runtime.Outcome;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Some of everything: resources, calls that end later, calls that wait, maps in maps, effects. */
@Pipeline
interface Library {
  @Nested(value = Reading.class, output = "result")
  List<Long> results(@Each("book") List<Book> books);

  @Nested(value = Reading.class, output = "result")
  List<Outcome<Long>> softResults(@Each("book") List<Book> books);

  /** A book. */
  record Book(int number, List<Page> pages) {}

  /** A page, which has a number of its own. */
  record Page(int book, int number) {}

  /** One book. */
  @Pipeline
  interface Reading {
    @Node
    static List<Page> pages(Book book) {
      return book.pages();
    }

    @Nested(value = Pages.class, output = "length")
    List<Integer> lengths(@Each("page") List<Page> pages);

    @Nested(value = Pages.class, output = "mark")
    List<Outcome<Integer>> marks(@Each("page") List<Page> pages);

    @Node(maxInFlight = 4)
    static CompletionStage<Integer> asked(Book book, Chance chance, Service service) {
      return service.ask(book.number(), chance);
    }

    @Node(blocking = true, maxInFlight = 4)
    static int waited(Book book, Chance chance) {
      return chance.pass("waited", book.number(), book.number()) + 1;
    }

    @Node
    static long sum(List<Integer> lengths, List<Outcome<Integer>> marks, int asked, int waited) {
      return lengths.stream().mapToLong(Integer::longValue).sum()
          + Outcome.values(marks).stream().mapToLong(Integer::longValue).sum()
          + 31L * asked
          + 17L * waited;
    }

    @Node(cache = CachePolicy.NEVER)
    static long noted(long sum, Book book, Chance chance) {
      chance.pass("noted", book.number(), book.number());
      chance.note(book.number());
      return sum;
    }

    @Node
    static long result(long noted, Book book, Chance chance) {
      chance.pass("result", book.number(), book.number());
      return noted + 1;
    }
  }

  /** One page. */
  final class Pages {
    private Pages() {}

    @Node
    static int length(Page page, Worker worker, Chance chance) {
      return worker.work("length", page, chance);
    }

    @Batch
    static List<Integer> length(List<Page> page, Worker worker, Chance chance) {
      return page.stream().map(each -> worker.work("length", each, chance)).toList();
    }

    @Node
    static int mark(Page page, Worker worker, Chance chance) {
      return worker.work("mark", page, chance);
    }
  }
}
