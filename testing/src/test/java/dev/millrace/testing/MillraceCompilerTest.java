package dev.millrace.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MillraceCompilerTest {
  private static final String NODES =
      """
      package shop;

      import dev.millrace.Node;

      final class Nodes {
        @Node
        static long length(String text) {
          return text.length();
        }

        @Node
        static boolean isLong(int length) {
          return length > 9;
        }
      }
      """;
  private static final String SHOP =
      """
      package shop;

      import dev.millrace.Pipeline;

      @Pipeline(Nodes.class)
      interface Shop {}
      """;

  /** {@code length} is read as what it is. */
  private static MillraceCompiler sound() {
    return MillraceCompiler.javac()
        .withSource("shop.Nodes", NODES.replace("int length", "long length"))
        .withSource("shop.Shop", SHOP);
  }

  private static MillraceCompiler wrong() {
    return sound().withSource("shop.Nodes", NODES);
  }

  @Test
  void compilesWhatIsSound() {
    try (Compilation compilation = sound().withOption("-Xlint:all", "-Werror").compile()) {
      compilation
          .assertSucceededWithoutWarnings()
          .assertGenerated("shop.ShopPipeline")
          .contains("final class ShopPipeline")
          .contains("isLong");
      assertTrue(compilation.succeeded());
      assertEquals(List.of(), compilation.errors());
      assertEquals(List.of(), compilation.warnings());
    }
  }

  @Test
  void findsAnErrorByItsCodeAndPlace() {
    try (Compilation compilation = wrong().compile()) {
      compilation
          .assertError("TypeMismatch")
          .in("Nodes")
          .in("shop.Nodes")
          .atLine(12)
          .containing("reads \"length\" as int");
      assertFalse(compilation.succeeded());
      Finding found = compilation.errors().get(0);
      assertEquals(new Finding("TypeMismatch", found.message(), "shop.Nodes", 12, 29), found);
      assertFalse(found.message().contains("["), found.message());
    }
  }

  @Test
  void showsEverythingWhereAnErrorIsNotFound() {
    try (Compilation compilation = wrong().compile()) {
      Findings errors = compilation.assertError("TypeMismatch").in("Nodes");
      AssertionError failure = assertThrows(AssertionError.class, () -> errors.atLine(6));
      assertEquals(
          """
          there is no error [TypeMismatch] in Nodes at line 6
            errors:
              shop.Nodes:12:29: [TypeMismatch] Nodes#isLong(int) reads "length" as int, but \
          Nodes#length(String) gives long
            warnings: none
          """,
          failure.getMessage());
      assertThrows(AssertionError.class, () -> errors.in("odes"));
      assertThrows(AssertionError.class, () -> errors.containing("as long,"));
      assertThrows(AssertionError.class, () -> compilation.assertError("Cycle"));
      assertThrows(AssertionError.class, () -> compilation.assertWarning("TypeMismatch"));
      assertThrows(AssertionError.class, compilation::assertSucceeded);
      assertThrows(AssertionError.class, compilation::load);
    }
  }

  @Test
  void tellsTheCompilersOwnFindingsFromMillraces() {
    MillraceCompiler compiler =
        sound()
            .withOption("-Xlint:rawtypes")
            .withSource(
                "shop.Raw", "package shop; class Raw { java.util.List list; int n = \"\"; }");
    try (Compilation compilation = compiler.compile()) {
      compilation.assertError("").in("Raw").atLine(1).containing("incompatible types");
      compilation.assertWarning("").in("Raw").containing("raw type");
      assertThrows(AssertionError.class, compilation::assertSucceededWithoutWarnings);
    }
  }

  @Test
  void countsAWarningAsNoSuccessWithoutWarnings() {
    MillraceCompiler compiler =
        sound()
            .withOption("-Xlint:rawtypes")
            .withSource("shop.Raw", "package shop; class Raw { java.util.List list; }");
    try (Compilation compilation = compiler.compile()) {
      compilation.assertSucceeded();
      assertThrows(AssertionError.class, compilation::assertSucceededWithoutWarnings);
    }
  }

  @Test
  void showsTheFirstLineOfASourceThatDiffers() {
    try (Compilation compilation = sound().compile()) {
      String text = compilation.generatedSource("shop.ShopPipeline");
      GeneratedSource source = compilation.assertGenerated("shop.ShopPipeline").isEqualTo(text);
      String second = text.split("\n")[1];
      AssertionError failure =
          assertThrows(
              AssertionError.class,
              () -> source.isEqualTo(text.replaceFirst("\n" + second, "\npackage stop;")));
      assertEquals(
          "shop.ShopPipeline differs at line 2\n  expected: package stop;\n  was:      " + second,
          failure.getMessage());
      assertTrue(
          assertThrows(AssertionError.class, () -> source.isEqualTo(text + "\n"))
              .getMessage()
              .contains("was:      (no such line)"));
      assertThrows(AssertionError.class, () -> source.contains("no such text"));
      String message =
          assertThrows(AssertionError.class, () -> compilation.assertGenerated("shop.Shop"))
              .getMessage();
      assertTrue(
          message.contains("what was: shop.Nodes_NodeIndex, shop.ShopPipeline, shop.Shop_"),
          message);
    }
  }

  @Test
  void loadsWhatWasCompiledBesideTheTestsOwnClasses() throws Exception {
    String main =
        """
        package shop;

        public final class Main implements java.util.function.Supplier<Boolean> {
          @Override
          public Boolean get() {
            try (var pipeline = ShopPipeline.builder().build()) {
              return pipeline.isLong(ShopPipeline.inputs().text("a long, long way"));
            }
          }
        }
        """;
    try (Compilation compilation = sound().withSource("shop.Main", main).compile()) {
      ClassLoader loader = compilation.assertSucceeded().load();
      Supplier<?> supplier =
          (Supplier<?>) loader.loadClass("shop.Main").getConstructor().newInstance();
      assertEquals(true, supplier.get());
      assertSame(Node.class, loader.loadClass(Node.class.getName()));
    }
  }

  @Test
  void deletesItsFolderAndKeepsWhatWasSaid() throws Exception {
    Compilation compilation = sound().compile();
    Path classes =
        Path.of(compilation.load().getResource("shop/Shop.class").toURI()).getParent().getParent();
    assertTrue(Files.exists(classes));
    compilation.close();
    compilation.close();
    assertFalse(Files.exists(classes.getParent()));
    compilation.assertSucceeded().assertGenerated("shop.ShopPipeline");
    assertThrows(IllegalStateException.class, compilation::load);
  }

  @Test
  void readsAFolderOfSources(@TempDir Path folder) throws IOException {
    Files.createDirectories(folder.resolve("shop"));
    Files.writeString(folder.resolve("shop/Nodes.java"), NODES);
    Files.writeString(folder.resolve("shop/Shop.java"), SHOP);
    Files.writeString(folder.resolve("module-info.java"), "module shop {}");
    try (Compilation compilation = MillraceCompiler.javac().withSources(folder).compile()) {
      compilation.assertError("TypeMismatch").in("shop.Nodes").atLine(12);
    }
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertThrows(IllegalArgumentException.class, () -> MillraceCompiler.javac().withSources(empty));
  }

  @Test
  void compilesAgainstTheClassPathThatItIsGiven(@TempDir Path folder) throws IOException {
    try (Compilation without = sound().withClassPath(folder).compile()) {
      without.assertError("").containing("package dev.millrace does not exist");
    }
    MillraceCompiler library =
        MillraceCompiler.javac().withSource("lib.Word", "package lib; public class Word {}");
    try (Compilation compiled = library.compile()) {
      Path classes = folder.resolve("lib/Word.class");
      Files.createDirectories(classes.getParent());
      try (var bytes = compiled.load().getResourceAsStream("lib/Word.class")) {
        Files.copy(bytes, classes);
      }
    }
    MillraceCompiler user =
        sound().withSource("shop.Use", "package shop; class Use { lib.Word w; }");
    try (Compilation without = user.compile();
        Compilation with = user.withMoreClassPath(folder).compile()) {
      without.assertError("").in("Use").containing("package lib does not exist");
      with.assertSucceededWithoutWarnings();
      assertEquals("lib.Word", name(with.load()));
    }
  }

  private static String name(ClassLoader loader) {
    try {
      return loader.loadClass("lib.Word").getName();
    } catch (ClassNotFoundException missing) {
      throw new AssertionError(missing);
    }
  }

  @Test
  void refusesWhatItCannotDo() {
    MillraceCompiler compiler = MillraceCompiler.javac();
    assertThrows(IllegalStateException.class, compiler::compile);
    assertThrows(IllegalArgumentException.class, () -> compiler.withOption("-d", "out"));
  }
}
