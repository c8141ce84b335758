package dev.millrace.cli.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.cli.Invocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for all commands. */
final class CacheFolderTest {
  @TempDir Path folder;

  static Stream<List<String>> all() {
    return Stream.concat(looking(), Stream.of(List.of("gc"), List.of("verify", "--repair")));
  }

  static Stream<List<String>> looking() {
    return Stream.of(
        List.of("ls"),
        List.of("show", "3c6e"),
        List.of("explain", "encoding"),
        List.of("stats"),
        List.of("verify"),
        List.of("gc", "--limit", "1kB", "--dry-run"));
  }

  private static Invocation run(Path at, List<String> command) {
    return new SampleCache(at)
        .run(command.get(0), command.subList(1, command.size()).toArray(String[]::new));
  }

  @ParameterizedTest
  @MethodSource("all")
  void aFolderThatIsNotThereIsNotMade(List<String> command) {
    Path nowhere = folder.resolve("nowhere");
    assertEquals(
        "there is no folder " + nowhere + "; give the folder that Cache.at was given",
        run(nowhere, command).refused());
    assertTrue(Files.notExists(nowhere));
  }

  @ParameterizedTest
  @MethodSource("all")
  void aFolderThatIsNoCacheDoesNotBecomeOne(List<String> command) throws IOException {
    Files.writeString(folder.resolve("notes.txt"), "mine");
    assertEquals(
        folder
            + " is no cache: there are neither packs nor a ledger.sqlite in it; give the folder that"
            + " Cache.at was given",
        run(folder, command).refused());
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(List.of(folder.resolve("notes.txt")), left.toList());
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void aFileIsNoCache(List<String> command) throws IOException {
    Path file = Files.writeString(folder.resolve("notes.txt"), "mine");
    assertTrue(run(file, command).refused().startsWith(file + " is a file and no cache"));
  }

  @ParameterizedTest
  @MethodSource("looking")
  void whoLooksChangesNothing(List<String> command) throws IOException {
    SampleCache cache = SampleCache.typical(folder);
    var before = cache.content();
    assertEquals(0, run(folder, command).code());
    assertEquals(before, cache.content());
  }

  /** Packs alone, by an application that has no driver. */
  @ParameterizedTest
  @MethodSource("looking")
  void whoLooksMakesNoLedger(List<String> command) throws IOException {
    SampleCache cache = new SampleCache(folder);
    cache.blobs(cache.entry(2, "encoding", 10, 1, 1));
    var before = cache.content();
    run(folder, command);
    assertEquals(before, cache.content());
  }

  /** A ledger alone, of results that were all removed. */
  @ParameterizedTest
  @MethodSource("looking")
  void whoLooksMakesNoPack(List<String> command) throws IOException {
    SampleCache cache = new SampleCache(folder);
    cache.entries(cache.entry(1, "encoding", 10, 1, 1), cache.entry(2, "encoding", 10, 1, 1));
    var before = cache.content();
    run(folder, command);
    assertEquals(before, cache.content());
  }

  @ParameterizedTest
  @MethodSource("all")
  void theFolderMustBeGiven(List<String> command) {
    Invocation done =
        Invocation.of(Stream.concat(Stream.of("cache"), command.stream()).toArray(String[]::new));
    assertEquals(
        "Missing required option: '--cache=DIR' (--help lists the options)", done.refused());
  }
}
