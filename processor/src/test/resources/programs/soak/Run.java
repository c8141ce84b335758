package soak;

import dev.millrace.runtime.CancelledException;
import dev.millrace.runtime.Outcome;
import dev.millrace.runtime.PipelineClosedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** One call of the pipeline by one caller, and what has to come of it. */
final class Run {
  private final List<Library.Book> books = new ArrayList<>();
  private final boolean soft;
  private final boolean disturbed;
  private final Chance chance;
  private final Tally tally;

  Run(Random random, boolean disturbed, Tally tally, Set<Thread> seen, Runnable close) {
    this.tally = tally;
    this.disturbed = disturbed;
    soft = random.nextBoolean();
    int count = random.nextInt(10) == 0 ? 0 : random.nextInt(120);
    int page = 0;
    for (int book = 0; book < count; book++) {
      List<Library.Page> pages = new ArrayList<>();
      for (int i = random.nextInt(5); i > 0; i--) {
        pages.add(new Library.Page(book, page++));
      }
      books.add(new Library.Book(book, List.copyOf(pages)));
    }
    int faults = random.nextInt(3) * 10;
    int disturbances = disturbed ? 1 + random.nextInt(4) : 0;
    chance = new Chance(random.nextLong(), faults, disturbances, seen, close);
  }

  @Override
  public String toString() {
    return (soft ? "soft" : "strict") + (disturbed ? ", disturbed, of " : " of ") + books.size();
  }

  /** Runs it on the caller's thread. */
  void play(LibraryPipeline pipeline) {
    LibraryPipeline.Inputs inputs =
        LibraryPipeline.given()
            .books(books)
            .worker(WorkerResource.of(tally))
            .service(ServiceResource.of(tally))
            .chance(chance);
    try {
      if (soft) {
        check(pipeline.softResults(inputs));
      } else {
        List<Long> results = pipeline.results(inputs);
        check(results.stream().<Outcome<Long>>map(Outcome.Ok::new).toList());
      }
      tally.require(notable().equals(chance.noted()), this + ": noted " + chance.noted());
    } catch (Throwable thrown) {
      check(thrown);
    }
  }

  private void check(List<Outcome<Long>> outcomes) {
    tally.require(outcomes.size() == books.size(), this + ": gave " + outcomes.size());
    for (int i = 0; i < outcomes.size(); i++) {
      Outcome<Long> found = outcomes.get(i);
      Library.Book book = books.get(i);
      boolean right =
          fails(book)
              ? found instanceof Outcome.Failed<Long> failed
                  && failed.index() == i
                  && failed.cause() instanceof Chance.Struck struck
                  && struck.book == i
              : found.equals(new Outcome.Ok<>(result(book)));
      tally.require(right, this + ": book " + i + " gave " + found);
    }
  }

  /** What ends a run that nobody disturbs is the failure of its lowest item, and nothing else. */
  private void check(Throwable thrown) {
    boolean right =
        thrown instanceof Chance.Struck struck
            ? !soft && struck.book == lowest() || disturbed
            : disturbed
                && (thrown instanceof InterruptedException
                    || thrown instanceof PipelineClosedException
                    || thrown instanceof CancelledException);
    if (!right) {
      StringBuilder told = new StringBuilder(this + ": threw " + thrown);
      for (StackTraceElement each : thrown.getStackTrace()) {
        told.append("\n    at ").append(each);
      }
      tally.wrong.add(told.toString());
    }
    List<Integer> noted = chance.noted();
    List<Integer> notable = notable();
    tally.require(
        noted.size() <= notable.size() && noted.equals(notable.subList(0, noted.size())),
        this + ": noted in the end " + noted);
  }

  private int lowest() {
    return books.stream().filter(this::fails).findFirst().map(Library.Book::number).orElse(-1);
  }

  private boolean failsBefore(Library.Book book) {
    return book.pages().stream().anyMatch(page -> chance.fails("length", page.number()))
        || chance.fails("asked", book.number())
        || chance.fails("waited", book.number())
        || chance.fails("noted", book.number());
  }

  private boolean fails(Library.Book book) {
    return failsBefore(book) || chance.fails("result", book.number());
  }

  /** The books that come to have their effect, in order. */
  private List<Integer> notable() {
    return books.stream()
        .filter(book -> !failsBefore(book))
        .map(Library.Book::number)
        .toList();
  }

  private long result(Library.Book book) {
    long sum = 0;
    for (Library.Page page : book.pages()) {
      sum += page.number();
      sum += chance.fails("mark", page.number()) ? 0 : page.number();
    }
    return sum + 31L * (book.number() + 2) + 17L * (book.number() + 1) + 1;
  }
}
