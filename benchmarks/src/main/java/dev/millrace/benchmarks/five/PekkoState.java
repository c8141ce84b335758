package dev.millrace.benchmarks.five;

import dev.millrace.benchmarks.Pekko;
import org.apache.pekko.actor.ActorSystem;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Started only in the JVMs of those benchmarks that need it. */
@State(Scope.Benchmark)
public class PekkoState {
  private Pekko pekko;

  @Setup
  public void start() {
    pekko = new Pekko();
  }

  ActorSystem system() {
    return pekko.system();
  }

  @TearDown
  public void stop() {
    pekko.close();
  }
}
