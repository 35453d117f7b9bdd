package org.elenchus.tools.worker.probe;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.TimeZone;

/** The platform's ways to ask for the time, answered by the {@link VirtualClock}. Instrumented code calls these instead. */
public final class Now {
    private Now() {}

    public static long millis() {
        return systemUTC().millis();
    }

    public static long nanos() {
        return VirtualClock.NANOS_AT_START + VirtualClock.elapsedNanos();
    }

    public static Clock systemUTC() {
        return new VirtualClock(ZoneOffset.UTC);
    }

    public static Clock systemDefaultZone() {
        return new VirtualClock(ZoneId.systemDefault());
    }

    public static Clock system(ZoneId zone) {
        return new VirtualClock(zone);
    }

    public static Clock tickMillis(ZoneId zone) {
        return Clock.tick(system(zone), Duration.ofMillis(1));
    }

    public static Clock tickSeconds(ZoneId zone) {
        return Clock.tick(system(zone), Duration.ofSeconds(1));
    }

    public static Clock tickMinutes(ZoneId zone) {
        return Clock.tick(system(zone), Duration.ofMinutes(1));
    }

    public static Instant instant() {
        return systemUTC().instant();
    }

    public static LocalDate localDate() {
        return LocalDate.now(systemDefaultZone());
    }

    public static LocalDate localDate(ZoneId zone) {
        return LocalDate.now(system(zone));
    }

    public static LocalDateTime localDateTime() {
        return LocalDateTime.now(systemDefaultZone());
    }

    public static LocalDateTime localDateTime(ZoneId zone) {
        return LocalDateTime.now(system(zone));
    }

    public static LocalTime localTime() {
        return LocalTime.now(systemDefaultZone());
    }

    public static LocalTime localTime(ZoneId zone) {
        return LocalTime.now(system(zone));
    }

    public static MonthDay monthDay() {
        return MonthDay.now(systemDefaultZone());
    }

    public static MonthDay monthDay(ZoneId zone) {
        return MonthDay.now(system(zone));
    }

    public static OffsetDateTime offsetDateTime() {
        return OffsetDateTime.now(systemDefaultZone());
    }

    public static OffsetDateTime offsetDateTime(ZoneId zone) {
        return OffsetDateTime.now(system(zone));
    }

    public static OffsetTime offsetTime() {
        return OffsetTime.now(systemDefaultZone());
    }

    public static OffsetTime offsetTime(ZoneId zone) {
        return OffsetTime.now(system(zone));
    }

    public static Year year() {
        return Year.now(systemDefaultZone());
    }

    public static Year year(ZoneId zone) {
        return Year.now(system(zone));
    }

    public static YearMonth yearMonth() {
        return YearMonth.now(systemDefaultZone());
    }

    public static YearMonth yearMonth(ZoneId zone) {
        return YearMonth.now(system(zone));
    }

    public static ZonedDateTime zonedDateTime() {
        return ZonedDateTime.now(systemDefaultZone());
    }

    public static ZonedDateTime zonedDateTime(ZoneId zone) {
        return ZonedDateTime.now(system(zone));
    }

    public static Date date() {
        return new Date(millis());
    }

    public static Calendar calendar() {
        return set(Calendar.getInstance());
    }

    public static Calendar calendar(TimeZone zone) {
        return set(Calendar.getInstance(zone));
    }

    public static Calendar calendar(Locale locale) {
        return set(Calendar.getInstance(locale));
    }

    public static Calendar calendar(TimeZone zone, Locale locale) {
        return set(Calendar.getInstance(zone, locale));
    }

    public static GregorianCalendar gregorianCalendar() {
        return set(new GregorianCalendar());
    }

    /** For a calendar that has just asked the machine's clock. */
    public static GregorianCalendar set(GregorianCalendar calendar) {
        calendar.setTimeInMillis(millis());
        return calendar;
    }

    private static Calendar set(Calendar calendar) {
        calendar.setTimeInMillis(millis());
        return calendar;
    }
}
