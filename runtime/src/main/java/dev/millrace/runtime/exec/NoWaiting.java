package dev.millrace.runtime.exec;

import com.lmax.disruptor.Sequence;
import com.lmax.disruptor.SequenceBarrier;
import com.lmax.disruptor.WaitStrategy;

/** Nobody waits at the ring itself: stages have gates, and who feeds the ring opens the first. */
final class NoWaiting implements WaitStrategy {
  @Override
  public long waitFor(
      long sequence, Sequence cursor, Sequence dependentSequence, SequenceBarrier barrier) {
    throw new AssertionError("a stage waits at its gate, and at no barrier");
  }

  @Override
  public void signalAllWhenBlocking() {
    // who publishes opens a gate, and not for every chunk
  }
}
