package dev.millrace.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.processor.testing.Build;
import dev.millrace.processor.testing.Built;
import dev.millrace.processor.testing.CompilerUnderTest;
import dev.millrace.processor.testing.FilerInTheWay;
import dev.millrace.processor.testing.MakingProcessor;
import dev.millrace.processor.testing.Report;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Handles of resources beyond what the golden files show: null, rounds, class files, clashes. */
final class ResourceTest {
  private static final String PARSERS =
      """
      package t.lib;
      import dev.millrace.*;
      public final class Parsers {
        @Stateful(scope = Scope.PER_WORKER)
        public interface Parser {
          @Node
          default int length(String text) {
            return text.length();
          }
        }
        public static class Html implements Parser {}
      }
      """;

  @ParameterizedTest
  @EnumSource
  void nullIsTakenWhereTheParameterSaysSo(CompilerUnderTest compiler) throws Exception {
    String[] options =
        compiler == CompilerUnderTest.ECJ
            ? new String[] {"-source", "17", "-target", "17"}
            : new String[] {"-Xlint:all,-processing", "-Werror"};
    Built built =
        Build.on(compiler)
            .options(options)
            .with("-Amillrace.cache=false")
            .source(
                """
                package t;
                import dev.millrace.Stateful;
                import java.util.Map;
                import org.jspecify.annotations.Nullable;
                @Stateful
                final class Model {
                  private final String text;
                  Model(
                      @Nullable String file,
                      Map.@Nullable Entry<String, Integer> entry,
                      byte @Nullable [] bytes,
                      String @Nullable ... names) {
                    text = file + " " + entry + " " + bytes + " " + names;
                  }
                  static Object main() {
                    return ModelResource.of(null, null, null, (String[]) null).open().text;
                  }
                }
                """)
            .succeed();
    assertEquals("null null null null", built.call("t.Model", "main"));
    String source = built.source("t.ModelResource");
    assertTrue(source.contains("byte @Nullable [] bytes, String @Nullable ... names) {"), source);
    assertFalse(source.contains("require"), source);
  }

  @ParameterizedTest
  @EnumSource
  void aNullElementIsNoNullArray(CompilerUnderTest compiler) {
    Built built =
        Build.on(compiler)
            .with("-Amillrace.cache=false")
            .options(
                compiler == CompilerUnderTest.ECJ
                    ? new String[] {"-source", "17", "-target", "17"}
                    : new String[] {"-Xlint:all,-processing", "-Werror"})
            .source(
                """
                package t;
                import dev.millrace.Stateful;
                import org.jspecify.annotations.Nullable;
                @Stateful
                final class Model {
                  Model(@Nullable String[] names) {}
                }
                """)
            .succeed();
    assertTrue(
        built.source("t.ModelResource").contains("require(\"Model\", \"names\", names)"),
        built.source("t.ModelResource"));
  }

  @ParameterizedTest
  @EnumSource
  void aHandleMayBeAnArgumentOfAnother(CompilerUnderTest compiler) throws Exception {
    Built built =
        Build.on(compiler)
            .with("-Amillrace.cache=false")
            .processors(
                () ->
                    List.of(
                        new MakingProcessor("t.Made", "package t; record Made(String text) {}"),
                        new MillraceProcessor()))
            .source(
                """
                package t;
                import dev.millrace.Stateful;
                final class Models {
                  @Stateful
                  static final class Outer {
                    private final Models_InnerResource inner;
                    Outer(Models_InnerResource inner) {
                      this.inner = inner;
                    }
                    @Override
                    public String toString() {
                      return "outer " + inner;
                    }
                  }
                  @Stateful
                  static final class Inner {
                    Inner(Made made) {}
                  }
                  static Object main() {
                    return Models_OuterResource.of(Models_InnerResource.of(new Made("x")))
                        .open()
                        .toString();
                  }
                }
                """)
            .succeed();
    assertEquals("outer Inner(Made[text=x])", built.call("t.Models", "main"));
  }

  @ParameterizedTest
  @EnumSource
  void aHandleIsGeneratedFromItsClassAlone(CompilerUnderTest compiler) {
    List<String> written = new ArrayList<>();
    Build.on(compiler)
        .with("-Amillrace.cache=false")
        .processors(() -> List.of(FilerInTheWay.watched(new MillraceProcessor(), written)))
        .source(
            PARSERS,
            """
            package t;
            import dev.millrace.*;
            @Stateful(scope = Scope.PER_WORKER)
            final class Model implements t.lib.Parsers.Parser {
              @Node
              int width(String text) {
                return text.length();
              }
            }
            """)
        .succeed();
    assertEquals(
        List.of(
            "t.ModelResource <- [t.Model]",
            "t.Model_NodeIndex <- [t.Model]",
            "t.lib.Parsers_Parser_NodeIndex <- [t.lib.Parsers.Parser]"),
        written.stream().sorted().toList());
  }

  @ParameterizedTest
  @EnumSource
  void whatClassFilesSayIsKnown(CompilerUnderTest compiler, @TempDir Path classes)
      throws Exception {
    Build.on(compiler).with("-Amillrace.cache=false").source(PARSERS).succeed().saveTo(classes);
    Build against = Build.on(compiler).with("-Amillrace.cache=false").against(classes);
    Built pipeline =
        against
            .source(
                """
                package t;
                import dev.millrace.Pipeline;
                @Pipeline(t.lib.Parsers.Parser.class)
                interface P {}
                """)
            .succeed();
    assertTrue(pipeline.source("t.PPipeline").contains("Inputs parser(Parsers.Parser parser)"));
    Built captured =
        against
            .source(
                """
                package t;
                import dev.millrace.Stateful;
                @Stateful
                final class Index {
                  Index(t.lib.Parsers.Html parser) {}
                }
                """)
            .run();
    assertEquals(
        List.of(
            "[StatefulCapture] the constructor of Index may keep a Parsers.Parser, which serves one"
                + " thread at a time (PER_WORKER), in Index, which all threads share; make Index"
                + " PER_WORKER too, or let its methods take a Parsers.Parser"),
        captured.coded().stream().map(Report::text).toList());
  }

  @ParameterizedTest
  @EnumSource
  void aClassOfTheHandlesNameIsInTheWay(CompilerUnderTest compiler) {
    Built built =
        Build.on(compiler)
            .with("-Amillrace.cache=false")
            .source(
                """
                package t;
                import dev.millrace.Stateful;
                @Stateful
                final class Model {}
                """,
                """
                package t;
                final class ModelResource {}
                """)
            .run();
    assertEquals(
        List.of(
            "[ClassTaken] t.Model would generate t.ModelResource, but there is a class of that"
                + " name; rename one of them"),
        built.coded().stream().map(Report::text).toList());
  }

  @ParameterizedTest
  @EnumSource
  void thePackageMayHaveClassesNamedLikeWhatIsUsed(CompilerUnderTest compiler) throws Exception {
    Built built =
        Build.on(compiler)
            .with("-Amillrace.cache=false")
            .source(
                """
                package t;
                import dev.millrace.Stateful;
                @Stateful
                final class Model {
                  private final String all;
                  Model(HandleArguments first, ConstructedResource second, Object third) {
                    all = first + " " + second + " " + third;
                  }
                  static java.lang.Object main() {
                    return ModelResource.of(
                            new HandleArguments(), new ConstructedResource(), new Object())
                        .open()
                        .all;
                  }
                }
                """,
                "package t;\nfinal class Object {\n  @Override public String toString()"
                    + " { return \"mine\"; } }",
                "package t;\nrecord HandleArguments() {}",
                "package t;\nrecord ConstructedResource() {}")
            .succeed();
    assertEquals("HandleArguments[] ConstructedResource[] mine", built.call("t.Model", "main"));
  }
}
