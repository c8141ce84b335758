package dev.millrace.processor.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.millrace.processor.testing.CompilerUnderTest;
import dev.millrace.processor.testing.Program;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Calls that occupy a device, by how many are in it at once. */
@Timeout(120)
final class DeviceTest {
  private static final Program DEVICES = Program.of("devices");

  private static void check(CompilerUnderTest compiler, String scenario, Object... told)
      throws Exception {
    assertEquals(List.of(told), DEVICES.run(compiler, "Scenarios." + scenario));
  }

  @ParameterizedTest
  @EnumSource
  void noMoreThanThereArePermits(CompilerUnderTest compiler) throws Exception {
    check(
        compiler,
        "noMoreThanThereArePermits",
        "AUTO 1: 1 true 1",
        "AUTO 2: 2 true 2",
        "STRAIGHT 1: 1 true 1",
        "STRAIGHT 2: 2 true 2",
        "INLINE 1: 1 true 1",
        "INLINE 2: 2 true 2",
        "STREAMED 1: 1 true 1",
        "STREAMED 2: 2 true 2");
  }

  @ParameterizedTest
  @EnumSource
  void lanesTakeTurns(CompilerUnderTest compiler) throws Exception {
    check(compiler, "lanesTakeTurns", "128 1 1", "128 2 2");
  }

  @ParameterizedTest
  @EnumSource
  void whoMeetHaveOnePermit(CompilerUnderTest compiler) throws Exception {
    check(compiler, "whoMeetHaveOnePermit", List.of("t![t0!, t1!, t2!, t3!, t4!, t5!]t!"), 1, 1);
  }

  @ParameterizedTest
  @EnumSource
  void manyRunsInOneCall(CompilerUnderTest compiler) throws Exception {
    List<String> plains = List.of("t0!", "t1!", "t2!");
    check(
        compiler,
        "manyRunsInOneCall",
        List.of("a!", "b!"),
        List.of("a!", "b!"),
        List.of(plains, plains),
        1,
        1);
  }

  @ParameterizedTest
  @EnumSource
  void aCallGoesOnUnderThePermitThatItHas(CompilerUnderTest compiler) throws Exception {
    check(
        compiler,
        "aCallGoesOnUnderThePermitThatItHas",
        "t![t0!, t1!, t2!, t3!, t4!, t5!, t6!, t7!][t0!, t1!, t2!][t0!, t1!, t2!]t!t!",
        "1 1");
  }

  @ParameterizedTest
  @EnumSource
  void twoPipelinesShareADevice(CompilerUnderTest compiler) throws Exception {
    check(compiler, "twoPipelinesShareADevice", 0, "held", "t!", true, 1);
  }

  @ParameterizedTest
  @EnumSource
  void whoWaitsHasOnlySoMuchTime(CompilerUnderTest compiler) throws Exception {
    check(compiler, "whoWaitsHasOnlySoMuchTime", "over", "held 0 1");
  }

  @ParameterizedTest
  @EnumSource
  void whoWaitsIsToldThatItIsClosed(CompilerUnderTest compiler) throws Exception {
    check(compiler, "whoWaitsIsToldThatItIsClosed", "closed", "held", 1);
  }

  @ParameterizedTest
  @EnumSource
  void theDeviceMayBeKnownLate(CompilerUnderTest compiler) throws Exception {
    check(compiler, "theDeviceMayBeKnownLate", "t!", "t!", "t!", 1);
  }

  @ParameterizedTest
  @EnumSource
  void anInstanceIsWhereItsTypeSays(CompilerUnderTest compiler) throws Exception {
    check(compiler, "anInstanceIsWhereItsTypeSays", "t!", 1);
  }
}
