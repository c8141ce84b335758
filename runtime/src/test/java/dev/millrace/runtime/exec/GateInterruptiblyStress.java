package dev.millrace.runtime.exec;

import com.lmax.disruptor.Sequence;
import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** One waits and gives up where it is interrupted, another interrupts it and opens the gate. */
@JCStressTest
@Outcome(id = "1", expect = Expect.ACCEPTABLE, desc = "it has seen the chunk pass")
@Outcome(id = "2", expect = Expect.ACCEPTABLE, desc = "it was interrupted before that")
@State
public class GateInterruptiblyStress {
  private final Gate gate = new Gate();
  private final Sequence passed = new Sequence();
  private volatile @Nullable Thread waiting;

  @Actor
  public void waits(I_Result result) {
    waiting = Thread.currentThread();
    try {
      gate.awaitInterruptibly(() -> passed.get() >= 0);
      result.r1 = 1;
    } catch (InterruptedException interrupted) {
      result.r1 = 2;
    }
    waiting = null;
  }

  @Actor
  public void interruptsAndOpens() {
    Thread thread = waiting;
    if (thread != null && passed.hashCode() % 8 == 0) { // not each, or few ever wait to the end
      thread.interrupt();
    }
    passed.set(0);
    gate.open();
  }
}
