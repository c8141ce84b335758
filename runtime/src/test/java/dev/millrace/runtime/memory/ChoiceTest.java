package dev.millrace.runtime.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChoiceTest {
  private static final Optional<List<String>> COMPLETE = Optional.of(List.of());
  private static final Optional<List<String>> LACKING =
      Optional.of(List.of("--add-exports java.base/sun.nio.ch=ALL-UNNAMED"));

  @Test
  void isChronicleWhereItHasItsFlags() {
    Choice choice = Choice.of(null, COMPLETE);
    assertInstanceOf(ChronicleAllocator.class, choice.allocator());
    assertEquals("chronicle: Chronicle Bytes has its flags", choice.toString());
  }

  @Test
  void isDirectWhereAFlagIsMissingAndSaysWhichOne() {
    Choice choice = Choice.of(null, LACKING);
    assertInstanceOf(DirectAllocator.class, choice.allocator());
    assertEquals(
        "direct: Chronicle Bytes lacks --add-exports java.base/sun.nio.ch=ALL-UNNAMED",
        choice.toString());
  }

  @Test
  void isDirectWhereThereIsNoChronicle() {
    Choice choice = Choice.of(null, Optional.empty());
    assertInstanceOf(DirectAllocator.class, choice.allocator());
    assertEquals(
        "direct: there is no net.openhft:chronicle-bytes on the class path", choice.toString());
  }

  @Test
  void isWhatTheUserInsistsOn() {
    assertEquals("direct: -Dmillrace.memory=direct", Choice.of("direct", COMPLETE).toString());
    assertEquals(
        "chronicle: -Dmillrace.memory=chronicle", Choice.of("chronicle", COMPLETE).toString());
  }

  @Test
  void saysWhatIsMissingWhereTheUserInsists() {
    assertEquals(
        "-Dmillrace.memory=chronicle cannot be: Chronicle Bytes lacks --add-exports"
            + " java.base/sun.nio.ch=ALL-UNNAMED; add it, or take -Dmillrace.memory=chronicle away",
        refusal("chronicle", LACKING));
    assertEquals(
        "-Dmillrace.memory=chronicle cannot be: there is no net.openhft:chronicle-bytes on the"
            + " class path; add it, or take -Dmillrace.memory=chronicle away",
        refusal("chronicle", Optional.empty()));
    assertEquals(
        "-Dmillrace.memory=heap is not known; it is direct or chronicle",
        refusal("heap", COMPLETE));
  }

  private static String refusal(String wanted, Optional<List<String>> missing) {
    Choice choice = Choice.of(wanted, missing);
    String message = assertThrows(IllegalStateException.class, choice::allocator).getMessage();
    assertEquals(message, choice.toString());
    return message;
  }

  /** The build gives the tests' JVM both flags. */
  @Test
  void findsTheFlagsOfThisJvm() {
    Module here = ChronicleFlags.chronicle().orElseThrow();
    assertEquals(List.of(), ChronicleFlags.missing(here));
    assertEquals("chronicle", Choice.current().allocator().name());
  }

  @Test
  void namesTheModuleThatAFlagIsFor() {
    Module other = ModuleLayer.boot().findModule("java.logging").orElseThrow();
    assertEquals(
        List.of(
            "--add-exports java.base/sun.nio.ch=java.logging",
            "--add-exports java.base/jdk.internal.ref=java.logging"),
        ChronicleFlags.missing(other));
  }
}
