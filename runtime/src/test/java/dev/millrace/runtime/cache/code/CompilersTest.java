package dev.millrace.runtime.cache.code;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Another compiler may give another hash, and never the hash of other behaviour. */
final class CompilersTest {
  /** Each does something else. */
  private static final List<Program> MUTANTS =
      List.of(
          Sample.PROGRAM,
          Sample.PROGRAM.edit("Flow", "total += 2", "total += 4"),
          Sample.PROGRAM.edit("Flow", "case FAST", "case SLOW"),
          Sample.PROGRAM.edit("Flow", "case \"b\"", "case \"c\""),
          Sample.PROGRAM.edit("Flow", "> floor &&", ">= floor &&"),
          Sample.PROGRAM.edit("Flow", "!word.isBlank() ||", "word.isBlank() ||"),
          Sample.PROGRAM.edit("Flow", "x * 2 + floor", "x * 2 - floor"),
          Sample.PROGRAM.edit("Flow", "total >= 0", "total > 0"),
          Sample.PROGRAM.edit("Flow", "range(0, given)", "range(1, given)"),
          Sample.PROGRAM.edit("Words", "given / 2", "given % 2"),
          Sample.PROGRAM.edit("Helper", "+ 1", "- 1"),
          Sample.PROGRAM.edit("Lexicon", "\"a\"", "\"an\""),
          Sample.PROGRAM.edit("Mode", "FAST, EXACT", "EXACT, FAST"),
          Sample.PROGRAM.edit("Rrf", "k + score", "k - score"));

  @TempDir Path folder;

  @Test
  void noCompilerGivesTheHashOfOtherBehaviour() {
    noHashOfOtherBehaviour(MUTANTS, Compiler.JAVAC, Compiler.ECJ);
  }

  private void noHashOfOtherBehaviour(List<Program> mutants, Compiler... compilers) {
    Map<String, Integer> seen = new HashMap<>();
    for (Compiler compiler : compilers) {
      for (int each = 0; each < mutants.size(); each++) {
        Path classes = mutants.get(each).compile(folder, compiler);
        Integer other = seen.put(Program.account("score", classes).digest(), each);
        if (other != null) {
          assertEquals(other, each);
        }
      }
    }
  }

  @Test
  void anotherReleaseOfJavacGivesNoHashOfOtherBehaviour() {
    Assumptions.assumeFalse(
        System.getProperty("millrace.jdk", "").isEmpty(),
        "no other JDK: give the home of one with -Dmillrace.jdk=HOME");
    noHashOfOtherBehaviour(MUTANTS.subList(0, 6), Compiler.JAVAC, Compiler.OTHER_JAVAC);
  }

  /** What compilers translate word by word: no loops, which Eclipse's turns round. */
  private static final Program SIMPLE =
      Program.of(
          """
          public final class Flow {
            public static String score(String text, int times) {
              String all = java.util.Arrays.stream(text.split(" "))
                  .map(word -> word.strip() + Helper.of(word))
                  .collect(java.util.stream.Collectors.joining());
              return all.repeat(times);
            }
          }
          """,
          """
          final class Helper {
            static int of(String word) {
              return word.length() > 2 ? word.chars().map(x -> x + 1).sum() : 0;
            }
          }
          """);

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "JAVAC")
  void simpleCodeIsTheSameWhoeverCompilesIt(Compiler compiler) {
    CodeAccount before = Program.account("score", SIMPLE.compile(folder, Compiler.JAVAC));
    CodeAccount after = Program.account("score", SIMPLE.compile(folder, compiler));
    assertEquals(List.of(), after.changesSince(before));
  }
}
