package dev.millrace.processor.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.millrace.processor.testing.Build;
import dev.millrace.processor.testing.CompilerUnderTest;
import dev.millrace.processor.testing.Program;
import dev.millrace.processor.testing.Report;
import dev.millrace.runtime.Cache;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What other frameworks were seen to answer wrongly from their caches, or not at all. Each fault is
 * a test here, or in the class that is named.
 *
 * <table>
 * <caption>Who has which fault, and what tries it here</caption>
 * <tr><th>peer</th><th>fault</th><th>test</th></tr>
 * <tr><td>HyperNodes</td><td>1 and "1", True and "True" are one</td>
 *     <td>{@link #aNumberIsNotItsText}</td></tr>
 * <tr><td></td><td>None and "None" are one; a result None is never kept</td>
 *     <td>{@link #nullIsAValueAndNoText}</td></tr>
 * <tr><td></td><td>[], {} and "" are one</td><td>{@link #nothingsOfDifferentTypesDiffer}</td></tr>
 * <tr><td></td><td>(1, 2) and [1, 2] are one</td><td>{@link #aPairIsNoList}</td></tr>
 * <tr><td></td><td>{1: x} and {"1": x} are one</td><td>{@link #keysOfMapsHaveTypes}</td></tr>
 * <tr><td></td><td>private state with weights does not count</td>
 *     <td>{@link #privateStateHasNoKeyAndIsTold}</td></tr>
 * <tr><td></td><td>an edit of a helper is not seen (so too hypergraph, pipefunc, Hamilton)</td>
 *     <td>{@link EditionsTest#codeChangeTwoClassesAway}</td></tr>
 * <tr><td></td><td>a value bound in a nested pipeline changes</td>
 *     <td>{@link #whatIsBoundInANestedUseChanges}</td></tr>
 * <tr><td></td><td>inputs of a nested pipeline are swapped</td>
 *     <td>{@link #inputsOfANestedUseAreSwapped}</td></tr>
 * <tr><td></td><td>another output of a nested pipeline has the name now</td>
 *     <td>{@link #anotherOutputOfANestedUseHasTheName}</td></tr>
 * <tr><td></td><td>a pruned nested result is used where more is needed</td>
 *     <td>{@link #aPrunedNestedUseIsNotTakenForAllOfIt}</td></tr>
 * <tr><td></td><td>an edit of a twin is not seen in a nested key</td>
 *     <td>{@link #anEditOfATwinIsSeen}</td></tr>
 * <tr><td></td><td>a truncated blob ends the run</td>
 *     <td>{@link #aDamagedPackCostsAComputation}</td></tr>
 * <tr><td></td><td>a second cache in the folder overwrites the first</td>
 *     <td>{@link #twoCachesInOneFolderKeepBoth}</td></tr>
 * <tr><td></td><td>what reads one of several outputs has one key for all</td>
 *     <td>{@link #whatReadsOneOfSeveralOutputsHasItsKey}</td></tr>
 * <tr><td></td><td>another engine finds nothing</td>
 *     <td>{@link RecalledEverywhereTest#nothingRunsAgain}</td></tr>
 * <tr><td>pipefunc</td><td>an edit above is not seen on disk</td>
 *     <td>{@link EditionsTest#codeChangeOfWhatIsAbove}</td></tr>
 * <tr><td></td><td>a map is resumed after an edit with what was before</td>
 *     <td>{@link EditionsTest#aMapAfterAnEdit}</td></tr>
 * <tr><td></td><td>True, 1 and 1.0 are one</td><td>{@link #aNumberIsNotItsText}</td></tr>
 * <tr><td></td><td>objects told by identity are never found again</td>
 *     <td>{@link #equalObjectsHit}, {@link #identityIsSaid}</td></tr>
 * <tr><td></td><td>the state of a callable object does not count</td>
 *     <td>{@link #theStateOfAReceiverCounts}</td></tr>
 * <tr><td></td><td>who changes a result changes the cache</td>
 *     <td>{@link #aResultCannotBeChanged}</td></tr>
 * <tr><td></td><td>causes are lost where items are collected</td>
 *     <td>{@link #causesAreToldEachTime}</td></tr>
 * <tr><td>Hamilton</td><td>a config in a list does not count</td>
 *     <td>{@link #aConfigInAListCounts}</td></tr>
 * <tr><td></td><td>two classes with equal state are one</td><td>{@link #aPairIsNoList}</td></tr>
 * <tr><td></td><td>arrays of other shapes or numbers are one</td>
 *     <td>{@link #arraysHaveTypesAndShapes}, {@link #embeddingsHaveShapes}</td></tr>
 * <tr><td></td><td>what is deeper than six levels does not count</td>
 *     <td>{@link #twentyLevelsDownCount}</td></tr>
 * <tr><td>hypergraph</td><td>a full hit reads what is above, too</td>
 *     <td>{@link EditionsTest#fullHit}</td></tr>
 * </table>
 */
@Timeout(120)
final class PeerFaultsTest {
  private static final Program PEERS = Program.of("peers");

  private static void check(
      Object expected,
      Program program,
      CompilerUnderTest compiler,
      String scenario,
      Object... given)
      throws Exception {
    assertEquals(expected, program.run(compiler, scenario, given));
  }

  private static void kinds(
      CompilerUnderTest compiler, Path folder, String scenario, String... expected)
      throws Exception {
    check(List.of(expected), PEERS, compiler, "KindScenarios." + scenario, Cache.at(folder));
  }

  private static void objects(
      CompilerUnderTest compiler, Path folder, String scenario, String... expected)
      throws Exception {
    check(List.of(expected), PEERS, compiler, "ObjectScenarios." + scenario, Cache.at(folder));
  }

  @ParameterizedTest
  @EnumSource
  void aNumberIsNotItsText(CompilerUnderTest compiler, @TempDir Path folder) throws Exception {
    kinds(
        compiler,
        folder,
        "textAndNumbers",
        "1 [kind]",
        "1 [kind]",
        "1 [kind]",
        "1.0 [kind]",
        "true [kind]",
        "true [kind]",
        "True [kind]",
        "1 []",
        "1 []");
  }

  @ParameterizedTest
  @EnumSource
  void nothingsOfDifferentTypesDiffer(CompilerUnderTest compiler, @TempDir Path folder)
      throws Exception {
    kinds(
        compiler,
        folder,
        "nothings",
        " [kind]",
        "[] [kind]",
        "[] [kind]",
        "{} [kind]",
        "Optional.empty [kind]",
        " []");
  }

  @ParameterizedTest
  @EnumSource
  void aPairIsNoList(CompilerUnderTest compiler, @TempDir Path folder) throws Exception {
    kinds(
        compiler,
        folder,
        "pairs",
        "[1, 2] [kind]",
        "[1, 2] [kind]",
        "[1, 2] [kind]",
        "Pair[left=1, right=2] [kind]",
        "Couple[left=1, right=2] [kind]",
        "[1, 2] []");
  }

  @ParameterizedTest
  @EnumSource
  void keysOfMapsHaveTypes(CompilerUnderTest compiler, @TempDir Path folder) throws Exception {
    kinds(
        compiler, folder, "keysOfMaps", "{1=x} [kind]", "{1=x} [kind]", "{x=1} [kind]", "{1=x} []");
  }

  @ParameterizedTest
  @EnumSource
  void aConfigInAListCounts(CompilerUnderTest compiler, @TempDir Path folder) throws Exception {
    kinds(
        compiler,
        folder,
        "configInAList",
        "[Config[model=A]] [kind]",
        "[Config[model=B]] [kind]",
        "[Config[model=A]] []");
  }

  @ParameterizedTest
  @EnumSource
  void twentyLevelsDownCount(CompilerUnderTest compiler, @TempDir Path folder) throws Exception {
    kinds(compiler, folder, "deep", "leaf=a [kind]", "leaf=b [kind]", "leaf=a []");
  }

  @ParameterizedTest
  @EnumSource
  void arraysHaveTypesAndShapes(CompilerUnderTest compiler, @TempDir Path folder) throws Exception {
    kinds(
        compiler,
        folder,
        "arrays",
        "[1.0, 1.0, 1.0, 1.0] [kind]",
        "[1065353216, 1065353216, 1065353216, 1065353216] [kind]",
        "[4575657222473777152, 4575657222473777152] [kind]",
        "[[1.0, 1.0, 1.0, 1.0]] [kind]",
        "[[1.0, 1.0], [1.0, 1.0]] [kind]",
        "[[1.0], [1.0, 1.0, 1.0]] [kind]",
        "[[1.0, 1.0], [1.0, 1.0]] []",
        "[[[1.0, 1.0], [1.0, 1.0]]] [kind]");
  }

  @ParameterizedTest
  @EnumSource
  void embeddingsHaveShapes(CompilerUnderTest compiler, @TempDir Path folder) throws Exception {
    kinds(
        compiler,
        folder,
        "embeddings",
        " [kind]",
        " [kind]",
        " [kind]",
        " [kind]",
        " [kind]",
        " []");
  }

  @ParameterizedTest
  @EnumSource
  void customKeysTellObjectsApart(CompilerUnderTest compiler, @TempDir Path folder)
      throws Exception {
    objects(compiler, folder, "customKey", "a/q [found]", "a/q []", "b/q [found]");
  }

  @ParameterizedTest
  @EnumSource
  void equalObjectsHit(CompilerUnderTest compiler, @TempDir Path folder) throws Exception {
    objects(
        compiler,
        folder,
        "publicState",
        "0.5/[part:a]/q [ranked]",
        "0.5/[part:a]/q []",
        "0.7/[part:a]/q [ranked]",
        "0.5/[part:b]/q [ranked]");
  }

  @ParameterizedTest
  @EnumSource
  void keysOfBothKindsTogether(CompilerUnderTest compiler, @TempDir Path folder) throws Exception {
    objects(
        compiler,
        folder,
        "mixed",
        "a/q1.0/[part:b]/q [mixed]",
        "a/q1.0/[part:b]/q []",
        "b/q1.0/[part:a]/q [mixed]");
  }

  @ParameterizedTest
  @EnumSource
  void identityIsSaid(CompilerUnderTest compiler, @TempDir Path folder) throws Exception {
    objects(compiler, folder, "identity", "[x]q [seen]", "[x]q []", "[x]q [seen]");
    objects(compiler, folder, "identity", "[x]q [seen]", "[x]q []", "[x]q [seen]");
  }

  @ParameterizedTest
  @EnumSource
  void theStateOfAReceiverCounts(CompilerUnderTest compiler, @TempDir Path folder)
      throws Exception {
    objects(compiler, folder, "instanceState", "2 [score]", "4 [score]", "2 []");
  }

  @ParameterizedTest
  @EnumSource
  void nullIsAValueAndNoText(CompilerUnderTest compiler, @TempDir Path folder) throws Exception {
    objects(
        compiler,
        folder,
        "nothing",
        "null [nothing]",
        "null []",
        "null [nothing]",
        "None [nothing]",
        "-1 [length]",
        "-1 [length]",
        "4 [length]",
        "4 [length]",
        "-1 []");
  }

  @ParameterizedTest
  @EnumSource
  void aResultCannotBeChanged(CompilerUnderTest compiler, @TempDir Path folder) throws Exception {
    objects(compiler, folder, "mutated", "[q] [growing]", "[q] []", "refused", "[q] []", "refused");
  }

  @ParameterizedTest
  @EnumSource
  void causesAreToldEachTime(CompilerUnderTest compiler, @TempDir Path folder) throws Exception {
    String causes =
        "[Ok[value=1], Failed[\"numbers.number\", item 1: java.lang.NumberFormatException: For"
            + " input string: \"x\"], Ok[value=3]]";
    objects(
        compiler,
        folder,
        "causes",
        causes + " [number 1, number x, number 3, causes]",
        causes + " [number x, causes]");
  }

  @ParameterizedTest
  @EnumSource
  void privateStateHasNoKeyAndIsTold(CompilerUnderTest compiler) {
    String model =
        """
        package t;
        import dev.millrace.*;
        final class Model {
          private final float[] weights;
          Model(float... weights) { this.weights = weights; }
          @Node%s float scored(int feature) { return weights[feature]; }
        }
        """;
    String pipeline = "package t;\n@dev.millrace.Pipeline(Model.class)\ninterface P {}\n";
    Build build = Build.on(compiler).with("-Amillrace.cache=true").lenient();
    List<Report> told = build.source(model.formatted(""), pipeline).run().coded();
    assertEquals(1, told.size());
    assertEquals("[NotCached]", told.get(0).text().split(" ")[0]);
    String stored = model.formatted("(cache = CachePolicy.STORE)");
    List<Report> refused = build.source(stored, pipeline).run().coded();
    assertEquals("[NoKey]", refused.get(0).text().split(" ")[0]);
  }

  /** Runs a scenario before and after an edit, and then both again. */
  private static void edit(
      CompilerUnderTest compiler,
      Path folder,
      String scenario,
      String before,
      Program edited,
      String after)
      throws Exception {
    Cache cache = Cache.at(folder);
    String name = "NestScenarios." + scenario;
    check(before, PEERS, compiler, name, cache);
    check(after, edited, compiler, name, cache);
    check(before.replaceAll(" \\[.*", " []"), PEERS, compiler, name, cache);
    check(after.replaceAll(" \\[.*", " []"), edited, compiler, name, cache);
  }

  @ParameterizedTest
  @EnumSource
  void whatIsBoundInANestedUseChanges(CompilerUnderTest compiler, @TempDir Path folder)
      throws Exception {
    Program edited = PEERS.edited("return 5;", "return 7;");
    edit(compiler, folder, "scaled", "10 [bound, product]", edited, "14 [bound, product]");
    Program other = PEERS.edited("@Default(\"1\") int shift", "@Default(\"3\") int shift");
    edit(compiler, folder, "shifted", "3 [sum]", other, "5 [sum]");
  }

  @ParameterizedTest
  @EnumSource
  void inputsOfANestedUseAreSwapped(CompilerUnderTest compiler, @TempDir Path folder)
      throws Exception {
    Cache cache = Cache.at(folder);
    Program edited =
        PEERS.edited(
            "@As(\"left\") int first, @As(\"right\") int second",
            "@As(\"right\") int first, @As(\"left\") int second");
    check("4 [minus]", PEERS, compiler, "NestScenarios.difference", cache, 5, 1);
    check("-4 [minus]", edited, compiler, "NestScenarios.difference", cache, 5, 1);
    check("4 []", PEERS, compiler, "NestScenarios.difference", cache, 5, 1);
    check("-4 []", edited, compiler, "NestScenarios.difference", cache, 5, 1);
  }

  @ParameterizedTest
  @EnumSource
  void anotherOutputOfANestedUseHasTheName(CompilerUnderTest compiler, @TempDir Path folder)
      throws Exception {
    Program edited =
        PEERS.edited("output = \"least\")\n  int picked", "output = \"greatest\")\n  int picked");
    edit(compiler, folder, "picked", "1 [ordered, least]", edited, "3 [greatest]");
    edit(
        compiler,
        folder.resolve("report"),
        "report",
        "1 to 3 [ordered, least, greatest, report]",
        edited,
        "3 to 3 [report]");
  }

  @ParameterizedTest
  @EnumSource
  void anEditOfATwinIsSeen(CompilerUnderTest compiler, @TempDir Path folder) throws Exception {
    Cache cache = Cache.at(folder);
    Program edited = PEERS.edited("each + each", "each + each + 1");
    List<Integer> some = List.of(1, 2);
    check("[2, 4] [twice 2]", PEERS, compiler, "NestScenarios.doubled", cache, some);
    check("[3, 5] [twice 2]", edited, compiler, "NestScenarios.doubled", cache, some);
    check("[2, 4] []", PEERS, compiler, "NestScenarios.doubled", cache, some);
  }

  @ParameterizedTest
  @EnumSource
  void aPrunedNestedUseIsNotTakenForAllOfIt(CompilerUnderTest compiler, @TempDir Path folder)
      throws Exception {
    check(
        List.of("1 [ordered, least]", "3 [greatest]", "1 []", "1 3 []"),
        PEERS,
        compiler,
        "NestScenarios.pruned",
        Cache.at(folder));
  }

  @ParameterizedTest
  @EnumSource
  void whatReadsOneOfSeveralOutputsHasItsKey(CompilerUnderTest compiler, @TempDir Path folder)
      throws Exception {
    check(
        List.of(
            "a!b! [cut, first, rest]",
            "c!d! [cut, first, rest]",
            "a!d! [cut, first, rest]",
            "a!b! []"),
        PEERS,
        compiler,
        "NestScenarios.parts",
        Cache.at(folder));
  }

  @ParameterizedTest
  @EnumSource
  void twoCachesInOneFolderKeepBoth(CompilerUnderTest compiler, @TempDir Path folder)
      throws Exception {
    check(
        List.of("4 [minus]", "5 [minus]", "6 [minus]", "4 []", "5 []", "6 []"),
        PEERS,
        compiler,
        "NestScenarios.twoAtOnce",
        Cache.at(folder),
        Cache.at(folder));
  }

  /** Every file of the folder is cut off, or has each of its bytes changed from a place on. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aDamagedPackCostsAComputation(boolean isCutOff, @TempDir Path folder) throws Exception {
    Cache cache = Cache.at(folder);
    CompilerUnderTest compiler = CompilerUnderTest.JAVAC;
    String before = "1 to 3 [ordered, least, greatest, report]";
    check(before, PEERS, compiler, "NestScenarios.report", cache);
    check("1 to 3 []", PEERS, compiler, "NestScenarios.report", cache);
    List<Path> packs;
    try (Stream<Path> files = Files.walk(folder)) {
      packs = files.filter(each -> each.toString().endsWith(".pack")).toList();
    }
    assertFalse(packs.isEmpty());
    for (Path pack : packs) {
      byte[] bytes = Files.readAllBytes(pack);
      int half = bytes.length / 2;
      for (int i = half; i < bytes.length; i++) {
        bytes[i] ^= 0x55;
      }
      Files.delete(pack);
      Files.write(pack, isCutOff ? Arrays.copyOf(bytes, half) : bytes);
    }
    Object after = PEERS.run(compiler, "NestScenarios.report", cache);
    assertEquals("1 to 3", after.toString().replaceAll(" \\[.*", ""));
    assertFalse(after.toString().endsWith("[]"), "it was damaged: " + after);
    check("1 to 3 []", PEERS, compiler, "NestScenarios.report", cache);
  }
}
