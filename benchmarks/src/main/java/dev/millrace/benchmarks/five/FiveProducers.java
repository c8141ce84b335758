package dev.millrace.benchmarks.five;

import com.google.common.util.concurrent.ListenableFuture;
import com.google.common.util.concurrent.MoreExecutors;
import dagger.BindsInstance;
import dagger.Module;
import dagger.Provides;
import dagger.producers.ProducerModule;
import dagger.producers.Produces;
import dagger.producers.Production;
import dagger.producers.ProductionComponent;
import jakarta.inject.Named;
import java.util.concurrent.Executor;

/**
 * The five nodes for Dagger Producers. A component is made for each run, as its guide says, and
 * takes the executor that does nothing but run.
 */
@ProductionComponent(modules = {FiveProducers.Nodes.class, FiveProducers.OnTheCaller.class})
interface FiveProducers {
  @Named("e")
  ListenableFuture<Long> e();

  /** Makes one for a seed. */
  @ProductionComponent.Factory
  interface Factory {
    FiveProducers of(@BindsInstance @Named("seed") Long seed);
  }

  /** The nodes, named as they are elsewhere by their methods. */
  @ProducerModule
  final class Nodes {
    private Nodes() {}

    @Produces
    @Named("a")
    static Long a(@Named("seed") Long seed) {
      return FiveNodes.a(seed);
    }

    @Produces
    @Named("b")
    static Long b(@Named("a") Long a) {
      return FiveNodes.b(a);
    }

    @Produces
    @Named("c")
    static Long c(@Named("a") Long a) {
      return FiveNodes.c(a);
    }

    @Produces
    @Named("d")
    static Long d(@Named("b") Long b, @Named("c") Long c) {
      return FiveNodes.d(b, c);
    }

    @Produces
    @Named("e")
    static Long e(@Named("d") Long d) {
      return FiveNodes.e(d);
    }
  }

  /** Its threads: the caller's. */
  @Module
  final class OnTheCaller {
    private OnTheCaller() {}

    @Provides
    @Production
    static Executor executor() {
      return MoreExecutors.directExecutor();
    }
  }
}
