package dev.millrace.cli.cache;

import java.time.Clock;
import picocli.CommandLine.Command;

/** What the commands that work on a cache are parts of. */
@Command(
    name = "cache",
    description = "Looks into a cache's folder, and keeps it in order.",
    subcommands = {
      LsCommand.class,
      ShowCommand.class,
      ExplainCommand.class,
      StatsCommand.class,
      VerifyCommand.class,
      GcCommand.class
    })
public final class CacheCommand {
  private final Clock clock;

  /**
   * Makes the command.
   *
   * @param clock what time it is, and in which zone times are told
   */
  public CacheCommand(Clock clock) {
    this.clock = clock;
  }

  Clock clock() {
    return clock;
  }
}
