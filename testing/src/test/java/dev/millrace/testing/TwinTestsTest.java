package dev.millrace.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The tests that {@code @TwinTest} asks for: what they look like, that sound twins pass them, and
 * that wrong ones do not. {@code -Dmillrace.golden=update} writes what they look like anew.
 */
class TwinTestsTest {
  @ParameterizedTest
  @EnumSource
  void areWrittenAsAPersonWould(TwinTests.CompiledBy compiler) throws Exception {
    TwinTests.Written tests = TwinTests.of("golden/input", compiler);
    assertEquals(
        TwinTests.golden(tests.source("words.WordTwins_TwinTest"), compiler),
        tests.source("words.WordTwins_TwinTest"));
  }

  @ParameterizedTest
  @EnumSource
  void areKeptBySoundTwins(TwinTests.CompiledBy compiler) throws Exception {
    Map<String, String> passed = new TreeMap<>();
    TwinTests.of("golden/input", compiler)
        .run("words.WordTwins_TwinTest")
        .forEach((name, thrown) -> passed.put(name, String.valueOf(thrown)));
    Map<String, String> expected = new TreeMap<>();
    for (String name :
        new String[] {
          "doubled", "greater", "length", "repeated", "scaled", "shown", "sum", "ticks"
        }) {
      expected.put(name, "null");
    }
    assertEquals(expected, passed);
  }

  @ParameterizedTest
  @EnumSource
  void areBrokenByEveryWrongTwin(TwinTests.CompiledBy compiler) throws Exception {
    Map<String, String> broken = new TreeMap<>();
    TwinTests.of("wrong", compiler)
        .run("wrong.WrongTwins_TwinTest")
        .forEach((name, thrown) -> broken.put(name, law(name, thrown)));
    Map<String, String> expected = new LinkedHashMap<>();
    expected.put("alone", "NO_NEIGHBOURS");
    expected.put("lastDropped", "AS_MANY_RESULTS");
    expected.put("laterWrong", "SAME_RESULTS");
    expected.put("mutatedInput", "ROWS_UNTOUCHED");
    expected.put("neighbours", "NO_NEIGHBOURS");
    expected.put("noFailure", "SAME_FAILURES");
    expected.put("notNormalised", "SAME_RESULTS");
    expected.put("nullForARow", "SAME_RESULTS");
    expected.put("offByOne", "NO_NEIGHBOURS");
    expected.put("oneForAll", "NO_NEIGHBOURS");
    expected.put("reordered", "IN_ORDER");
    expected.put("sharedResult", "OWN_RESULTS");
    expected.put("shorterForSame", "AS_MANY_RESULTS");
    expected.put("sortedInPlace", "LIST_UNTOUCHED");
    expected.put("stateKept", "TWIN_REPEATS");
    expected.put("swappedBroadcasts", "SAME_RESULTS");
    expected.put("swappedLists", "SAME_RESULTS");
    assertEquals(expected, broken);
  }

  private static String law(String name, Throwable thrown) {
    return assertThrows(
            TwinMismatchError.class,
            () -> {
              if (thrown != null) {
                throw thrown;
              }
            },
            name)
        .law()
        .name();
  }
}
