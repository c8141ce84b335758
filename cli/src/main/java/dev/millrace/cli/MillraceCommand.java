package dev.millrace.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command that the others are parts of. */
@Command(
    name = "millrace",
    scope = ScopeType.INHERIT,
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = "Looks into what Millrace keeps, and keeps it in order.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:something in a cache is not whole, or a fault of the program",
      "2:what was asked for cannot be done"
    })
final class MillraceCommand {
  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "show where an error came from")
  private boolean verbose;

  /** Returns whether errors are to be shown with where they came from. */
  boolean isVerbose() {
    return verbose;
  }
}
