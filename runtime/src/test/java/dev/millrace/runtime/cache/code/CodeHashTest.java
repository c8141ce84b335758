package dev.millrace.runtime.cache.code;

import static dev.millrace.runtime.cache.code.Sample.PROGRAM;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What changes a node's code hash, and what does not, whoever compiles. */
final class CodeHashTest {
  private static final Map<Compiler, CodeAccount> SAMPLES = new EnumMap<>(Compiler.class);

  @TempDir Path folder;

  private CodeAccount score(Program program, Compiler compiler, String... options) {
    return Program.account("score", program.compile(folder, compiler, options));
  }

  private CodeAccount sample(Compiler compiler) {
    CodeAccount known = SAMPLES.get(compiler);
    if (known == null) {
      known = score(PROGRAM, compiler);
      SAMPLES.put(compiler, known);
    }
    return known;
  }

  private void same(Program edited, Compiler compiler) {
    CodeAccount before = sample(compiler);
    CodeAccount after = score(edited, compiler);
    assertEquals(List.of(), after.changesSince(before));
    assertEquals(before.digest(), after.digest());
  }

  private void other(Program edited, Compiler compiler, String... changes) {
    CodeAccount before = sample(compiler);
    CodeAccount after = score(edited, compiler);
    assertNotEquals(before.digest(), after.digest());
    assertEquals(List.of(changes), after.changesSince(before));
  }

  @ParameterizedTest
  @EnumSource
  void everythingOfTheSampleCanBeRead(Compiler compiler) {
    CodeAccount account = sample(compiler);
    assertEquals(List.of(), account.unreadable());
    assertEquals(List.of(), List.copyOf(account.open()));
    assertEquals(List.of("JDK"), List.copyOf(account.libraries().keySet()));
    assertEquals(64, account.digest().length());
    assertEquals(32, account.bytes().length);
  }

  @ParameterizedTest
  @EnumSource
  void aCommentChangesNothing(Compiler compiler) {
    same(
        PROGRAM.edit("Flow", "int total = 0;", "// from\n\n  /* nothing */ int total = 0;"),
        compiler);
  }

  @ParameterizedTest
  @EnumSource
  void formattingChangesNothing(Compiler compiler) {
    same(PROGRAM.edit("Words", ") {\n", ")\n  {\n\n").edit("Flow", "  ", "     "), compiler);
  }

  @ParameterizedTest
  @EnumSource
  void theNameOfALocalChangesNothing(Compiler compiler) {
    same(PROGRAM.edit("Flow", "word", "token"), compiler);
  }

  @ParameterizedTest
  @EnumSource
  void theNameOfAParameterChangesNothing(Compiler compiler) {
    same(PROGRAM.edit("Words", "word", "token"), compiler);
  }

  @ParameterizedTest
  @EnumSource
  void theOrderOfMethodsChangesNothing(Compiler compiler) {
    String halved = "  static int halved(int given) {\n    return given / 2;\n  }\n";
    same(
        PROGRAM
            .edit("Words", halved, "")
            .edit("Words", "class Words {\n", "class Words {\n" + halved),
        compiler);
  }

  @ParameterizedTest
  @EnumSource
  void theOrderOfFieldsWithoutInitialisersChangesNothing(Compiler compiler) {
    String one = "  int one;\n";
    String two = "  String two;\n";
    String fields = "public final class Cell {\n" + one + two + "}\n";
    Program program =
        PROGRAM
            .with(fields)
            .edit("Words", "Helper.length(word)", "Helper.length(word) + new Cell().one");
    CodeAccount before = score(program, compiler);
    CodeAccount after = score(program.edit("Cell", one + two, two + one), compiler);
    assertEquals(before.digest(), after.digest());
  }

  @ParameterizedTest
  @EnumSource
  void aLambdaBeforeChangesNothing(Compiler compiler) {
    same(
        PROGRAM.edit(
            "Flow",
            "  /** A node. */",
            "  static final Runnable BEFORE = () -> Helper.note(\"before\");\n"
                + "  static Runnable more() { return () -> Helper.note(\"more\"); }\n"),
        compiler);
  }

  @ParameterizedTest
  @EnumSource
  void anAnonymousClassBeforeChangesNothing(Compiler compiler) {
    same(
        PROGRAM.edit(
            "Flow", "  /** A node. */", "  static Object before() { return new Object() {}; }\n"),
        compiler);
  }

  @ParameterizedTest
  @EnumSource
  void anotherMethodOfTheSameClassesChangesNothing(Compiler compiler) {
    same(PROGRAM.edit("Helper", "17", "18").edit("Flow", "\"other\"", "\"another\""), compiler);
  }

  @ParameterizedTest
  @EnumSource
  void aStaticFieldThatNobodyReadsChangesNothing(Compiler compiler) {
    same(PROGRAM.edit("Flow", "unused = 3", "unused = 4"), compiler);
  }

  @ParameterizedTest
  @EnumSource
  void anAnnotationChangesNothing(Compiler compiler) {
    same(PROGRAM.edit("Words", "  static int weight", "  @Deprecated static int weight"), compiler);
  }

  @ParameterizedTest
  @EnumSource
  void theNameOfAPrivateMethodChangesNothing(Compiler compiler) {
    CodeAccount before = sample(compiler);
    CodeAccount after = score(PROGRAM.edit("Flow", "helped", "summed"), compiler);
    assertEquals(before.digest(), after.digest());
  }

  @ParameterizedTest
  @EnumSource
  void debugInformationChangesNothing(Compiler compiler) {
    CodeAccount all = score(PROGRAM, compiler, "-g");
    CodeAccount none = score(PROGRAM, compiler, "-g:none");
    assertEquals(List.of(), none.changesSince(all));
    assertEquals(all.digest(), none.digest());
    assertEquals(all.digest(), score(PROGRAM, compiler, "-parameters").digest());
  }

  @ParameterizedTest
  @EnumSource
  void anIncrementalBuildChangesNothing(Compiler compiler) {
    Path classes = PROGRAM.compile(folder, compiler);
    Path again =
        Program.of("public final class Unused {}")
            .with(HELPER)
            .compile(folder, compiler, List.of(classes));
    CodeAccount before = Program.account("score", classes);
    assertEquals(before.digest(), Program.account("score", again, classes).digest());
  }

  private static final String HELPER =
      """
      public final class Helper {
        static int unrelated() { return 17; }
        static void note(String noted) {}
        static int length(String measured) { return measured.length() + 1; }
      }
      """;

  @ParameterizedTest
  @EnumSource
  void theBodyCounts(Compiler compiler) {
    other(
        PROGRAM.edit("Flow", "total += Words", "total -= Words"),
        compiler,
        "app.Flow.score(Passage, Fusion, Mode) changed");
  }

  @ParameterizedTest
  @EnumSource
  void aHelpersBodyCounts(Compiler compiler) {
    other(
        PROGRAM.edit("Flow", "range(0, given)", "range(1, given)"),
        compiler,
        "app.Flow.helped(int) changed");
  }

  @ParameterizedTest
  @EnumSource
  void aMethodTwoClassesAwayCounts(Compiler compiler) {
    other(
        PROGRAM.edit("Helper", "word.length() + 1", "word.length() + 2"),
        compiler,
        "app.Helper.length(String) changed");
  }

  @ParameterizedTest
  @EnumSource
  void aMethodReferenceCounts(Compiler compiler) {
    other(
        PROGRAM.edit("Words", "given / 2", "given / 4"), compiler, "app.Words.halved(int) changed");
  }

  @ParameterizedTest
  @EnumSource
  void aLambdasBodyCounts(Compiler compiler) {
    other(
        PROGRAM.edit("Flow", "x * 2", "x * 3"),
        compiler,
        "app.Flow.score(Passage, Fusion, Mode) lambda 1 changed");
  }

  @ParameterizedTest
  @EnumSource
  void anAnonymousClassesBodyCounts(Compiler compiler) {
    CodeAccount after = score(PROGRAM.edit("Flow", "note(\"ran\")", "note(\"has run\")"), compiler);
    List<String> changes = after.changesSince(sample(compiler));
    assertEquals(1, changes.size(), changes::toString);
    // javac's table for the enum's switch is a class without a name as well.
    assertTrue(
        changes
            .get(0)
            .matches(
                "app\\.Flow\\.score\\(Passage, Fusion, Mode\\) class [12]\\.run\\(\\) changed"),
        changes::toString);
  }

  @ParameterizedTest
  @EnumSource
  void aConstantCounts(Compiler compiler) {
    other(
        PROGRAM.edit("Flow", "floor = 2", "floor = 3"),
        compiler,
        "app.Flow.score(Passage, Fusion, Mode) changed",
        "app.Flow.score(Passage, Fusion, Mode) lambda 1 changed");
  }

  @ParameterizedTest
  @EnumSource
  void aConstantOfAnotherClassThatWasCompiledInCounts(Compiler compiler) {
    Program program =
        PROGRAM
            .with("final class Settings { static final int FACTOR = 3; }")
            .edit("Words", "* 3", "* Settings.FACTOR");
    CodeAccount before = score(program, compiler);
    CodeAccount after = score(program.edit("Settings", "3", "4"), compiler);
    assertEquals(List.of("app.Words.weight(String) changed"), after.changesSince(before));
  }

  @ParameterizedTest
  @EnumSource
  void anInitialiserOfAStaticThatIsReadCounts(Compiler compiler) {
    other(
        PROGRAM.edit("Lexicon", "\"the\"", "\"this\""), compiler, "app.Lexicon.<clinit>() changed");
  }

  @ParameterizedTest
  @EnumSource
  void stringsInAConcatenationCount(Compiler compiler) {
    other(
        PROGRAM.edit("Flow", "\"s\" + total", "\"t\" + total"),
        compiler,
        "app.Flow.score(Passage, Fusion, Mode) changed");
  }

  @ParameterizedTest
  @EnumSource
  void aCaseOfAStringSwitchCounts(Compiler compiler) {
    other(
        PROGRAM.edit("Flow", "case \"b\"", "case \"c\""),
        compiler,
        "app.Flow.score(Passage, Fusion, Mode) changed");
  }

  @ParameterizedTest
  @EnumSource
  void everyImplementationOfASealedInterfaceCounts(Compiler compiler) {
    other(PROGRAM.edit("Rrf", "1 / (k", "2 / (k"), compiler, "app.Rrf.fuse(double) changed");
    other(
        PROGRAM.edit("Linear", "weight * score", "weight + score"),
        compiler,
        "app.Linear.fuse(double) changed");
  }

  @ParameterizedTest
  @EnumSource
  void aFieldMoreInTheResultCounts(Compiler compiler) {
    CodeAccount before = sample(compiler);
    CodeAccount after =
        score(
            PROGRAM
                .edit("Scored", "String label", "String label, int rank")
                .edit("Flow", "\"s\" + total)", "\"s\" + total, 0)"),
            compiler);
    assertNotEquals(before.digest(), after.digest());
    assertTrue(after.changesSince(before).contains("app.Scored (type) changed"));
  }

  @ParameterizedTest
  @EnumSource
  void aFieldMoreInARecordWithinTheResultCounts(Compiler compiler) {
    CodeAccount before = sample(compiler);
    CodeAccount after =
        score(PROGRAM.edit("Passage", "String text", "String text, int rank"), compiler);
    assertNotEquals(before.digest(), after.digest());
  }

  @ParameterizedTest
  @EnumSource
  void theOrderOfAnEnumsConstantsCounts(Compiler compiler) {
    CodeAccount before = sample(compiler);
    CodeAccount after = score(PROGRAM.edit("Mode", "FAST, EXACT", "EXACT, FAST"), compiler);
    assertNotEquals(before.digest(), after.digest());
  }

  @ParameterizedTest
  @EnumSource
  void whichOfTwoMethodsIsCalledCounts(Compiler compiler) {
    Program program =
        PROGRAM.with(
            """
            final class Pair {
              private static int one(int x) { return x + 1; }
              private static int two(int x) { return x + 2; }
              static int both(int x) { return one(x) * 3 + two(x); }
            }
            """);
    program = program.edit("Words", "given / 2", "Pair.both(given)");
    CodeAccount before = score(program, compiler);
    CodeAccount after =
        score(program.edit("Pair", "one(x) * 3 + two(x)", "two(x) * 3 + one(x)"), compiler);
    assertNotEquals(before.digest(), after.digest());
    assertEquals(
        List.of("the same parts are called from other places"), after.changesSince(before));
  }

  @ParameterizedTest
  @EnumSource
  void methodsThatCallEachOtherAreHashedOnce(Compiler compiler) {
    Program program =
        PROGRAM.with(
            """
            final class Parity {
              static boolean even(int x) { return x == 0 || odd(x - 1); }
              static boolean odd(int x) { return x != 0 && even(x - 1); }
            }
            """);
    program = program.edit("Words", "given / 2", "Parity.even(given) ? 1 : 0");
    CodeAccount before = score(program, compiler);
    assertEquals(before.digest(), score(program, compiler).digest());
    CodeAccount after = score(program.edit("Parity", "odd(x - 1)", "odd(x - 3)"), compiler);
    assertEquals(List.of("app.Parity.even(int) changed"), after.changesSince(before));
  }

  @Test
  void anAccountIsMadeOnceForAllThreads() throws Exception {
    Path classes = PROGRAM.compile(folder, Compiler.JAVAC);
    try (URLClassLoader loader = Program.loader(classes)) {
      Class<?> flow = Class.forName("app.Flow", false, loader);
      assertSame(CodeHash.of(flow), CodeHash.of(Class.forName("app.Words", false, loader)));
      Set<CodeAccount> accounts =
          IntStream.range(0, 32)
              .parallel()
              .mapToObj(ignored -> Program.account(loader, "app.Flow", "score"))
              .collect(
                  Collectors.toCollection(
                      () -> Collections.newSetFromMap(new IdentityHashMap<>())));
      assertEquals(1, accounts.size());
    }
  }

  @Test
  void anotherLoaderHasAccountsOfItsOwn() throws Exception {
    Path classes = PROGRAM.compile(folder, Compiler.JAVAC);
    try (URLClassLoader one = Program.loader(classes);
        URLClassLoader two = Program.loader(classes)) {
      CodeAccount first = Program.account(one, "app.Flow", "score");
      CodeAccount second = Program.account(two, "app.Flow", "score");
      assertNotSame(first, second);
      assertEquals(first, second);
    }
  }

  @Test
  void aMethodThatIsNotThereIsToldByName() throws Exception {
    Path classes = PROGRAM.compile(folder, Compiler.JAVAC);
    try (URLClassLoader loader = Program.loader(classes)) {
      CodeHash hash = CodeHash.of(Class.forName("app.Flow", false, loader));
      IllegalArgumentException failure =
          assertThrows(
              IllegalArgumentException.class, () -> hash.ofMethod("app.Flow", "rank", "()V"));
      assertEquals(
          "The class app.Flow has no method rank()V: name one that it declares itself.",
          failure.getMessage());
    }
  }
}
