package dev.millrace.processor.options;

import dev.millrace.processor.picture.PlanFormat;
import dev.millrace.processor.report.Message;
import dev.millrace.processor.report.Problems;
import dev.millrace.processor.resolve.Names;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a build asks of the processor.
 *
 * @param cache whether pipelines may have a cache, and what cannot be cached is told
 * @param plan the pictures that are written of every plan
 * @param strict whether warnings are errors
 * @param twinTests whether tests of twins are generated
 * @param verbose whether a note says what each pipeline became
 */
public record Options(
    boolean cache, Set<PlanFormat> plan, boolean strict, boolean twinTests, boolean verbose) {

  /**
   * Reads the options of a build; what is wrong with them becomes a problem, and is as if it were
   * not there.
   *
   * @param given all options of all processors by key; null where one has no value
   */
  public static Options read(Map<String, @Nullable String> given, Problems problems) {
    for (String key : new TreeMap<>(given).keySet()) {
      if (isOurs(key) && !Option.keys().contains(key)) {
        problems.add(
            Message.OPTION_UNKNOWN,
            CommandLine.ORIGIN,
            key,
            String.join(", ", Option.keys()),
            Names.didYouMean(key, Option.keys()));
      }
    }
    return new Options(
        flag(Option.CACHE, given, problems),
        formats(given, problems),
        flag(Option.STRICT, given, problems),
        flag(Option.TWIN_TESTS, given, problems),
        flag(Option.VERBOSE, given, problems));
  }

  /**
   * Returns the keys that the processor answers for: those it knows, and the unknown ones that it
   * warns of, so that the compiler does not do so too.
   */
  public static Set<String> answeredFor(Set<String> given) {
    Set<String> keys = new LinkedHashSet<>(Option.keys());
    given.stream().filter(Options::isOurs).sorted().forEach(keys::add);
    return keys;
  }

  private static boolean isOurs(String key) {
    return key.startsWith(Option.PREFIX);
  }

  private static boolean flag(
      Option option, Map<String, @Nullable String> given, Problems problems) {
    String value = given.get(option.key());
    boolean isWrong =
        given.containsKey(option.key()) && !"true".equals(value) && !"false".equals(value);
    if (isWrong) {
      refuse(option, value, problems);
    }
    return option.isOnAlready() ? !"false".equals(value) : "true".equals(value);
  }

  private static Set<PlanFormat> formats(Map<String, @Nullable String> given, Problems problems) {
    Set<PlanFormat> formats = EnumSet.noneOf(PlanFormat.class);
    String value = given.get(Option.PLAN.key());
    if (value == null) {
      if (given.containsKey(Option.PLAN.key())) {
        refuse(Option.PLAN, null, problems);
      }
      return formats;
    }
    for (String name : value.split(",", -1)) {
      PlanFormat.named(name.strip())
          .ifPresentOrElse(formats::add, () -> refuse(Option.PLAN, name, problems));
    }
    return formats;
  }

  private static void refuse(Option option, @Nullable String value, Problems problems) {
    problems.add(
        Message.OPTION_VALUE,
        CommandLine.ORIGIN,
        option.key(),
        value == null ? "has no value" : "is \"" + value + "\"",
        option.allowed());
  }
}
