package dev.millrace.processor;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.millrace.processor.report.Message;
import dev.millrace.processor.testing.Build;
import dev.millrace.processor.testing.Built;
import dev.millrace.processor.testing.CompilerUnderTest;
import dev.millrace.processor.testing.FilerInTheWay;
import dev.millrace.processor.testing.Folder;
import dev.millrace.processor.testing.Report;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every message, with its full text and its place, under both compilers. A folder is named after
 * the code that it is about, and shows all that is reported for it, in one pass; {@code
 * options.txt} has the options that it takes, one a line. {@code -Dmillrace.golden=update} writes
 * the expectations anew.
 */
final class MessageTest {
  private static final boolean UPDATE = "update".equals(System.getProperty("millrace.golden"));

  static Stream<Arguments> cases() {
    return CompilerUnderTest.each(Folder.of("messages").names().map(List::of));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void saysWhatIsWrongAndWhere(String name, CompilerUnderTest compiler, @TempDir Path library) {
    Folder folder = Folder.of("messages/" + name);
    Build build =
        build(compiler, folder.below("input"))
            .lenient()
            .with(folder.read("options.txt").orElse("").lines().toArray(String[]::new));
    Folder compiledBefore = folder.below("library");
    if (!compiledBefore.sources().isEmpty()) {
      build(compiler, compiledBefore).processors(List::of).run().saveTo(library);
      build = build.against(library);
    }
    if (name.equals(Message.NOT_WRITTEN.code())) {
      build = build.processors(() -> List.of(FilerInTheWay.fullDisk(new MillraceProcessor())));
    }
    Built built = build.run();
    assertEquals(built.coded().stream().allMatch(MessageTest::warns), built.success());
    String said =
        built.coded().stream()
            .map(
                report ->
                    (warns(report) ? "warning " : "")
                        + report.place()
                        + "\n"
                        + report.text()
                        + "\n")
            .sorted()
            .collect(joining("\n"));
    said = said.isEmpty() ? "nothing\n" : said;
    assertEquals(expected(folder, compiler, said), said);
  }

  private static boolean warns(Report report) {
    return report.kind() != Kind.ERROR;
  }

  /** The two compilers agree but for the places of values in annotations. */
  private static String expected(Folder folder, CompilerUnderTest compiler, String said) {
    String shared = "expected.txt";
    String own = "expected-ecj.txt";
    if (UPDATE && compiler == CompilerUnderTest.JAVAC) {
      folder.write(shared, said);
    } else if (UPDATE) {
      folder.write(own, said.equals(folder.read(shared).orElseThrow()) ? "" : said);
    }
    return compiler == CompilerUnderTest.ECJ && folder.read(own).isPresent()
        ? folder.read(own).get()
        : folder.read(shared).orElse("nothing is expected yet");
  }

  private static Build build(CompilerUnderTest compiler, Folder folder) {
    return Build.on(compiler).source(folder.sources().values().toArray(String[]::new));
  }

  @Test
  void everyMessageIsTested() {
    Function<Stream<String>, Set<String>> sorted =
        all -> all.collect(Collectors.toCollection(TreeSet::new));
    assertEquals(
        sorted.apply(Stream.of(Message.values()).map(Message::code)),
        sorted.apply(
            Folder.of("messages")
                .names()
                .filter(
                    name -> {
                      String code = name.replaceFirst("-.*", "");
                      return Folder.of("messages/" + name)
                          .read("expected.txt")
                          .orElse("")
                          .contains("[" + code + "]");
                    })
                .map(name -> name.replaceFirst("-.*", ""))));
  }
}
