package dev.millrace.benchmarks;

import com.typesafe.config.ConfigFactory;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.actor.ActorSystem;

/** Pekko's actor system as it comes: nothing remote, no port, and nothing in the log. */
public final class Pekko implements AutoCloseable {
  private final ActorSystem system =
      ActorSystem.create(
          "benchmarks",
          ConfigFactory.parseString(
                  "pekko.daemonic = on\npekko.loglevel = OFF\npekko.stdout-loglevel = OFF")
              .withFallback(ConfigFactory.load()));

  /** Returns the system, which materialises streams. */
  public ActorSystem system() {
    return system;
  }

  /** Waits for what a stream comes to. */
  public static <T> T await(CompletionStage<T> end) {
    return end.toCompletableFuture().join();
  }

  @Override
  public void close() {
    system.terminate();
    await(system.getWhenTerminated());
  }
}
