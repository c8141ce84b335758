package dev.millrace.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who has a permit of a device, and who waits for one. */
final class DevicePermitsTest {
  private final List<String> told = new ArrayList<>();

  private DevicePermits.Ticket ask(DevicePermits permits, String who) {
    return permits.ask(() -> told.add(who));
  }

  @Test
  void saysWhatItLimits() {
    DevicePermits permits = DevicePermits.of("cuda:0", 2);
    assertEquals("cuda:0", permits.device());
    assertEquals(2, permits.calls());
    assertEquals("2 at once on cuda:0", permits.toString());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
  void refusesToTakeNoCallAtAll(int calls) {
    assertThrows(DeviceLimitException.class, () -> DevicePermits.of("cuda:0", calls));
  }

  @Test
  void refusesADeviceWithoutAName() {
    assertThrows(DeviceLimitException.class, () -> DevicePermits.of("", 1));
  }

  @Test
  void grantsAtOnceWhatIsThereAndTellsNobody() {
    DevicePermits permits = DevicePermits.of("cuda:0", 2);
    assertTrue(ask(permits, "a").isGranted());
    assertTrue(ask(permits, "b").isGranted());
    assertFalse(ask(permits, "c").isGranted());
    assertEquals(List.of(), told);
  }

  @Test
  void tellsThoseWhoWaitInTheOrderInWhichTheyCame() {
    DevicePermits permits = DevicePermits.of("cuda:0", 1);
    DevicePermits.Ticket first = ask(permits, "a");
    DevicePermits.Ticket second = ask(permits, "b");
    DevicePermits.Ticket third = ask(permits, "c");
    first.giveBack();
    assertTrue(second.isGranted());
    assertFalse(third.isGranted());
    second.giveBack();
    assertTrue(third.isGranted());
    assertEquals(List.of("b", "c"), told);
  }

  @Test
  void whoLeavesTheQueueIsPassedBy() {
    DevicePermits permits = DevicePermits.of("cuda:0", 1);
    DevicePermits.Ticket first = ask(permits, "a");
    DevicePermits.Ticket second = ask(permits, "b");
    DevicePermits.Ticket third = ask(permits, "c");
    second.giveBack();
    first.giveBack();
    assertTrue(third.isGranted());
    assertFalse(second.isGranted());
    assertEquals(List.of("c"), told);
  }

  @Test
  void whatIsGivenBackTwiceIsThereOnce() {
    DevicePermits permits = DevicePermits.of("cuda:0", 1);
    DevicePermits.Ticket first = ask(permits, "a");
    first.giveBack();
    first.giveBack();
    assertFalse(first.isGranted());
    assertTrue(ask(permits, "b").isGranted());
    assertFalse(ask(permits, "c").isGranted());
  }

  /** However they come and go, as many as may have a permit do, and always the first. */
  @Property
  void thoseWhoCameFirstHaveThePermits(
      @ForAll @IntRange(min = 1, max = 4) int calls,
      @ForAll @Size(max = 60) List<@IntRange(max = 9) Integer> moves) {
    DevicePermits permits = DevicePermits.of("cuda:0", calls);
    List<DevicePermits.Ticket> there = new ArrayList<>();
    for (int move : moves) {
      if (move < there.size()) {
        there.remove(move).giveBack();
      } else {
        there.add(ask(permits, "someone"));
      }
      for (int i = 0; i < there.size(); i++) {
        assertEquals(i < calls, there.get(i).isGranted());
      }
    }
  }
}
