package dev.millrace.runtime.spi;

import static dev.millrace.runtime.spi.ScalarKeys.orNull;

import dev.millrace.runtime.cache.key.KeyBytes;
import dev.millrace.runtime.cache.key.Tag;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/** Dates and times in keys. */
public final class TimeKeys {
  /** Of an {@code Instant}. */
  public static final KeyEncoder<Instant> INSTANT =
      orNull(
          (value, sink) ->
              sink.bytes.tag(Tag.INSTANT).int64(value.getEpochSecond()).int32(value.getNano()));

  /** Of a {@code Duration}. */
  public static final KeyEncoder<Duration> DURATION =
      orNull(
          (value, sink) ->
              sink.bytes.tag(Tag.DURATION).int64(value.getSeconds()).int32(value.getNano()));

  /** Of a {@code Period}; twelve months are not a year. */
  public static final KeyEncoder<Period> PERIOD =
      orNull(
          (value, sink) ->
              sink.bytes
                  .tag(Tag.PERIOD)
                  .int32(value.getYears())
                  .int32(value.getMonths())
                  .int32(value.getDays()));

  /** Of a {@code LocalDate}. */
  public static final KeyEncoder<LocalDate> LOCAL_DATE =
      orNull((value, sink) -> date(value, sink.bytes.tag(Tag.LOCAL_DATE)));

  /** Of a {@code LocalTime}. */
  public static final KeyEncoder<LocalTime> LOCAL_TIME =
      orNull((value, sink) -> time(value, sink.bytes.tag(Tag.LOCAL_TIME)));

  /** Of a {@code LocalDateTime}. */
  public static final KeyEncoder<LocalDateTime> LOCAL_DATE_TIME =
      orNull((value, sink) -> both(value, sink.bytes.tag(Tag.LOCAL_DATE_TIME)));

  /** Of an {@code OffsetTime}. */
  public static final KeyEncoder<OffsetTime> OFFSET_TIME =
      orNull(
          (value, sink) -> {
            time(value.toLocalTime(), sink.bytes.tag(Tag.OFFSET_TIME));
            sink.bytes.int32(value.getOffset().getTotalSeconds());
          });

  /** Of an {@code OffsetDateTime}; one instant at two offsets is two, as {@code equals} says. */
  public static final KeyEncoder<OffsetDateTime> OFFSET_DATE_TIME =
      orNull(
          (value, sink) -> {
            both(value.toLocalDateTime(), sink.bytes.tag(Tag.OFFSET_DATE_TIME));
            sink.bytes.int32(value.getOffset().getTotalSeconds());
          });

  /** Of a {@code ZonedDateTime}. */
  public static final KeyEncoder<ZonedDateTime> ZONED_DATE_TIME =
      orNull(
          (value, sink) -> {
            both(value.toLocalDateTime(), sink.bytes.tag(Tag.ZONED_DATE_TIME));
            sink.bytes.int32(value.getOffset().getTotalSeconds());
            zone(value.getZone(), sink.bytes);
          });

  /** Of a {@code Year}. */
  public static final KeyEncoder<Year> YEAR =
      orNull((value, sink) -> sink.bytes.tag(Tag.YEAR).int32(value.getValue()));

  /** Of a {@code YearMonth}. */
  public static final KeyEncoder<YearMonth> YEAR_MONTH =
      orNull(
          (value, sink) ->
              sink.bytes
                  .tag(Tag.YEAR_MONTH)
                  .int32(value.getYear())
                  .int8((byte) value.getMonthValue()));

  /** Of a {@code MonthDay}. */
  public static final KeyEncoder<MonthDay> MONTH_DAY =
      orNull(
          (value, sink) ->
              sink.bytes
                  .tag(Tag.MONTH_DAY)
                  .int8((byte) value.getMonthValue())
                  .int8((byte) value.getDayOfMonth()));

  /** Of a {@code ZoneId}, by its name; an offset is one, too. */
  public static final KeyEncoder<ZoneId> ZONE_ID = orNull((value, sink) -> zone(value, sink.bytes));

  private TimeKeys() {}

  private static KeyBytes date(LocalDate date, KeyBytes bytes) {
    return bytes.int64(date.toEpochDay());
  }

  private static KeyBytes time(LocalTime time, KeyBytes bytes) {
    return bytes.int64(time.toNanoOfDay());
  }

  private static void both(LocalDateTime value, KeyBytes bytes) {
    time(value.toLocalTime(), date(value.toLocalDate(), bytes));
  }

  private static void zone(ZoneId zone, KeyBytes bytes) {
    if (zone instanceof ZoneOffset offset) {
      bytes.tag(Tag.ZONE_OFFSET).int32(offset.getTotalSeconds());
    } else {
      bytes.tag(Tag.ZONE_REGION).text(zone.getId());
    }
  }
}
