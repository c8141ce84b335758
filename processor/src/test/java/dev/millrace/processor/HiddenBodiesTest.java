package dev.millrace.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.processor.testing.Build;
import dev.millrace.processor.testing.Built;
import dev.millrace.processor.testing.CompilerUnderTest;
import dev.millrace.processor.testing.FilerInTheWay;
import dev.millrace.processor.testing.Report;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javax.annotation.processing.Processor;
import org.junit.jupiter.api.Test;

/** javac shows bodies; where it does not, all works but for the warnings that need them. */
final class HiddenBodiesTest {
  private static final String NODES =
      """
      package t;
      import dev.millrace.*;
      @Pipeline
      interface P {
        @Node
        static long later(long delay) {
          return System.currentTimeMillis() + delay;
        }
        @Node
        static long now(java.time.Clock clock) {
          return clock.millis();
        }
      }
      """;

  private static List<String> impure(Supplier<List<Processor>> processors) {
    Built built =
        Build.on(CompilerUnderTest.JAVAC)
            .lenient()
            .with("-Amillrace.cache=false")
            .processors(processors)
            .source(NODES)
            .run();
    assertTrue(built.success());
    assertTrue(built.generated().containsKey("t.PPipeline"));
    return built.coded().stream()
        .map(Report::text)
        .map(text -> text.replaceAll(".*P#(\\w+).*", "$1"))
        .toList();
  }

  @Test
  void javacShowsThem() {
    assertEquals(List.of("later", "now"), impure(() -> List.of(new MillraceProcessor())));
  }

  @Test
  void aTwinOfAnotherNameHasItsNodesPolicy() {
    Built built =
        Build.on(CompilerUnderTest.JAVAC)
            .source(
                """
                package t;
                import dev.millrace.*;
                import java.util.List;
                final class Nodes {
                  @Node(cache = CachePolicy.NEVER)
                  static long later(long delay) {
                    return System.nanoTime() + delay;
                  }
                  @Batch(of = "later")
                  static List<Long> many(List<Long> delays) {
                    return delays.stream().map(each -> System.nanoTime() + each).toList();
                  }
                }
                """)
            .run();
    assertTrue(
        built.coded().stream().noneMatch(each -> each.text().startsWith("[CachedImpure]")),
        built.reports().toString());
  }

  /** As Gradle and IntelliJ do. */
  @Test
  void aWrappedEnvironmentHidesThem() {
    List<String> written = new ArrayList<>();
    assertEquals(
        List.of("now"),
        impure(() -> List.of(FilerInTheWay.watched(new MillraceProcessor(), written))));
  }

  @Test
  void aRuntimeWithoutTheTreeApiHidesThem() {
    assertEquals(List.of("now"), impure(() -> List.of(WithoutTrees.processor())));
  }

  /** Loads the processor anew, in a world that has no {@code com.sun.source}. */
  private static final class WithoutTrees extends ClassLoader {
    WithoutTrees() {
      super(MillraceProcessor.class.getClassLoader());
    }

    static Processor processor() {
      try {
        Class<?> type = new WithoutTrees().loadClass(MillraceProcessor.class.getName());
        return (Processor) type.getConstructor().newInstance();
      } catch (ReflectiveOperationException impossible) {
        throw new AssertionError(impossible);
      }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith("com.sun.source.")) {
        throw new ClassNotFoundException(name);
      }
      if (!name.startsWith("dev.millrace.processor.")) {
        return super.loadClass(name, resolve);
      }
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        return loaded == null ? define(name) : loaded;
      }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
      try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
        if (in == null) {
          throw new ClassNotFoundException(name);
        }
        byte[] bytes = in.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
  }
}
