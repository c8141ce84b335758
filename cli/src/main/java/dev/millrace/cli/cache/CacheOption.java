package dev.millrace.cli.cache;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** What all commands on a cache are given. */
final class CacheOption {
  @Option(
      names = "--cache",
      required = true,
      paramLabel = "DIR",
      description = "the cache's folder")
  private Path folder = Path.of("");

  @Spec(Target.MIXEE)
  private CommandSpec command = CommandSpec.create();

  /** Returns the cache, or refuses. */
  CacheFolder open() {
    return CacheFolder.of(folder);
  }

  /** Returns where to print. */
  PrintWriter out() {
    return command.commandLine().getOut();
  }

  /** Tells of what is amiss and stops nobody. */
  void warn(String message) {
    PrintWriter err = command.commandLine().getErr();
    err.println("millrace: warning: " + message);
    err.flush();
  }

  /** Returns what time it is. */
  Instant now() {
    return parent().clock().instant();
  }

  /** Returns how times are told. */
  Times times() {
    return new Times(parent().clock().getZone());
  }

  private CacheCommand parent() {
    return (CacheCommand) command.parent().userObject();
  }
}
