package dev.millrace.runtime.cache.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a method reaches through objects, and what becomes of what cannot be followed. */
final class ClosureTest {
  @TempDir Path folder;

  private CodeAccount node(Program program, Compiler compiler) {
    return Program.account("node", program.compile(folder, compiler));
  }

  private void counts(Program program, String file, String from, String to, Compiler compiler) {
    assertNotEquals(
        node(program, compiler).digest(), node(program.edit(file, from, to), compiler).digest());
  }

  private void countsNot(Program program, String file, String from, String to, Compiler compiler) {
    CodeAccount before = node(program, compiler);
    CodeAccount after = node(program.edit(file, from, to), compiler);
    assertEquals(List.of(), after.changesSince(before));
  }

  private static String flow(String type, String body) {
    return "public final class Flow { public static %s { %s } }".formatted(type, body);
  }

  @ParameterizedTest
  @EnumSource
  void whatAnInstanceOverridesCountsWithoutACall(Compiler compiler) {
    Program program =
        Program.of(
            flow("Shape node(int x)", "return new Circle(x);"),
            "public interface Shape { double area(); }",
            """
            final class Circle implements Shape {
              private final int radius;
              Circle(int radius) { this.radius = radius; }
              public double area() { return radius * 3.14; }
              double around() { return radius * 6.28; }
              @Override public String toString() { return "circle " + radius; }
            }
            """);
    counts(program, "Circle", "3.14", "3.1416", compiler);
    counts(program, "Circle", "circle ", "disc ", compiler);
    countsNot(program, "Circle", "6.28", "6.2832", compiler);
  }

  @ParameterizedTest
  @EnumSource
  void whatAnInheritedMethodOverridesCounts(Compiler compiler) {
    Program program =
        Program.of(
            flow("Shape node(int x)", "return new Circle();"),
            "public interface Shape { double area(); }",
            "class Base { public double area() { return 1; } public double other() { return 5; } }",
            "final class Circle extends Base implements Shape {}");
    counts(program, "Base", "return 1", "return 2", compiler);
    countsNot(program, "Base", "return 5", "return 6", compiler);
  }

  @ParameterizedTest
  @EnumSource
  void anOverrideThatIsAddedCounts(Compiler compiler) {
    Program program =
        Program.of(
            flow("int node(int x)", "return new Circle().area(x);"),
            "class Base { int area(int x) { return x; } }",
            "final class Circle extends Base {}");
    counts(program, "Circle", "{}", "{ int area(int x) { return x; } }", compiler);
  }

  @ParameterizedTest
  @EnumSource
  void whatALibrarysInterfaceMayCallCounts(Compiler compiler) {
    Program program =
        Program.of(
            flow(
                "java.util.List<Word> node(java.util.List<Word> words)",
                "return words.stream().sorted().toList();"),
            """
            public record Word(String text) implements Comparable<Word> {
              public int compareTo(Word other) { return text.compareTo(other.text); }
            }
            """);
    counts(program, "Word", "return text", "return -text", compiler);
  }

  @ParameterizedTest
  @EnumSource
  void aDefaultMethodCounts(Compiler compiler) {
    Program program =
        Program.of(
            flow("int node(Step step)", "return step.twice(2);"),
            "public interface Step { int once(int x); default int twice(int x) { return once(once(x)); } }");
    counts(program, "Step", "once(once(x))", "once(x)", compiler);
    assertEquals(List.of("app.Step"), List.copyOf(node(program, compiler).open()));
  }

  @ParameterizedTest
  @EnumSource
  void theClassOfAGivenObjectIsAskedForItself(Compiler compiler) throws Exception {
    Program program =
        Program.of(
            "public interface Step { int once(int x); }",
            "public final class More implements Step { public int once(int x) { return x + 1; } }");
    Path one = program.compile(folder, compiler);
    Path two = program.edit("More", "x + 1", "x + 2").compile(folder, compiler);
    try (URLClassLoader first = Program.loader(one);
        URLClassLoader second = Program.loader(two)) {
      CodeAccount before = ofClass(first, "app.More");
      assertTrue(before.readable());
      assertEquals(
          List.of("app.More.once(int) changed"), ofClass(second, "app.More").changesSince(before));
    }
  }

  private static CodeAccount ofClass(ClassLoader loader, String name) throws Exception {
    Class<?> type = Class.forName(name, false, loader);
    return CodeHash.of(type).ofClass(type);
  }

  @ParameterizedTest
  @EnumSource
  void whatAGivenEnumsConstantsAreCounts(Compiler compiler) {
    Program program =
        Program.of(
            flow("double node(Mode mode)", "return mode.weight;"),
            "public enum Mode { FAST(0.5), EXACT(1); final double weight; Mode(double weight) { this.weight = weight; } }");
    counts(program, "Mode", "0.5", "0.6", compiler);
  }

  @ParameterizedTest
  @EnumSource
  void theBodyOfAnEnumsConstantCounts(Compiler compiler) {
    Program program =
        Program.of(
            flow("int node(Mode mode)", "return mode.of(3);"),
            "public enum Mode { ONE { int of(int x) { return x + 1; } }, TWO { int of(int x) { return x + 2; } }; abstract int of(int x); }");
    counts(program, "Mode", "x + 2", "x + 4", compiler);
  }

  @ParameterizedTest
  @EnumSource
  void aBridgeLeadsToWhatItBridges(Compiler compiler) {
    Program program =
        Program.of(
            flow("Object node(String text)", "return ((Source<String>) new Texts()).of(text);"),
            "interface Source<T> { T of(T given); }",
            "final class Texts implements Source<String> { public String of(String given) { return given + 1; } }");
    counts(program, "Texts", "given + 1", "given + 2", compiler);
  }

  @ParameterizedTest
  @EnumSource
  void privateMembersOfNestedClassesCount(Compiler compiler) {
    Program program =
        Program.of(
            "public final class Flow { public static int node(int x) { return new In().of(x); } private static final class In { private int of(int x) { return x + 1; } private int never(int x) { return x + 3; } } }");
    counts(program, "Flow", "x + 1", "x + 2", compiler);
    countsNot(program, "Flow", "x + 3", "x + 4", compiler);
  }

  @ParameterizedTest
  @EnumSource
  void theNameOfALocalRecordCountsAndItsNumberDoesNot(Compiler compiler) {
    Program program =
        Program.of(
            """
            public final class Flow {
              // before
              public static String node(int x) {
                record Pair(int x) {}
                return "" + new Pair(x);
              }
            }
            """);
    counts(program, "Flow", "Pair", "Couple", compiler);
    countsNot(
        program,
        "Flow",
        "// before",
        "static Object before() { record Pair(long y) {} return new Pair(1); }",
        compiler);
  }

  @ParameterizedTest
  @EnumSource
  void theNameOfARecordCounts(Compiler compiler) {
    Program program =
        Program.of(
            flow("String node(int x)", "return \"\" + new In(x);")
                .replaceFirst("}$", "private record In(int x) {} }"));
    counts(program, "Flow", "In(", "Out(", compiler);
  }

  @ParameterizedTest
  @EnumSource
  void aSwitchOverTypesIsRead(Compiler compiler) {
    Program program =
        Program.of(
            flow(
                "int node(Object x)",
                "if (x instanceof Left left) { return left.value(); } return 0;"),
            "public record Left(int value) {}",
            "public record Right(int value) {}");
    counts(program, "Flow", "instanceof Left left", "instanceof Right left", compiler);
  }

  @ParameterizedTest
  @EnumSource
  void aClassThatIsHandedOutCountsAsAWhole(Compiler compiler) {
    Program program =
        Program.of(
            flow("Object node(String text)", "return Flow.read(text, Word.class);")
                .replaceFirst("}$", "static Object read(String t, Class<?> c) { return c; } }"),
            "public record Word(String text, Part part) {}",
            "public record Part(int x) { public Part { x = x + 1; } @Deprecated public int more() { return 1; } }");
    counts(program, "Part", "x + 1", "x + 2", compiler);
    counts(program, "Part", "@Deprecated", "", compiler);
  }

  @ParameterizedTest
  @EnumSource
  void aClassOfWhichOnlyTheNameIsAskedDoesNot(Compiler compiler) {
    Program program =
        Program.of(
            flow("Object node(String text)", "return Word.class.getName();"),
            "public record Word(String text) { int more() { return 1; } }");
    countsNot(program, "Word", "return 1", "return 2", compiler);
  }

  @ParameterizedTest
  @EnumSource
  void assertionsDoNotReadTheInitialiser(Compiler compiler) {
    Program program =
        Program.of(
            flow("int node(int x)", "assert x > 0; return x;")
                .replaceFirst("}$", "static final String NAME = System.getProperty(\"a\"); }"));
    countsNot(program, "Flow", "\"a\"", "\"b\"", compiler);
    counts(program, "Flow", "x > 0", "x > 1", compiler);
  }

  @ParameterizedTest
  @EnumSource
  void reflectionBringsAllApplicationCode(Compiler compiler) {
    Program program =
        Program.of(
            flow(
                "Object node(String text) throws Exception",
                "return Class.forName(text).getName();"),
            "final class Far { int x() { return 1; } }");
    counts(program, "Far", "return 1", "return 2", compiler);
    CodeAccount account = node(program, compiler);
    assertTrue(account.readable());
    assertTrue(
        account
            .parts()
            .containsKey("all application code, for app.Flow.node(String) uses Class.forName"),
        account.parts()::toString);
  }

  @ParameterizedTest
  @EnumSource
  void methodHandlesThatAreLookedUpBringAllApplicationCode(Compiler compiler) {
    Program program =
        Program.of(
            flow(
                "Object node(String text) throws Exception",
                "return java.lang.invoke.MethodHandles.lookup().findVirtual(String.class, text, java.lang.invoke.MethodType.methodType(int.class));"),
            "final class Far { int x() { return 1; } }");
    counts(program, "Far", "return 1", "return 2", compiler);
  }

  @ParameterizedTest
  @EnumSource
  void nativeMethodsCannotBeRead(Compiler compiler) {
    CodeAccount account =
        node(
            Program.of(
                flow("int node(int x)", "return far(x);")
                    .replaceFirst("}$", "static native int far(int x); }")),
            compiler);
    assertEquals(
        List.of("app.Flow.far(int) uses a native method, which runs code of no class file"),
        account.unreadable());
    assertFalse(account.readable());
  }

  @ParameterizedTest
  @EnumSource
  void codeFromElsewhereCannotBeRead(Compiler compiler) {
    CodeAccount account =
        node(
            Program.of(
                flow("Object node(int x)", "return new Loader();"),
                "final class Loader extends ClassLoader {}"),
            compiler);
    assertFalse(account.readable());
  }

  @ParameterizedTest
  @EnumSource
  void aMissingClassCannotBeRead(Compiler compiler) throws IOException {
    Path classes =
        Program.of(
                flow("int node(int x)", "return Helper.of(x);"),
                "final class Helper { static int of(int x) { return x; } }")
            .compile(folder, compiler);
    Files.delete(classes.resolve("app/Helper.class"));
    assertEquals(
        List.of("app.Helper has no class file: it was made at run time, or is missing"),
        Program.account("node", classes).unreadable());
  }

  @Test
  void aHiddenClassCannotBeRead() {
    Runnable lambda = () -> {};
    assertFalse(CodeHash.of(ClosureTest.class).ofClass(lambda.getClass()).readable());
  }

  @Test
  void aClassFileOfALaterReleaseCannotBeRead() throws IOException {
    Path classes =
        Program.of(
                flow("int node(int x)", "return Helper.of(x);"),
                "final class Helper { static int of(int x) { return x; } }")
            .compile(folder, Compiler.JAVAC);
    Path helper = classes.resolve("app/Helper.class");
    byte[] bytes = Files.readAllBytes(helper);
    bytes[7] = (byte) 200;
    Files.write(helper, bytes);
    List<String> unreadable = Program.account("node", classes).unreadable();
    assertEquals(1, unreadable.size());
    assertTrue(unreadable.get(0).contains("take a newer org.ow2.asm"), unreadable::toString);
  }

  @ParameterizedTest
  @EnumSource
  void aFileBesideTheClassesCounts(Compiler compiler) throws IOException {
    Path classes =
        Program.of(
                flow(
                    "Object node(int x) throws Exception",
                    "return Flow.class.getResourceAsStream(\"words.txt\").readAllBytes();"))
            .compile(folder, compiler);
    Files.writeString(classes.resolve("app/words.txt"), "the");
    CodeAccount before = Program.account("node", classes);
    Files.writeString(classes.resolve("app/words.txt"), "a");
    CodeAccount after = Program.account("node", classes);
    assertTrue(after.readable());
    assertEquals(List.of("app/words.txt changed"), after.changesSince(before));
  }
}
