package dev.millrace.samples.retrieval;

import dev.millrace.retrieval.encode.EncoderModel;
import dev.millrace.retrieval.encode.OnnxEncoderResource;
import java.io.Console;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;

/** {@code java -jar millrace-retrieval.jar}: the main job. */
public final class Main {
  /**
   * Lucene advises on JVM flags and versions here; somebody who runs a sample asked for neither.
   */
  private static final Logger ADVICE = Logger.getLogger("org.apache.lucene.internal.vectorization");

  private Main() {}

  /** Runs the command and exits with its code: 0, or 2 where what was asked for cannot be done. */
  public static void main(String[] arguments) {
    ADVICE.setLevel(Level.SEVERE);
    CommandLine command = commandLine().setOut(writer(System.out)).setErr(writer(System.err));
    int code = command.execute(arguments);
    if (command.getOut().checkError() && code == 0) {
      command.getErr().println("millrace-retrieval: the results could not be written");
      code = CommandLine.ExitCode.USAGE;
    }
    System.exit(code);
  }

  static CommandLine commandLine() {
    EncoderModel model = EncoderModel.allMiniLmL6V2();
    return commandLine(new CountedEncoder(OnnxEncoderResource.of(model))); // opened on first use
  }

  static CommandLine commandLine(CountedEncoder encoder) {
    return new CommandLine(new RetrievalCommand(encoder))
        .setExecutionExceptionHandler(new PlainErrors())
        .setParameterExceptionHandler(new PlainErrors());
  }

  /** Passages are in any script: a terminal gets its own encoding, all else UTF-8. */
  @SuppressWarnings("SystemConsoleNull") // on JDK 22 to 24 a pipe too gets the terminal's encoding
  private static PrintWriter writer(PrintStream stream) {
    Console console = System.console();
    Charset charset = console == null ? StandardCharsets.UTF_8 : console.charset();
    boolean poor = charset.equals(StandardCharsets.US_ASCII);
    return new PrintWriter(stream, true, poor ? StandardCharsets.UTF_8 : charset);
  }
}
