package dev.millrace.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.processor.testing.Build;
import dev.millrace.processor.testing.Built;
import dev.millrace.processor.testing.CompilerUnderTest;
import dev.millrace.processor.testing.Report;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where the types of generic nodes come from. */
final class GenericWiringTest {
  private static final String LIBRARY =
      """
      package t.lib;
      import dev.millrace.*;
      import java.util.*;
      public final class Boxes<T extends Comparable<T>> {
        private final T content;
        public Boxes(T content) {
          this.content = content;
        }
        @Node
        public <U> Map<T, U> labelled(U label) {
          return Map.of(content, label);
        }
        @Node
        public static <T extends CharSequence & Comparable<T>> T greatest(
            Collection<? extends T> words, T[] others) {
          T greatest = Collections.max(words);
          return greatest.compareTo(others[0]) < 0 ? others[0] : greatest;
        }
        @Node
        public static <E> int hashed(E word) {
          return word.hashCode();
        }
        @Batch
        public static <F> List<Integer> hashed(List<F> words) {
          return words.stream().map(Object::hashCode).toList();
        }
      }
      """;

  @ParameterizedTest
  @EnumSource
  void nodesFromAJarAreFoundByTheirErasure(CompilerUnderTest compiler, @TempDir Path folder)
      throws Exception {
    String[] withoutNames =
        compiler == CompilerUnderTest.ECJ
            ? new String[] {"-source", "17", "-target", "17", "-g:none"}
            : new String[] {"-g:none"};
    Built library = Build.on(compiler).options(withoutNames).source(LIBRARY).run();
    assertTrue(library.success());
    Built built =
        Build.on(compiler)
            .against(library.saveAsJar(folder.resolve("library.jar")))
            .source(
                """
                package t;
                import dev.millrace.*;
                import java.util.*;
                import t.lib.Boxes;
                @Pipeline(Boxes.class)
                interface P {
                  @Node
                  static List<String> words(String[] others) {
                    return List.of("mill", others[0]);
                  }
                  @Node
                  static Boxes<Integer> boxes(List<String> words) {
                    return new Boxes<>(words.size());
                  }
                  @Node
                  static String label(List<String> words) {
                    return words.get(0);
                  }
                  @Nested(value = Boxes.class, output = "hashed")
                  List<Integer> hashes(@Each("word") List<String> words);
                  @Node
                  static int total(List<Integer> hashes, @In("labelled") Map<Integer, String> map,
                      String greatest, String word, int hashed) {
                    return hashes.size() + map.size() + greatest.length() + hashed - word.hashCode();
                  }
                  static Object main() {
                    return PPipeline.builder().build()
                        .total(PPipeline.given().others(new String[] {"river"}).word("a"));
                  }
                }
                """)
            .succeed();
    assertEquals(8, built.on(library).call("t.P", "main"));
    assertTrue(built.source("t.PPipeline").contains("Boxes_NodeIndex.class"));
  }

  @ParameterizedTest
  @EnumSource
  void anInputIsWhatItsConcreteReadersSay(CompilerUnderTest compiler) {
    Built built =
        succeed(
            compiler,
            """
            @Node
            static <T> T first(List<T> words) {
              return words.get(0);
            }
            @Node
            static int size(Collection<String> words) {
              return words.size();
            }
            @Node
            static <T> List<T> added(List<? super T> sink, T first) {
              return List.of(first);
            }
            @Node
            static int length(String first, List<String> added) {
              return first.length() + added.size();
            }
            @Node
            static boolean isFull(List<? super CharSequence> sink) {
              return sink.size() > 9;
            }
            """);
    assertTrue(built.source("t.PPipeline").contains("Inputs words(List<String> words)"));
    assertTrue(built.source("t.PPipeline").contains("P.<String>first("));
    assertTrue(built.source("t.PPipeline").contains("P.<String>added("));
  }

  @ParameterizedTest
  @EnumSource
  void anInputThatOnlyAGenericNodeReadsIsFixedByWhatElseItReads(CompilerUnderTest compiler) {
    Built built =
        succeed(
            compiler,
            """
            @Node
            static List<String> words(String text) {
              return List.of(text);
            }
            @Node
            static <T> Map<T, Integer> ranks(List<T> words, Map<? super T, Integer> weights, T extra) {
              return Map.of(extra, weights.size());
            }
            """);
    String source = built.source("t.PPipeline");
    assertTrue(source.contains("Inputs weights(Map<? super String, Integer> weights)"));
    assertTrue(source.contains("Inputs extra(String extra)"));
  }

  @ParameterizedTest
  @EnumSource
  void aUseInsideAUseKnowsWhatIsAroundBoth(CompilerUnderTest compiler) {
    Built built =
        succeed(
            compiler,
            """
            @Node
            static <T> List<T> base(T text) {
              return List.of(text);
            }
            @Node
            static int length(String text) {
              return text.length();
            }
            /** Deep inside only is it said what "first" and "others" are. */
            @Node
            static <T> List<T> both(T first, List<T> others) {
              return others;
            }
            @Nested(Rows.class)
            List<List<Map<Integer, List<String>>>> tables(@Each("row") List<List<Integer>> rows);
            @Pipeline
            interface Rows {
              @Nested(value = Cells.class, output = "cell")
              List<Map<Integer, List<String>>> cells(@Each("number") List<Integer> row, List<String> base);
            }
            final class Cells {
              private Cells() {}
              @Node
              static <T> List<T> kept(List<T> base, Collection<String> others, String first) {
                return base;
              }
              @Node
              static <K, V> Map<K, V> cell(K number, V kept) {
                return Map.of(number, kept);
              }
            }
            """);
    assertTrue(built.source("t.PPipeline").contains("P.Cells.<Integer, List<String>>cell("));
    assertTrue(built.source("t.PPipeline").contains("P.<String>both("));
  }

  @ParameterizedTest
  @EnumSource
  void aClassThatExtendsARawOneSaysNothing(CompilerUnderTest compiler) {
    List<String> said =
        Build.on(compiler)
            .options(
                compiler == CompilerUnderTest.ECJ
                    ? new String[] {"-source", "17", "-target", "17", "-nowarn"}
                    : new String[] {})
            .source(
                pipeline(
                    """
                    @SuppressWarnings({"rawtypes", "serial"})
                    final class Raw extends ArrayList {}
                    @Node
                    static Raw raw(String text) {
                      return new Raw();
                    }
                    @Node
                    static <T> List<T> copied(List<T> raw) {
                      return raw;
                    }
                    """))
            .run()
            .coded()
            .stream()
            .map(Report::text)
            .toList();
    assertEquals(
        List.of(
            "[TypeMismatch] P#copied(List<T>) reads \"raw\" as List<T>, but P#raw(String) gives P.Raw"),
        said);
  }

  private static Built succeed(CompilerUnderTest compiler, String members) {
    return Build.on(compiler).source(pipeline(members)).with("-Amillrace.cache=false").succeed();
  }

  private static String pipeline(String members) {
    return """
    package t;
    import dev.millrace.*;
    import java.util.*;
    @Pipeline
    interface P {
    %s
    }
    """
        .formatted(members);
  }

  @ParameterizedTest
  @EnumSource
  void anInputFixesAVariableAlsoWhereOthersReadItAsOptional(CompilerUnderTest compiler)
      throws Exception {
    Built built =
        Build.on(compiler)
            .source(
                """
                package t;
                import dev.millrace.*;
                import java.util.*;
                import org.jspecify.annotations.Nullable;
                @Pipeline
                interface P {
                  @Node
                  static String maybe(@Nullable Integer number, Optional<String> text) {
                    return number + " " + text;
                  }
                  @Node
                  static <A, B> Map<A, B> both(A number, B text) {
                    return Map.of(number, text);
                  }
                  @Node
                  static String surely(int number, String text) {
                    return number + text;
                  }
                  @Node
                  static int sum(Map<Integer, String> both) {
                    return both.size();
                  }
                  static Object main() {
                    var all = PPipeline.builder().build().run(PPipeline.inputs().number(1).text("a"));
                    return List.of(all.maybe(), all.both(), all.surely(), all.sum());
                  }
                }
                """)
            .succeed();
    assertEquals("[1 Optional[a], {1=a}, 1a, 1]", built.call("t.P", "main").toString());
  }
}
