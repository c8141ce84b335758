package dev.millrace.processor.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.millrace.processor.testing.CompilerUnderTest;
import dev.millrace.processor.testing.Folder;
import dev.millrace.processor.testing.Program;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Everything that is known to go wrong, in pipelines as they are compiled. Each scenario of the
 * program is a sentence that has to be true: it returns what is wrong, and nothing where nothing
 * is.
 */
final class FailingTest {
  private static final Program FAILING = Program.of("failing");
  private static final Pattern SCENARIO = Pattern.compile("static Object (\\w+)\\(\\)");

  static Stream<Arguments> scenarios() {
    return CompilerUnderTest.each(
        Folder.of("programs/failing").sources().entrySet().stream()
            .filter(each -> each.getKey().endsWith("Scenarios.java"))
            .flatMap(FailingTest::scenarios)
            .map(List::of));
  }

  private static Stream<String> scenarios(Map.Entry<String, String> source) {
    List<String> found =
        SCENARIO.matcher(source.getValue()).results().map(each -> each.group(1)).toList();
    assertFalse(found.isEmpty(), source.getKey());
    return found.stream().map(each -> source.getKey().replace("java", each));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("scenarios")
  @Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
  void nothingIsWrong(String scenario, CompilerUnderTest compiler) throws Exception {
    assertEquals("", FAILING.run(compiler, scenario));
  }
}
