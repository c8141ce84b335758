package dev.millrace.runtime.exec;

import com.lmax.disruptor.Sequence;
import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/**
 * One waits, another interrupts it if it is there already, lets the chunk pass and opens the gate.
 */
@JCStressTest
@Outcome(id = "1", expect = Expect.ACCEPTABLE, desc = "it has seen the chunk pass")
@Outcome(id = "2", expect = Expect.ACCEPTABLE, desc = "the same, and was interrupted")
@State
public class GateInterruptStress {
  private final Gate gate = new Gate();
  private final Sequence passed = new Sequence();
  private volatile @Nullable Thread waiting;

  @Actor
  public void waits(I_Result result) {
    waiting = Thread.currentThread();
    boolean interrupted = gate.await(() -> passed.get() >= 0);
    waiting = null;
    result.r1 = interrupted | Thread.interrupted() ? 2 : 1;
  }

  @Actor
  public void interruptsAndOpens() {
    Thread thread = waiting;
    if (thread != null) {
      thread.interrupt();
    }
    passed.set(0);
    gate.open();
  }
}
