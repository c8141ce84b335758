package dev.millrace.samples.retrieval;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/** What the command answered: its exit code and what it printed. */
record Invocation(int code, String out, String err) {

  static Invocation of(String... arguments) {
    return of(Main.commandLine(), arguments);
  }

  static Invocation of(CountedEncoder encoder, String... arguments) {
    return of(Main.commandLine(encoder), arguments);
  }

  private static Invocation of(CommandLine command, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    command.setOut(new PrintWriter(out));
    command.setErr(new PrintWriter(err));
    int code = command.execute(arguments);
    command.getOut().flush();
    command.getErr().flush();
    return new Invocation(code, out.toString(), err.toString());
  }
}
