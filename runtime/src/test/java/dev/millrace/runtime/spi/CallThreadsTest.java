package dev.millrace.runtime.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class CallThreadsTest {

  @Test
  void areVirtualWhereTheJvmHasThem() {
    assertEquals(Runtime.version().feature() >= 21, CallThreads.virtual() != null);
  }

  @Test
  void areElsewhereDaemonsMadeOnDemandThatEndWhenTheyAreIdle() throws Exception {
    ThreadPoolExecutor pool = CallThreads.pool();
    assertEquals(0, pool.getPoolSize());
    CompletableFuture<Thread> ran = new CompletableFuture<>();
    pool.execute(() -> ran.complete(Thread.currentThread()));
    Thread thread = ran.get();
    assertTrue(thread.isDaemon());
    assertNull(thread.getContextClassLoader());
    assertTrue(thread.getName().startsWith("millrace-call-"), thread::getName);
    pool.setKeepAliveTime(1, TimeUnit.NANOSECONDS);
    thread.join();
    assertEquals(0, pool.getPoolSize());
    pool.shutdown();
  }
}
