package dev.millrace.runtime.exec;

import com.lmax.disruptor.Sequence;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/**
 * One waits for a sequence to pass a chunk, another lets it pass and opens the gate. A lost opening
 * is a thread that waits for ever, which jcstress reports. A sequence is written without a fence
 * after it: those of the gate are all there is.
 */
@JCStressTest
@Outcome(id = "1", expect = Expect.ACCEPTABLE, desc = "it has seen the chunk pass")
@State
public class GateStress {
  private final Gate gate = new Gate();
  private final Sequence passed = new Sequence();

  @Actor
  public void waits(I_Result result) {
    gate.await(() -> passed.get() >= 0);
    result.r1 = 1;
  }

  @Actor
  public void opens() {
    passed.set(0);
    gate.open();
  }
}
