package dev.millrace.runtime.cache.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is application code and what a library, in each way to lay them out. */
final class ScopeTest {
  private static final Program HELPER =
      Program.of(
          "public final class Helper { public static int of(int x) { return x + 1; } public static int never() { return 5; } }");
  private static final Program FLOW =
      Program.of(
          "public final class Flow { public static int node(int x) { return Helper.of(x); } }");
  private static final String CHANGED = "app.Helper.of(int) changed";

  @TempDir Path folder;

  private Path helper(String... edit) {
    Program program = edit.length == 0 ? HELPER : HELPER.edit("Helper", edit[0], edit[1]);
    return program.compile(folder, Compiler.JAVAC);
  }

  private Path flow() {
    return FLOW.compile(folder, Compiler.JAVAC, List.of(helper()));
  }

  private Path jar(String name, Path classes, String... entries) {
    Map<String, byte[]> all = new LinkedHashMap<>();
    Layout.entries(entries)
        .forEach((entry, text) -> all.put(entry, text.getBytes(StandardCharsets.UTF_8)));
    all.putAll(Layout.files("", classes));
    try {
      return Layout.pack(Files.createTempDirectory(folder, "jars").resolve(name), all);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static String[] pom(String group, String artifact, String version) {
    return new String[] {
      "META-INF/maven/" + group + "/" + artifact + "/pom.properties",
      "groupId=%s\nartifactId=%s\nversion=%s\n".formatted(group, artifact, version)
    };
  }

  private static List<String> changes(CodeAccount before, CodeAccount after) {
    assertTrue(before.readable(), before.unreadable()::toString);
    assertTrue(after.readable(), after.unreadable()::toString);
    assertEquals(before.digest().equals(after.digest()), after.changesSince(before).isEmpty());
    return after.changesSince(before);
  }

  @Test
  void theClassFoldersOfSeveralModulesAreApplicationCode() {
    Path flow = flow();
    CodeAccount before = Program.account("node", flow, helper());
    assertEquals(
        List.of(CHANGED), changes(before, Program.account("node", flow, helper("x + 1", "x + 2"))));
    assertEquals(
        List.of(), changes(before, Program.account("node", flow, helper("return 5", "return 6"))));
  }

  @Test
  void theJarInWhichTheNodeLiesIsApplicationCodeWhateverItIsCalled() {
    CodeAccount before = Program.account("node", shaded("x + 1"));
    assertEquals(List.of(CHANGED), changes(before, Program.account("node", shaded("x + 2"))));
    assertEquals(List.of("JDK"), List.copyOf(before.libraries().keySet()));
  }

  /** One jar of all, the application's and another's, with the names of both. */
  private Path shaded(String body) {
    Map<String, byte[]> all = new LinkedHashMap<>();
    for (String each : List.of("one", "two")) {
      String[] pom = pom("org." + each, each, "1.0");
      all.put(pom[0], pom[1].getBytes(StandardCharsets.UTF_8));
    }
    all.putAll(Layout.files("", flow()));
    all.putAll(Layout.files("", body.equals("x + 1") ? helper() : helper("x + 1", body)));
    try {
      return Layout.pack(Files.createTempDirectory(folder, "shaded").resolve("all-1.0.jar"), all);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Test
  void jarsOfTheSameMavenGroupAreApplicationCode() {
    Path flow = jar("flow.jar", flow(), pom("org.app", "flow", "1.0"));
    Path helper = jar("helper.jar", helper(), pom("org.app", "helper", "1.0"));
    CodeAccount before = Program.account("node", flow, helper);
    assertEquals(List.of("JDK"), List.copyOf(before.libraries().keySet()));
    Path later = jar("helper.jar", helper("return 5", "return 6"), pom("org.app", "helper", "1.1"));
    assertEquals(List.of(), changes(before, Program.account("node", flow, later)));
  }

  @Test
  void aLibraryIsNamedAndNotRead() {
    Path flow = flow();
    Path jar = jar("helper-1.0.jar", helper(), pom("org.tools", "helper", "1.0"));
    CodeAccount before = Program.account("node", flow, jar);
    assertEquals(Set.of("JDK", "org.tools:helper"), before.libraries().keySet());
    assertEquals(Set.of("app.Flow.node(int)"), before.parts().keySet());
    Path elsewhere = jar("renamed.jar", helper(), pom("org.tools", "helper", "1.0"));
    assertEquals(List.of(), changes(before, Program.account("node", flow, elsewhere)));
  }

  @Test
  void aNodeOfALibraryIsItsArtifact() throws Exception {
    Path anchor = Program.of("public interface Search {}").compile(folder, Compiler.JAVAC);
    CodeAccount before = ofLibrary(anchor, jar("h.jar", helper(), pom("org.t", "helper", "1.0")));
    CodeAccount after = ofLibrary(anchor, jar("h.jar", helper(), pom("org.t", "helper", "1.1")));
    assertEquals(Map.of(), before.parts());
    assertEquals(Set.of("JDK", "org.t:helper"), before.libraries().keySet());
    assertEquals(1, changes(before, after).size());
  }

  private static CodeAccount ofLibrary(Path anchor, Path library) throws Exception {
    try (URLClassLoader loader = Program.loader(anchor, library)) {
      return CodeHash.of(Class.forName("app.Search", false, loader))
          .ofMethod("app.Helper", "of", "(I)I");
    }
  }

  @Test
  void anotherVersionOfALibraryCounts() {
    Path flow = flow();
    CodeAccount before =
        Program.account("node", flow, jar("h.jar", helper(), pom("org.tools", "helper", "1.0")));
    CodeAccount after =
        Program.account("node", flow, jar("h.jar", helper(), pom("org.tools", "helper", "1.1")));
    List<String> changes = changes(before, after);
    assertEquals(1, changes.size());
    assertTrue(
        changes.get(0).matches("org.tools:helper is 1.1 \\(.{8}\\), was 1.0 \\(.{8}\\)"),
        changes.get(0));
  }

  @Test
  void aReleaseThatWasBuiltAgainUnderItsVersionCounts() {
    Path flow = flow();
    CodeAccount before = Program.account("node", flow, jar("helper-1.0.jar", helper()));
    CodeAccount after =
        Program.account("node", flow, jar("helper-1.0.jar", helper("x + 1", "x + 2")));
    assertNotEquals(before.digest(), after.digest());
  }

  @Test
  void aLibraryThatALibraryMayCallCounts() {
    Path flow = flow();
    Path helper = jar("helper-1.0.jar", helper());
    Path other = Program.of("class Deep {}").compile(folder, Compiler.JAVAC);
    CodeAccount before = Program.account("node", flow, helper, jar("deep-1.0.jar", other));
    CodeAccount after = Program.account("node", flow, helper, jar("deep-1.1.jar", other));
    assertNotEquals(before.digest(), after.digest());
  }

  /** A library may look into what it is given, as those for JSON do. */
  @Test
  void allOfAClassCountsWhoseObjectsALibraryMayBeGiven() {
    Program writer =
        Program.of("public final class Writer { public static int write(Object o) { return 0; } }");
    Path library = jar("writer-1.0.jar", writer.compile(folder, Compiler.JAVAC));
    Program flow =
        Program.of(
            "public final class Flow { public static int node(int x) { return Writer.write(new Word(x)); } }",
            "public record Word(int x) { public int getTwice() { return x * 2; } }");
    CodeAccount before = given(flow, library);
    assertEquals(
        List.of("app.Word.getTwice() changed"),
        changes(before, given(flow.edit("Word", "x * 2", "x + x"), library)));
    assertEquals(
        List.of("app.Word (whole) changed"),
        changes(
            before,
            given(flow.edit("Word", "public int get", "@Deprecated public int get"), library)));
  }

  private CodeAccount given(Program flow, Path library) {
    return Program.account("node", flow.compile(folder, Compiler.JAVAC, List.of(library)), library);
  }

  @Test
  void librariesThatNobodyCallsDoNotCount() {
    Path flow = flow();
    Path helper = helper();
    Path other = Program.of("class Deep {}").compile(folder, Compiler.JAVAC);
    CodeAccount before = Program.account("node", flow, helper, jar("deep-1.0.jar", other));
    CodeAccount after = Program.account("node", flow, helper, jar("deep-1.1.jar", other));
    assertEquals(List.of(), changes(before, after));
  }

  @Test
  void theRightVersionOfAClassInAJarForSeveralReleasesIsRead() {
    CodeAccount before = Program.account("node", multiRelease("x + 2"));
    CodeAccount after = Program.account("node", multiRelease("x + 3"));
    assertEquals(List.of(CHANGED), changes(before, after));
  }

  private Path multiRelease(String later) {
    Map<String, byte[]> all = new LinkedHashMap<>();
    all.put(
        "META-INF/MANIFEST.MF",
        "Manifest-Version: 1.0\nMulti-Release: true\n".getBytes(StandardCharsets.UTF_8));
    all.putAll(Layout.files("", flow()));
    all.putAll(Layout.files("", helper()));
    all.putAll(Layout.files("META-INF/versions/17/", helper("x + 1", later)));
    try {
      return Layout.pack(Files.createTempDirectory(folder, "multi").resolve("app.jar"), all);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Test
  void theClassesOfABootJarAreApplicationCodeAndItsJarsAreLibraries() throws Exception {
    Program rank =
        Program.of("public final class Rank { public static int of(int x) { return x; } }");
    Path ranks = rank.compile(folder, Compiler.JAVAC);
    Path flow =
        FLOW.edit("Flow", "Helper.of(x)", "Helper.of(x) + Rank.of(x)")
            .compile(folder, Compiler.JAVAC, List.of(helper(), ranks));
    CodeAccount before = boot(flow, helper(), ranks, "1.0");
    assertEquals(Set.of("JDK", "rank"), before.libraries().keySet());
    assertEquals(Set.of("app.Flow.node(int)", "app.Helper.of(int)"), before.parts().keySet());
    assertEquals(
        List.of(CHANGED), changes(before, boot(flow, helper("x + 1", "x + 2"), ranks, "1.0")));
    assertEquals(
        List.of(), changes(before, boot(flow, helper("return 5", "return 6"), ranks, "1.0")));
    assertEquals(1, changes(before, boot(flow, helper(), ranks, "1.1")).size());
    Path other = rank.edit("Rank", "return x", "return -x").compile(folder, Compiler.JAVAC);
    assertEquals(1, changes(before, boot(flow, helper(), other, "1.0")).size());
  }

  private CodeAccount boot(Path flow, Path helper, Path ranks, String version) throws Exception {
    Map<String, byte[]> all = new LinkedHashMap<>();
    String lib = "BOOT-INF/lib/rank-" + version + ".jar";
    all.putAll(Layout.files("BOOT-INF/classes/", flow));
    all.putAll(Layout.files("BOOT-INF/classes/", helper));
    all.put(lib, Layout.packed(Layout.files("", ranks)));
    Path jar = Layout.pack(Files.createTempDirectory(folder, "boot").resolve("app.jar"), all);
    Map<String, Path> roots = new LinkedHashMap<>();
    String outer = "jar:nested:" + jar.toUri().getPath() + "/!";
    roots.put(outer + "BOOT-INF/classes/!/", flow);
    roots.put(outer + "BOOT-INF/classes/!/#", helper);
    roots.put(outer + lib + "!/", ranks);
    return Program.account(new BootLoader(roots), "app.Flow", "node");
  }

  /** Gives addresses as Spring Boot's loader does, and the bytes from where they were before. */
  private static final class BootLoader extends URLClassLoader {
    private final Map<String, Path> roots;

    BootLoader(Map<String, Path> roots) throws IOException {
      super(urls(roots), ClassLoader.getPlatformClassLoader());
      this.roots = roots;
    }

    private static URL[] urls(Map<String, Path> roots) throws IOException {
      URL[] urls = new URL[roots.size()];
      int next = 0;
      for (Map.Entry<String, Path> each : roots.entrySet()) {
        urls[next++] = url(each.getKey().replace("#", ""), each.getValue());
      }
      return urls;
    }

    private static URL url(String address, Path file) throws IOException {
      return new URL(
          null,
          address,
          new URLStreamHandler() {
            @Override
            protected URLConnection openConnection(URL url) {
              return new URLConnection(url) {
                @Override
                public void connect() {}

                @Override
                public InputStream getInputStream() throws IOException {
                  return new ByteArrayInputStream(Files.readAllBytes(file));
                }
              };
            }
          });
    }

    @Override
    public URL getResource(String name) {
      for (Map.Entry<String, Path> each : roots.entrySet()) {
        Path file = each.getValue().resolve(name);
        if (Files.exists(file)) {
          try {
            return url(each.getKey().replace("#", "") + name, file);
          } catch (IOException broken) {
            throw new UncheckedIOException(broken);
          }
        }
      }
      return super.getResource(name);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      for (Path each : roots.values()) {
        Path file = each.resolve(name.replace('.', '/') + ".class");
        if (Files.exists(file)) {
          try {
            byte[] bytes = Files.readAllBytes(file);
            return defineClass(name, bytes, 0, bytes.length);
          } catch (IOException broken) {
            throw new ClassNotFoundException(name, broken);
          }
        }
      }
      throw new ClassNotFoundException(name);
    }
  }

  @Test
  void aClassThatWasCompiledAnewWhileItRunsCannotBeRead() {
    ClassFiles files = new ClassFiles(ScopeTest.class.getClassLoader(), Instant.EPOCH);
    String name = ScopeTest.class.getName().replace('.', '/');
    assertEquals(
        new ClassFiles.Found.Fault(
            ScopeTest.class.getName()
                + " was compiled anew while this JVM runs: what runs is older"),
        files.file(name));
  }

  @Test
  void millracesOwnClassesAreALibraryAlsoInAFolder() throws IOException {
    ClassFiles files = new ClassFiles(ScopeTest.class.getClassLoader(), Instant.MAX);
    Root tests = files.root(ScopeTest.class.getName().replace('.', '/'));
    Scope scope = new Scope(files, tests);
    String own = CodeHash.class.getName().replace('.', '/');
    assertEquals(false, scope.isApplication(own));
    scope.use(own);
    assertEquals(Set.of("millrace-runtime"), scope.libraries().keySet());
  }
}
