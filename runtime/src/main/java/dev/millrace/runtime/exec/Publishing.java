package dev.millrace.runtime.exec;

import com.lmax.disruptor.Sequence;
import com.lmax.disruptor.SequenceBarrier;
import com.lmax.disruptor.WaitStrategy;

/** Tells the first stage of what was published. Nobody waits here: the stages have gates. */
record Publishing(Runnable hook) implements WaitStrategy {
  @Override
  public long waitFor(
      long sequence, Sequence cursor, Sequence dependentSequence, SequenceBarrier barrier) {
    throw new AssertionError("a stage waits at its gate, and at no barrier");
  }

  @Override
  public void signalAllWhenBlocking() {
    hook.run();
  }
}
