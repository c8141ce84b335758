package dev.millrace.runtime.exec;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One thread of a stage, for a run: claims a chunk, waits until it has come, resolves it. */
final class Lane<C> implements Runnable {
  private final StreamedRun<C> run;
  private final Stage<C> stage;
  private final Supplier<? extends @Nullable Lent> lending;
  private final Meter meter;
  private final Gate gate = new Gate();
  private final BooleanSupplier hasNews = this::hasNews;
  private @Nullable Thread thread;

  /** The chunk that it has claimed. */
  private long next;

  Lane(
      StreamedRun<C> run, Stage<C> stage, Supplier<? extends @Nullable Lent> lending, Meter meter) {
    this.run = run;
    this.stage = stage;
    this.lending = lending;
    this.meter = meter;
  }

  @Override
  public void run() {
    enter();
    try {
      Lent lent = lending.get();
      if (lent != null) {
        work(lent);
      }
    } catch (Throwable thrown) {
      run.stop(thrown);
    } finally {
      leave();
      run.left();
    }
  }

  private void work(Lent lent) {
    StageThreads.lend(lent);
    try {
      while (goesOn()) {
        if (lent.isWanted()) {
          return;
        }
      }
    } finally {
      StageThreads.lend(Lent.NOTHING);
      lent.giveBack();
    }
  }

  /** Takes the next chunk, and returns whether there was one. */
  private boolean goesOn() {
    next = stage.claim();
    if (!hasCome()) {
      return false;
    }
    StageThreads.clearInterrupts(); // of before: nobody's; a run that has ended is seen below
    stage.resolve(next);
    if (StageThreads.hasInterruptedItself() && !run.isStopped()) {
      run.interruptCaller(); // as it would be, had it done the work
    }
    return true;
  }

  /** Waits for a chunk, and returns whether it has come: it does not where the run ends before. */
  private boolean hasCome() {
    if (!hasNews()) {
      Meter.Wait wait = meter.begin();
      gate.await(hasNews);
      if (wait != null) {
        wait.over();
      }
    }
    return stage.hasCome(next) && !run.isStopped();
  }

  private boolean hasNews() {
    return stage.hasCome(next) || run.isOver(next);
  }

  void open() {
    gate.open();
  }

  /** Interrupts what runs here now, and nothing that the thread does after this run. */
  synchronized void interrupt() {
    if (thread != null) {
      StageThreads.cancel(thread);
    }
  }

  private synchronized void enter() {
    thread = Thread.currentThread();
    thread.setContextClassLoader(run.contextClassLoader());
  }

  private synchronized void leave() {
    Thread.currentThread().setContextClassLoader(null);
    thread = null;
    StageThreads.leave();
  }
}
