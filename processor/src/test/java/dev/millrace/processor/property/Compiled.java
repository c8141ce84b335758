package dev.millrace.processor.property;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.processor.testing.Build;
import dev.millrace.processor.testing.Built;
import dev.millrace.processor.testing.CompilerUnderTest;
import java.util.List;

/** Pipelines that were compiled together, to be asked. */
final class Compiled {
  private final ClassLoader loader;

  private Compiled(ClassLoader loader) {
    this.loader = loader;
  }

  static Compiled of(CompilerUnderTest compiler, List<Trial> trials) throws Exception {
    Build build = Build.on(compiler).lenient().against(Law.home());
    for (Trial trial : trials) {
      build = build.source(trial.askable());
    }
    Built built = build.run();
    assertTrue(
        built.success() && built.reports().stream().allMatch(Law::isOfTheCache),
        () -> compiler + " reported " + built.reports());
    return new Compiled(built.loader());
  }

  Askable pipeline(Trial trial) throws ReflectiveOperationException {
    return new Askable(loader, trial.name());
  }
}
