package dev.millrace.runtime.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

final class RateTest {
  private final List<Long> waits = new ArrayList<>();
  private long now;

  private Rate rate(int calls, long periodNanos) {
    return new Rate("vec", calls, periodNanos, waits::add, () -> now);
  }

  @Test
  void nobodyWaitsAsLongAsThereAreFew() throws InterruptedException {
    Rate three = rate(3, 100);
    for (int i = 0; i < 3; i++) {
      three.await();
    }
    assertEquals(List.of(), waits);
  }

  @Test
  void oneTooManyWaitsUntilTheFirstIsAPeriodAgo() {
    Rate two = rate(2, 100);
    assertEquals(0, two.take().in());
    now = 30;
    assertEquals(0, two.take().in());
    assertEquals(70, two.take().in());
    assertEquals(100, two.take().in());
    assertEquals(170, two.take().in());
    now = 1000;
    assertEquals(0, two.take().in());
  }

  @Test
  void waitingIsForWhoeverAsks() throws InterruptedException {
    Rate one = rate(1, 100);
    one.await();
    one.await();
    assertEquals(List.of(100L), waits);
  }

  /** The law: of any n + 1 turns, the last is a period after the first; and none waits for less. */
  @Property
  void noPeriodHasTooManyAndNobodyWaitsWhoNeedNot(
      @ForAll @IntRange(min = 1, max = 5) int calls,
      @ForAll @LongRange(min = 1, max = 50) long period,
      @ForAll long start,
      @ForAll @Size(max = 40) List<@LongRange(max = 30) Long> pauses) {
    now = start;
    Rate rate = rate(calls, period);
    List<Long> turns = new ArrayList<>();
    for (long pause : pauses) {
      now += pause;
      long wait = rate.take().in();
      turns.add(now + wait);
      int last = turns.size() - 1;
      long soonest = last < calls ? 0 : turns.get(last - calls) + period - now;
      assertEquals(Math.max(0, soonest), wait);
    }
    for (int i = calls; i < turns.size(); i++) {
      assertTrue(turns.get(i) - turns.get(i - calls) >= period, () -> "" + turns);
    }
  }

  @Test
  void manyThreadsShareTheTurns() throws Exception {
    Rate rate = rate(10, 100);
    List<Long> taken = new ArrayList<>();
    Running.together(
            4,
            thread ->
                () -> {
                  List<Long> mine = new ArrayList<>();
                  for (int i = 0; i < 25; i++) {
                    mine.add(rate.take().in());
                  }
                  return mine;
                })
        .forEach(taken::addAll);
    for (long period = 0; period < 10; period++) {
      long wait = period * 100;
      assertEquals(10, taken.stream().filter(each -> each == wait).count());
    }
  }

  @Test
  void isOneCallInSomeTimeAtLeast() {
    assertEquals(
        "\"vec\" cannot be called 0 times in 5ns",
        assertThrows(IllegalArgumentException.class, () -> rate(0, 5)).getMessage());
    assertThrows(IllegalArgumentException.class, () -> rate(5, 0));
  }

  @Test
  void aTurnThatIsGivenBackIsAnothersAsLongAsItIsToCome() {
    Rate one = rate(1, 100);
    one.take();
    Rate.Turn second = one.take();
    Rate.Turn third = one.take();
    one.giveBack(third);
    one.giveBack(second);
    now = 40;
    assertEquals(60, one.take().in());
    now = 210;
    assertEquals(90, one.take().in(), "the third is over, and is not to be had later");
  }

  @Test
  void whoIsInterruptedLeavesItsTurnToAnother() throws InterruptedException {
    Rate one =
        new Rate(
            "vec",
            1,
            100,
            nanos -> {
              throw new InterruptedException();
            },
            () -> now);
    one.await();
    assertThrows(InterruptedException.class, one::await);
    assertEquals(100, one.take().in());
    assertEquals(200, one.take().in());
  }
}
