package dev.millrace.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import picocli.CommandLine;

/** What the command answered: its exit code and what it printed. */
public record Invocation(int code, String out, String err) {
  /** When everything happens. */
  public static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  /** Runs the command. */
  public static Invocation of(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine command = Main.commandLine(Clock.fixed(NOW, ZoneOffset.UTC));
    command.setOut(new PrintWriter(out));
    command.setErr(new PrintWriter(err));
    int code = command.execute(arguments);
    command.getOut().flush();
    command.getErr().flush();
    return new Invocation(code, out.toString(), err.toString());
  }

  /** Returns what was printed, where all went well and nothing was warned of. */
  public String good() {
    assertEquals("", err);
    assertEquals(0, code, out);
    return out;
  }

  /** Returns what was said, where what was asked for cannot be done: one line. */
  public String refused() {
    assertEquals(2, code, out + err);
    assertEquals("", out);
    assertTrue(err.startsWith("millrace: "), err);
    assertEquals(1, err.strip().lines().count(), err);
    assertFalse(err.contains("\tat "), err);
    return err.substring("millrace: ".length()).strip();
  }
}
