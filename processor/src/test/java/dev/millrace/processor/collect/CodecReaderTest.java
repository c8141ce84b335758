package dev.millrace.processor.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.processor.model.CodecShape;
import dev.millrace.processor.model.CodecTypes;
import dev.millrace.processor.report.Problems;
import dev.millrace.processor.testing.Build;
import dev.millrace.processor.testing.CompilerUnderTest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What has no codec, and why, in words that somebody can act on. */
final class CodecReaderTest {
  private static final String SOURCE =
      """
      package t;
      import dev.millrace.*;
      import dev.millrace.runtime.spi.codec.*;
      import java.nio.file.Path;
      import java.util.*;
      interface P {
        Plain plain();
        List<Plain> listed();
        Word word();
        Object object();
        List<?> anything();
        <T> T variable();
        TreeMap<String, String> sorted();
        Thread thread();
        Open open();
        Half half();
        Model model();
        Index index();
        List<Index> indexes();
        @org.jspecify.annotations.Nullable Index noIndex();
        Holder holder();
        Badly badly();
        Hidden.Inner hidden();
        Endless<String> endless();
        Narrow<? extends Shape> narrow();
        Comparator<String> comparator();
        final class Plain {}
        record Word(String text, Map<String, Sentence> below) {}
        record Sentence(Optional<Plain> plain) {}
        interface Open {}
        sealed interface Half permits Whole, Part {}
        record Whole() implements Half {}
        non-sealed interface Part extends Half {}
        @Stateful final class Model {}
        @Stored(by = Folders.class) final class Index {}
        final class Folders implements FolderCodec<Index> {
          public void write(Path folder, Index value) {}
          public Index open(Path folder) { return new Index(); }
          public String schema() { return ""; }
        }
        record Holder(Index index) {}
        @Stored(by = String.class) final class Badly {}
        final class Hidden { private record Inner() {} }
        record Endless<T>(T value, Endless<List<T>> next) {}
        interface Shape {}
        record Circle() implements Shape {}
        record Narrow<T extends Circle>(T value) {}
      }
      """;

  private static final Map<String, String> WHY =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry(
                  "plain",
                  "P.Plain is no record and has no codec; make it a record, or say @Stored(by = …)"
                      + " on it"),
              Map.entry(
                  "listed",
                  "P.Plain is no record and has no codec; make it a record, or say @Stored(by = …)"
                      + " on it"),
              Map.entry(
                  "word",
                  "in P.Word.below, P.Sentence.plain, P.Plain is no record and has no codec; make"
                      + " it a record, or say @Stored(by = …) on it"),
              Map.entry("object", "nothing says what Object is"),
              Map.entry("anything", "nothing says what Object is"),
              Map.entry("variable", "nothing says what T is"),
              Map.entry(
                  "sorted",
                  "TreeMap<String, String> may be sorted by a comparator, which cannot be stored;"
                      + " let it be a Map or LinkedHashMap, which keeps the order that it is"
                      + " given"),
              Map.entry(
                  "thread",
                  "Thread is a type of the JDK that has no codec; let it be another, or say"
                      + " @Stored(by = …) on the node"),
              Map.entry(
                  "comparator",
                  "Comparator<String> is a type of the JDK that has no codec; let it be another, or"
                      + " say @Stored(by = …) on the node"),
              Map.entry(
                  "open",
                  "P.Open is open, and what its values are is not known; make it sealed, or say"
                      + " @Stored(by = …) on it"),
              Map.entry(
                  "half",
                  "in P.Part, P.Part is open, and what its values are is not known; make it"
                      + " sealed, or say @Stored(by = …) on it"),
              Map.entry(
                  "model",
                  "P.Model is a resource, which holds more than can be stored; let a FolderCodec"
                      + " store it: say @Stored(by = …) on it"),
              Map.entry(
                  "indexes",
                  "P.Index is stored into a folder, which nothing but the whole result of a node"
                      + " can be; let a node return it by itself"),
              Map.entry(
                  "holder",
                  "in P.Holder.index, P.Index is stored into a folder, which nothing but the whole"
                      + " result of a node can be; let a node return it by itself"),
              Map.entry(
                  "noIndex",
                  "P.Index is stored into a folder, and may be null here, which no folder is"),
              Map.entry(
                  "badly",
                  "P.Badly says @Stored, which cannot be done: it implements neither Codec<P.Badly>"
                      + " nor FolderCodec<P.Badly>"),
              Map.entry("hidden", "P.Hidden.Inner cannot be seen from P; make it public"),
              Map.entry("endless", "each P.Endless holds one of yet another type"),
              Map.entry(
                  "narrow",
                  "P.Narrow<P.Shape> cannot be: its T is a P.Circle; write the type itself")));

  /** Asks of each method's result how it is stored. */
  private static final class Asking extends AbstractProcessor {
    final Map<String, CodecShape> shapes = new TreeMap<>();

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return Set.of("*");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      for (Element root : round.getRootElements()) {
        CodecTypes codecs =
            new Collector(
                    processingEnv.getElementUtils(),
                    processingEnv.getTypeUtils(),
                    Set.of("t.P"),
                    new Problems())
                .codecTypes((TypeElement) root);
        for (ExecutableElement each : ElementFilter.methodsIn(root.getEnclosedElements())) {
          shapes.put(
              each.getSimpleName().toString(),
              codecs.shape(TypeReader.read(each.getReturnType(), each)));
        }
      }
      return false;
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatHasNoCodecIsTold(CompilerUnderTest compiler) {
    Asking asking = new Asking();
    Build.on(compiler).source(SOURCE).processors(() -> List.of(asking)).lenient().run();
    Map<String, String> found = new TreeMap<>();
    asking.shapes.forEach(
        (name, shape) -> {
          if (!shape.isSome()) {
            String why = shape.toString();
            found.put(
                name, name.equals("endless") ? why.substring(why.lastIndexOf(", ") + 2) : why);
          }
        });
    assertTrue(asking.shapes.get("index").isFolder());
    WHY.forEach((name, why) -> assertEquals(why, found.get(name), name));
    assertEquals(WHY.keySet(), found.keySet());
  }
}
