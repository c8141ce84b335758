package dev.millrace.samples.retrieval;

import picocli.CommandLine;

/** {@code java -jar millrace-retrieval.jar}: the main job. */
public final class Main {
  private Main() {}

  /** Runs the command and exits with its code: 0, or 2 where what was asked for cannot be done. */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return new CommandLine(new RetrievalCommand())
        .setExecutionExceptionHandler(new PlainErrors())
        .setParameterExceptionHandler(new PlainErrors());
  }
}
