package dev.millrace.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.processor.testing.Build;
import dev.millrace.processor.testing.Built;
import dev.millrace.processor.testing.CompilerUnderTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What must be accepted, at the edges of what is refused. */
final class WiringTest {
  @ParameterizedTest
  @EnumSource
  void aNameThatTheScopeAroundGivesIsNoSlip(CompilerUnderTest compiler) throws Exception {
    Built built =
        Build.on(compiler)
            .source(
                """
                package t;
                import dev.millrace.*;
                import java.util.List;
                @Pipeline
                interface P {
                  @Node
                  static List<String> token(String text) {
                    return List.of(text, text);
                  }
                  @Nested(value = Inner.class, output = "count")
                  List<Integer> counts(@Each("word") List<String> words);
                  final class Inner {
                    @Node
                    static List<String> tokens(String word) {
                      return List.of(word);
                    }
                    @Node
                    static int count(List<String> token, String word) {
                      return token.size() + word.length();
                    }
                  }
                  static Object main() {
                    return PPipeline.builder().build()
                        .counts(PPipeline.inputs().text("x").words(List.of("a", "bb")));
                  }
                }
                """)
            .succeed();
    assertEquals("[3, 4]", built.call("t.P", "main").toString());
  }

  @ParameterizedTest
  @EnumSource
  void inputsThatDifferByCaseOnlyHaveTheirOwnStages(CompilerUnderTest compiler) throws Exception {
    Built built =
        Build.on(compiler)
            .source(
                """
                package t;
                import dev.millrace.*;
                @Pipeline
                interface P {
                  @Node
                  static String both(String text, @Input String Text, @Input String teXt) {
                    return text + Text + teXt;
                  }
                  static Object main() {
                    return PPipeline.builder().build()
                        .both(PPipeline.inputs().text("a").Text("b").teXt("c"));
                  }
                }
                """)
            .succeed();
    assertEquals("abc", built.call("t.P", "main"));
    long distinct =
        built.classes().keySet().stream().map(each -> each.toLowerCase()).distinct().count();
    assertEquals(built.classes().size(), distinct);
  }

  @ParameterizedTest
  @EnumSource
  void anInputHasTheTypeThatFitsAllItsReaders(CompilerUnderTest compiler) {
    Built built =
        Build.on(compiler)
            .source(
                """
                package t;
                import dev.millrace.*;
                import java.util.*;
                @Pipeline
                interface P {
                  @Node
                  static int size(Collection<? extends CharSequence> words) {
                    return words.size();
                  }
                  @Node
                  static String first(List<String> words, long times) {
                    return words.get(0) + times;
                  }
                  @Node
                  static int number(int times) {
                    return times;
                  }
                }
                """)
            .succeed();
    String source = built.source("t.PPipeline");
    assertTrue(source.contains("Inputs words(List<String> words)"));
    assertTrue(source.contains("Inputs times(int times)"));
  }

  @ParameterizedTest
  @EnumSource
  void whatIsMappedOverSaysHowManyAlsoWhereNoNodeReadsIt(CompilerUnderTest compiler)
      throws Exception {
    Built built =
        Build.on(compiler)
            .source(
                """
                package t;
                import dev.millrace.*;
                import java.util.List;
                @Pipeline
                interface P {
                  @Nested(value = Inner.class, output = "constant")
                  List<Integer> constants(@Each("word") List<String> words);
                  final class Inner {
                    @Node
                    static int constant(int base) {
                      return base;
                    }
                    @Node
                    static int length(String word, int other) {
                      return word.length() + other;
                    }
                  }
                  static Object main() {
                    return PPipeline.builder().build().constants(
                        PPipeline.inputs().words(List.of("a", "b")).base(7));
                  }
                }
                """)
            .succeed();
    assertEquals("[7, 7]", built.call("t.P", "main").toString());
  }

  @ParameterizedTest
  @EnumSource
  void aNestedMethodMayBeCalledLikeTheOutputInside(CompilerUnderTest compiler) throws Exception {
    Built built =
        Build.on(compiler)
            .source(
                """
                package t;
                import dev.millrace.*;
                import java.util.List;
                @Pipeline
                interface P {
                  @Nested(Inner.class)
                  List<Integer> length(@Each List<String> word);
                  final class Inner {
                    @Node
                    static int length(String word) {
                      return word.length();
                    }
                  }
                  static Object main() {
                    return PPipeline.builder().build()
                        .length(PPipeline.inputs().word(List.of("a", "bb")));
                  }
                }
                """)
            .succeed();
    assertEquals("[1, 2]", built.call("t.P", "main").toString());
  }

  @ParameterizedTest
  @EnumSource
  void aWildcardIsTheSameHoweverItIsSpelt(CompilerUnderTest compiler) {
    Build.on(compiler)
        .source(
            """
            package t;
            import dev.millrace.*;
            import java.util.List;
            @Pipeline
            interface P {
              @Node
              static List<?> things(String text) {
                return List.of(text);
              }
              @Node
              static int count(List<? extends Object> things) {
                return things.size();
              }
            }
            """)
        .succeed();
  }

  @ParameterizedTest
  @EnumSource
  void aDeprecatedNodeCanBeUsedWithoutAWarningThatNobodyCouldMend(CompilerUnderTest compiler) {
    Build.on(compiler)
        .source(
            """
            package t;
            import dev.millrace.*;
            @Pipeline(t.Nodes.class)
            interface P {}
            """,
            """
            package t;
            import dev.millrace.*;
            final class Nodes {
              @Deprecated
              @Node
              static int old(String text) {
                return text.length();
              }
              @Deprecated(forRemoval = true)
              @Node
              static int older(String text) {
                return text.length();
              }
            }
            """)
        .succeed();
  }

  @ParameterizedTest
  @EnumSource
  void whatAUseLeavesOutHasNoSayInWhatItAsksFor(CompilerUnderTest compiler) throws Exception {
    Built built =
        Build.on(compiler)
            .source(
                """
                package t;
                import dev.millrace.*;
                import java.util.List;
                @Pipeline
                interface P {
                  @Nested(value = Inner.class, output = "shown")
                  List<String> all(@Each("item") List<Integer> items);
                  final class Inner {
                    @Node
                    static String shown(int item, Object numbers, List<Integer> others, int scale) {
                      return item + " of " + numbers + " and " + others + " by " + scale;
                    }
                    @Node
                    static <T> T last(List<? extends T> numbers, T shown) {
                      return shown;
                    }
                    @Node
                    static String first(String others, @Default("3") int scale) {
                      return others;
                    }
                  }
                  static Object main() {
                    return PPipeline.builder().build()
                        .all(
                            PPipeline.inputs()
                                .items(List.of(1))
                                .numbers("many")
                                .others(List.of(2))
                                .scale(4));
                  }
                }
                """)
            .with("-Amillrace.cache=false")
            .succeed();
    assertEquals("[1 of many and [2] by 4]", built.call("t.P", "main").toString());
  }
}
