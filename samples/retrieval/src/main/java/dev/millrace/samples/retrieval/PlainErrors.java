package dev.millrace.samples.retrieval;

import dev.millrace.retrieval.corpus.CorpusException;
import dev.millrace.retrieval.encode.EncoderException;
import dev.millrace.retrieval.evaluate.EvaluationException;
import dev.millrace.retrieval.nodes.UnjudgedQueryException;
import dev.millrace.runtime.MillraceException;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * Says in one line what was wrong with what was asked; anything else is a fault and shows itself.
 */
final class PlainErrors implements IExecutionExceptionHandler, IParameterExceptionHandler {
  private static final List<Class<? extends Exception>> EXPECTED =
      List.of(
          CorpusException.class,
          EvaluationException.class,
          UnjudgedQueryException.class,
          EncoderException.class,
          MillraceException.class);

  @Override
  public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed)
      throws Exception {
    if (EXPECTED.stream().noneMatch(type -> type.isInstance(failure))) {
      throw failure;
    }
    return say(command, failure.getMessage());
  }

  @Override
  public int handleParseException(ParameterException failure, String[] arguments) {
    CommandLine command = failure.getCommandLine();
    return say(command, failure.getMessage() + " (--help lists the options)");
  }

  private static int say(CommandLine command, String message) {
    command.getErr().println("millrace-retrieval: " + message);
    command.getErr().flush();
    return CommandLine.ExitCode.USAGE;
  }
}
