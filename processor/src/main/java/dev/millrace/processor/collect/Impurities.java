package dev.millrace.processor.collect;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What reads the clock, randomness or the environment: the JDK's methods that do, by class. */
final class Impurities {

  /**
   * One reading of more than the inputs.
   *
   * @param what what is read, {@code the clock}
   * @param how by which means, {@code Instant.now}
   */
  record Impurity(String what, String how) {}

  private static final String CLOCK = "the clock";
  private static final String CHANCE = "randomness";
  private static final String ENVIRONMENT = "the environment";

  /** Types whose values are not what they seem: each reading of them gives another result. */
  static final Map<String, String> TYPES =
      Map.of(
          "java.time.Clock", CLOCK,
          "java.time.InstantSource", CLOCK,
          "java.util.Random", CHANCE,
          "java.util.random.RandomGenerator", CHANCE);

  private static final Set<String> ZONES = Set.of("java.time.ZoneId", "java.time.ZoneOffset");

  /** Classes of {@code java.time} whose {@code now} takes nothing, or a zone, or a clock. */
  private static final Set<String> DATED =
      Set.of(
          "Instant",
          "LocalDate",
          "LocalDateTime",
          "LocalTime",
          "MonthDay",
          "OffsetDateTime",
          "OffsetTime",
          "Year",
          "YearMonth",
          "ZonedDateTime");

  private static final Map<String, Map<String, String>> CALLS =
      Map.ofEntries(
          Map.entry(
              "java.lang.System",
              Map.of(
                  "currentTimeMillis", CLOCK,
                  "nanoTime", CLOCK,
                  "getenv", ENVIRONMENT,
                  "getProperty", ENVIRONMENT,
                  "getProperties", ENVIRONMENT)),
          Map.entry("java.lang.Math", Map.of("random", CHANCE)),
          Map.entry("java.lang.StrictMath", Map.of("random", CHANCE)),
          Map.entry("java.lang.Boolean", Map.of("getBoolean", ENVIRONMENT)),
          Map.entry("java.lang.Integer", Map.of("getInteger", ENVIRONMENT)),
          Map.entry("java.lang.Long", Map.of("getLong", ENVIRONMENT)),
          Map.entry(
              "java.time.Clock",
              Map.of(
                  "system", CLOCK,
                  "systemDefaultZone", CLOCK,
                  "systemUTC", CLOCK,
                  "tick", CLOCK,
                  "tickMillis", CLOCK,
                  "tickMinutes", CLOCK,
                  "tickSeconds", CLOCK)),
          Map.entry("java.time.InstantSource", Map.of("system", CLOCK)),
          Map.entry("java.time.ZoneId", Map.of("systemDefault", ENVIRONMENT)),
          Map.entry("java.util.Calendar", Map.of("getInstance", CLOCK)),
          Map.entry("java.util.Locale", Map.of("getDefault", ENVIRONMENT)),
          Map.entry("java.util.TimeZone", Map.of("getDefault", ENVIRONMENT)),
          Map.entry("java.util.UUID", Map.of("randomUUID", CHANCE)),
          Map.entry("java.util.concurrent.ThreadLocalRandom", Map.of("current", CHANCE)),
          Map.entry("java.util.random.RandomGenerator", Map.of("of", CHANCE, "getDefault", CHANCE)),
          Map.entry("java.nio.charset.Charset", Map.of("defaultCharset", ENVIRONMENT)));

  /** Classes of which an instance made without arguments is never the same. */
  private static final Map<String, String> MADE =
      Map.of(
          "java.util.Date", CLOCK,
          "java.util.GregorianCalendar", CLOCK,
          "java.util.Random", CHANCE,
          "java.util.SplittableRandom", CHANCE,
          "java.security.SecureRandom", CHANCE);

  private Impurities() {}

  /** Returns what a call reads besides its arguments, if anything. */
  static Optional<Impurity> of(Mention.Call call) {
    String simple = call.owner().substring(call.owner().lastIndexOf('.') + 1);
    if (call.method().equals("new")) {
      return Optional.ofNullable(call.arguments().isEmpty() ? MADE.get(call.owner()) : null)
          .map(what -> new Impurity(what, "new " + simple + "()"));
    }
    return what(call, simple).map(what -> new Impurity(what, simple + "." + call.method()));
  }

  private static Optional<String> what(Mention.Call call, String simple) {
    List<String> arguments = call.arguments();
    if (call.method().equals("now") && call.owner().equals("java.time." + simple)) {
      boolean bySystem = arguments.isEmpty() || ZONES.contains(arguments.get(0));
      return DATED.contains(simple) && bySystem ? Optional.of(CLOCK) : Optional.empty();
    }
    if (call.owner().equals("java.util.Collections")) {
      boolean byChance = call.method().equals("shuffle") && arguments.size() == 1;
      return byChance ? Optional.of(CHANCE) : Optional.empty();
    }
    return Optional.ofNullable(CALLS.getOrDefault(call.owner(), Map.of()).get(call.method()));
  }
}
