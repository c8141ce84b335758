package dev.millrace.cli;

import dev.millrace.runtime.MillraceException;
import dev.millrace.runtime.StoreException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Says in one line what was wrong. Where it came from is shown to who asks for that. */
final class PlainErrors implements IExecutionExceptionHandler, IParameterExceptionHandler {
  private final MillraceCommand millrace;

  PlainErrors(MillraceCommand millrace) {
    this.millrace = millrace;
  }

  @Override
  public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
    boolean isExpected =
        failure instanceof RefusedException
            || failure instanceof StoreException
            || failure instanceof MillraceException;
    if (isExpected) {
      say(command, String.valueOf(failure.getMessage()), failure);
      return ExitCode.USAGE;
    }
    say(command, "a fault of the program: " + failure + "; --verbose shows where", failure);
    return ExitCode.SOFTWARE;
  }

  @Override
  public int handleParseException(ParameterException failure, String[] arguments) {
    CommandLine command = failure.getCommandLine();
    say(command, failure.getMessage() + " (--help lists the options)", failure);
    return ExitCode.USAGE;
  }

  private void say(CommandLine command, String message, Exception failure) {
    PrintWriter err = command.getErr();
    err.println("millrace: " + message);
    if (millrace.isVerbose()) {
      failure.printStackTrace(err);
    }
    err.flush();
  }
}
