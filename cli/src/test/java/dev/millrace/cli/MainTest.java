package dev.millrace.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.cli.cache.CacheCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;

final class MainTest {
  @TempDir Path folder;

  @Test
  void helps() throws IOException {
    Golden.check("help", Invocation.of("--help").good());
    Golden.check("help-cache", Invocation.of("cache", "--help").good());
    for (String command : List.of("ls", "show", "explain", "stats", "verify", "gc")) {
      Golden.check("help-" + command, Invocation.of("cache", command, "--help").good());
    }
  }

  @Test
  void saysTheVersionOfTheBuild() throws IOException {
    String said = Invocation.of("--version").good().strip();
    assertTrue(said.matches("millrace \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?"), said);
    assertTrue(
        Files.readString(Path.of("pom.xml"))
            .contains("<version>" + said.substring("millrace ".length()) + "</version>"),
        said);
  }

  @Test
  void namesWhatItDoesNotKnow() {
    assertTrue(Invocation.of("--colour").refused().startsWith("Unknown option: '--colour'"));
    assertTrue(Invocation.of("cash").refused().contains("'cash'"), "a command");
    assertTrue(Invocation.of("cache", "list").refused().contains("'list'"), "a command of it");
  }

  @Test
  void asksForACommand() {
    assertTrue(Invocation.of().refused().contains("Missing required subcommand"));
    assertTrue(Invocation.of("cache").refused().contains("Missing required subcommand"));
  }

  @Test
  void showsWhereAnErrorCameFromToWhoAsks() {
    String nowhere = folder.resolve("nowhere").toString();
    Invocation done = Invocation.of("cache", "ls", "--verbose", "--cache", nowhere);
    assertEquals(2, done.code());
    assertTrue(done.err().startsWith("millrace: there is no folder " + nowhere), done.err());
    assertTrue(done.err().contains("\tat dev.millrace.cli.cache.CacheFolder.of"), done.err());
    assertTrue(Invocation.of("--verbose", "cache", "ls").err().contains("\tat picocli."));
  }

  @Test
  void aWarningOfTheStoresIsALineAndMoreToWhoAsks() throws IOException {
    String cache = folder.toString();
    Files.writeString(folder.resolve("ledger.sqlite"), "no database".repeat(1000));
    Invocation verbose = Invocation.of("cache", "gc", "--verbose", "--cache", cache);
    assertTrue(verbose.err().startsWith("millrace: warning: the cache's ledger"), verbose.err());
    assertTrue(verbose.err().contains("\tat org.sqlite."), verbose.err());
    Files.writeString(folder.resolve("ledger.sqlite"), "no database".repeat(1000));
    Invocation plain = Invocation.of("cache", "gc", "--cache", cache);
    assertEquals(0, plain.code());
    assertEquals(1, plain.err().lines().count(), plain.err());
  }

  @Test
  void theLogIsAsItWasAfterwards() throws IOException {
    Logger logger = Logger.getLogger("dev.millrace.runtime");
    int before = logger.getHandlers().length;
    Files.writeString(folder.resolve("mine.pack"), "text");
    Invocation.of("cache", "stats", "--cache", folder.toString());
    assertTrue(logger.getUseParentHandlers());
    assertEquals(before, logger.getHandlers().length);
  }

  /** A command that is broken. */
  @Command(name = "broken")
  static final class Broken implements Runnable {
    @Override
    public void run() {
      throw new IllegalStateException("by design");
    }
  }

  @Test
  void aFaultOfTheProgramIsSaidInALineAndHasACodeOfItsOwn() {
    StringWriter err = new StringWriter();
    CommandLine command = Main.commandLine(Clock.systemUTC()).addSubcommand(new Broken());
    command.setErr(new PrintWriter(err));
    assertEquals(1, command.execute("broken"));
    String said = err.toString().strip();
    assertTrue(said.startsWith("millrace: a fault of the program: java.lang.IllegalState"), said);
    assertTrue(said.endsWith("by design; --verbose shows where"), said);
    assertEquals(1, said.lines().count(), said);
    assertFalse(said.contains("\tat "));
  }

  @Test
  void thereIsACommandForCaches() {
    Object cache = Main.commandLine(Clock.systemUTC()).getSubcommands().get("cache").getCommand();
    assertTrue(cache instanceof CacheCommand);
  }
}
