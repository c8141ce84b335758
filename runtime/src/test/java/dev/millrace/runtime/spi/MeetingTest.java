package dev.millrace.runtime.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.runtime.PipelineClosedException;
import dev.millrace.runtime.Weigher;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Calls of a node as generated code makes them, in runs that are served and in others. */
@Timeout(60)
final class MeetingTest {
  private static final long HOUR = 3_600_000_000_000L;

  private final Execution execution = new Execution("Made", Setup.DEFAULT);
  private final Execution served = execution.serve();
  private final List<String> told = new CopyOnWriteArrayList<>();

  private static final class Letters implements Weigher<String> {
    @Override
    public long weigh(String text) {
      if (text.equals("bad")) {
        throw new IllegalStateException("has no weight");
      }
      return text.equals("light") ? -1 : text.length();
    }
  }

  private String one(Meeting meeting, Execution at, String text, Object shared) throws Exception {
    return meeting.<String>one(
        at.start(Memo.NONE),
        new Object[] {text},
        new Object[] {shared},
        lists -> batch(lists.<String>get(0), shared),
        () -> {
          told.add("one " + text);
          return text + shared;
        });
  }

  private List<? extends String> all(Meeting meeting, Execution at, Object shared, String... texts)
      throws Exception {
    return meeting.<String>all(
        at.start(Memo.NONE),
        new List<?>[] {List.of(texts)},
        new Object[] {shared},
        lists -> batch(lists.<String>get(0), shared));
  }

  private List<String> batch(List<String> texts, Object shared) {
    told.add("batch " + texts.size());
    return texts.stream().map(each -> each + shared).toList();
  }

  @Test
  void inARunThatIsNotServedACallIsItsOwn() throws Exception {
    Meeting lingers = Meeting.of("node").linger(HOUR);
    assertEquals("a!", one(lingers, execution, "a", "!"));
    assertEquals(List.of("a!", "b!"), all(lingers, execution, "!", "a", "b"));
    assertFalse(execution.start(Memo.NONE).meets());
    assertTrue(served.start(Memo.NONE).meets());
    assertEquals(List.of("one a", "batch 2"), told);
  }

  @Test
  void callsOfOneItemAndOfManyMeet() throws Exception {
    Meeting meeting = Meeting.of("node").maxItems(4).linger(HOUR);
    Running<String> single = Running.start(() -> one(meeting, served, "a", "!"));
    Running<?> many = Running.start(() -> all(meeting, served, "!", "b", "c"));
    assertEquals("d!", one(meeting, served, "d", new String("!")));
    assertEquals("a!", single.join());
    assertEquals(List.of("b!", "c!"), many.join());
    assertEquals(List.of("batch 4"), told);
  }

  @Test
  void aBatchIsFullWhenItIsHeavy() throws Exception {
    Meeting meeting = Meeting.of("node").maxWeight(6, Letters::new).linger(HOUR);
    Running<String> light = Running.start(() -> one(meeting, served, "ab", "!"));
    assertEquals("four!", one(meeting, served, "four", "!"));
    assertEquals("ab!", light.join());
    assertEquals(List.of("batch 2"), told);
  }

  @Test
  void whatCannotBeWeighedIsCalledAlone() throws Exception {
    Meeting meeting = Meeting.of("node").maxWeight(6, Letters::new).linger(HOUR);
    try (Logs logs = new Logs()) {
      assertEquals("bad!", one(meeting, served, "bad", "!"));
      assertEquals("light!", one(meeting, served, "light", "!"));
      assertEquals(List.of("bad!"), all(meeting, served, "!", "bad"));
      assertEquals(3, logs.at(Level.FINE).size());
    }
    assertEquals(List.of("one bad", "one light", "batch 1"), told);
  }

  @Test
  void nullIsAnItemAndAResult() throws Exception {
    Meeting meeting = Meeting.of("node").maxItems(2).linger(HOUR);
    Running<?> other = Running.start(() -> nulls(meeting));
    assertEquals(Collections.singletonList(null), nulls(meeting));
    assertEquals(Collections.singletonList(null), other.join());
  }

  private List<? extends String> nulls(Meeting meeting) throws Exception {
    return meeting.<String>all(
        served.start(Memo.NONE),
        new List<?>[] {Collections.singletonList(null)},
        new Object[] {null},
        lists -> new ArrayList<>(lists.<String>get(0)));
  }

  @Test
  void aRunWithinACallForOthersMeetsNobody() throws Exception {
    Meeting meeting = Meeting.of("node");
    List<Boolean> meets = new ArrayList<>();
    meeting.<String>one(
        served.start(Memo.NONE),
        new Object[] {"a"},
        new Object[] {},
        lists -> List.of(),
        () -> {
          meets.add(served.start(Memo.NONE).meets());
          meets.add(execution.serve().start(Memo.NONE).meets());
          return "";
        });
    meets.add(served.start(Memo.NONE).meets());
    assertEquals(List.of(false, false, true), meets);
  }

  @Test
  void aServedRunThatIsToldOfMeetsOthersToo() {
    Execution heard = new Execution("Made", Setup.DEFAULT.listener(new Told()));
    assertTrue(heard.serve().start(Memo.NONE).meets());
    assertFalse(heard.start(Memo.NONE).meets());
  }

  @Test
  void withoutTwinsNobodyMeets() {
    Execution plain = new Execution("Made", Setup.DEFAULT.batchTwins(false));
    assertFalse(plain.serve().start(Memo.NONE).meets());
    assertTrue(plain.serve().isServed());
    assertFalse(plain.isServed());
  }

  @Test
  void servingEndsByItselfOrWithThePipeline() throws Exception {
    Meeting meeting = Meeting.of("node").linger(HOUR);
    Execution other = execution.serve();
    Execution within = other.serve();
    served.close();
    assertThrows(PipelineClosedException.class, () -> served.start(Memo.NONE));
    execution.requireOpen();
    Running<String> waiting = Running.start(() -> one(meeting, other, "a", "!")).lingers();
    execution.close();
    assertThrows(PipelineClosedException.class, waiting::join);
    assertThrows(PipelineClosedException.class, () -> within.start(Memo.NONE));
    assertThrows(PipelineClosedException.class, execution::serve);
  }

  @Test
  void whatACallThrowsIsThrownAsItIs() {
    Error error = new AssertionError("own");
    assertSame(
        error,
        assertThrows(
            AssertionError.class,
            () ->
                Meeting.of("node")
                    .<String>all(
                        served.start(Memo.NONE),
                        new List<?>[] {List.of("a")},
                        new Object[] {},
                        lists -> {
                          throw error;
                        })));
  }
}
