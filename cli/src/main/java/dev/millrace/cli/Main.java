package dev.millrace.cli;

import dev.millrace.cli.cache.CacheCommand;
import java.io.PrintWriter;
import java.time.Clock;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.RunLast;

/** {@code java -jar millrace.jar}: the command. */
public final class Main {
  private Main() {}

  /** Runs the command and exits with its code, of which {@code --help} tells. */
  public static void main(String[] arguments) {
    CommandLine command =
        commandLine(Clock.systemDefaultZone())
            .setOut(new PrintWriter(System.out, true))
            .setErr(new PrintWriter(System.err, true));
    int code = command.execute(arguments);
    if (command.getOut().checkError() && code == 0) {
      command.getErr().println("millrace: what was to be printed could not be written");
      code = CommandLine.ExitCode.USAGE;
    }
    System.exit(code);
  }

  /**
   * Returns the command.
   *
   * @param clock what time it is, and in which zone times are told
   */
  public static CommandLine commandLine(Clock clock) {
    MillraceCommand millrace = new MillraceCommand();
    PlainErrors errors = new PlainErrors(millrace);
    return new CommandLine(millrace)
        .addSubcommand(new CacheCommand(clock))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionStrategy(withNotices(millrace))
        .setExecutionExceptionHandler(errors)
        .setParameterExceptionHandler(errors);
  }

  private static IExecutionStrategy withNotices(MillraceCommand millrace) {
    return parsed -> {
      PrintWriter err = parsed.commandSpec().commandLine().getErr();
      return new Notices(err, millrace.isVerbose()).during(() -> new RunLast().execute(parsed));
    };
  }
}
