package dev.millrace.runtime.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ChoiceTest {
  private static final Supplier<String> COMPLETE = () -> "";
  private static final Supplier<String> LACKING = () -> "Chronicle Bytes lacks --add-exports x=y";

  @Test
  void isChronicleWhereItHasItsFlags() {
    Choice choice = Choice.of(null, COMPLETE);
    assertInstanceOf(ChronicleAllocator.class, choice.allocator());
    assertEquals("chronicle: Chronicle Bytes has its flags", choice.toString());
  }

  @Test
  void isDirectWhereChronicleLacksSomethingAndSaysWhat() {
    Choice choice = Choice.of(null, LACKING);
    assertInstanceOf(DirectAllocator.class, choice.allocator());
    assertEquals("direct: Chronicle Bytes lacks --add-exports x=y", choice.toString());
  }

  @Test
  void isWhatTheUserInsistsOn() {
    Choice direct =
        Choice.of(
            "direct",
            () -> {
              throw new AssertionError("Chronicle is not looked for, nor started");
            });
    assertEquals("direct: -Dmillrace.memory=direct", direct.toString());
    assertEquals(
        "chronicle: -Dmillrace.memory=chronicle", Choice.of("chronicle", COMPLETE).toString());
  }

  @Test
  void saysWhatIsMissingWhereTheUserInsists() {
    assertEquals(
        "-Dmillrace.memory=chronicle cannot be: Chronicle Bytes lacks --add-exports x=y; add it, or"
            + " take -Dmillrace.memory=chronicle away",
        refusal("chronicle", LACKING));
    assertEquals(
        "-Dmillrace.memory=heap is not known; it is direct or chronicle",
        refusal("heap", COMPLETE));
  }

  private static String refusal(String wanted, Supplier<String> lack) {
    Choice choice = Choice.of(wanted, lack);
    String message = assertThrows(IllegalStateException.class, choice::allocator).getMessage();
    assertEquals(message, choice.toString());
    return message;
  }

  /** The build gives the tests' JVM both flags. */
  @Test
  void findsTheFlagsOfThisJvm() {
    Module here = Lack.chronicle().orElseThrow();
    assertEquals(List.of(), Lack.missing(here));
    assertEquals("", Lack.ofChronicle());
    assertEquals("chronicle", Choice.current().allocator().name());
  }

  @Test
  void namesTheModuleThatAFlagIsFor() {
    Module other = ModuleLayer.boot().findModule("java.logging").orElseThrow();
    assertEquals(
        List.of(
            "--add-exports java.base/sun.nio.ch=java.logging",
            "--add-exports java.base/jdk.internal.ref=java.logging"),
        Lack.missing(other));
  }
}
