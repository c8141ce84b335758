package dev.millrace.runtime.cache.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.ref.Reference;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a class loader takes classes from. */
final class RootsTest {
  @TempDir Path folder;

  private static Root root(Path file) throws IOException {
    return Root.of(file.toUri().toURL(), "");
  }

  @Test
  void aManifestsClassPathIsFollowed() throws IOException {
    Path tools = Layout.jar(folder.resolve("tools.jar"), Map.of("a/B.class", "b"));
    Path app =
        Layout.jar(
            folder.resolve("app.jar"),
            Map.of(
                "META-INF/MANIFEST.MF",
                "Manifest-Version: 1.0\nClass-Path: tools.jar missing.jar\n"));
    try (URLClassLoader loader = Program.loader(app)) {
      assertEquals(new Roots(Set.of(root(app), root(tools)), true), Roots.of(loader));
    }
  }

  @Test
  void theClassPathOfTheJvmIsKnown() throws IOException {
    Roots roots = Roots.of(ClassLoader.getSystemClassLoader());
    assertTrue(roots.complete());
    String name = RootsTest.class.getName().replace('.', '/') + ".class";
    URL url = ClassLoader.getSystemClassLoader().getResource(name);
    assertTrue(roots.all().contains(Root.of(url, name)), roots::toString);
  }

  @Test
  void aFoldersContentIsItsFiles() throws IOException {
    Path one = Files.createDirectories(folder.resolve("one/app"));
    Path two = Files.createDirectories(folder.resolve("two/app"));
    Files.writeString(one.resolve("A.class"), "a");
    Files.writeString(two.resolve("A.class"), "a");
    Root first = root(one.getParent());
    Root second = root(two.getParent());
    assertEquals(Root.Kind.FOLDER, first.kind());
    assertEquals(Roots.content(first), Roots.content(second));
    Files.writeString(two.resolve("A.class"), "b");
    assertNotEquals(Roots.content(first), Roots.content(second));
  }

  @Test
  void aPartOfTheRunTimeImageHasContent() throws IOException {
    Root module = new Root(Root.Kind.MODULE, "java.logging", "");
    assertEquals(64, Roots.content(module).length());
  }

  /** A loader that finds, and tells nobody where. */
  private static final class Silent extends ClassLoader {
    private final ClassLoader from;

    Silent(ClassLoader from) {
      super(ClassLoader.getPlatformClassLoader());
      this.from = from;
    }

    @Override
    public URL getResource(String name) {
      return from.getResource(name);
    }
  }

  @Test
  void reflectionCannotBeReadWhereALoaderDoesNotTellItsRoots() throws IOException {
    Path classes =
        Program.of(
                "public final class Flow { public static Object node(String s) throws Exception { return Class.forName(s); } }")
            .compile(folder, Compiler.JAVAC);
    try (URLClassLoader from = Program.loader(classes)) {
      Silent silent = new Silent(from);
      assertFalse(Roots.of(silent).complete());
      CodeAccount account =
          new CodeHash(new ClassFiles(silent, Instant.MAX), root(classes))
              .ofMethod("app.Flow", "node", "(Ljava/lang/String;)Ljava/lang/Object;");
      Reference.reachabilityFence(silent);
      assertEquals(
          List.of(
              "all application code, for app.Flow.node(String) uses Class.forName,"
                  + " and a class loader does not tell where its classes lie"),
          account.unreadable());
    }
  }
}
