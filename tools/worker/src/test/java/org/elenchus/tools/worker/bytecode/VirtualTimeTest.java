package org.elenchus.tools.worker.bytecode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
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
import java.time.chrono.ChronoLocalDate;
import java.time.chrono.Chronology;
import java.time.chrono.HijrahDate;
import java.time.chrono.IsoChronology;
import java.time.chrono.JapaneseChronology;
import java.time.chrono.JapaneseDate;
import java.time.chrono.MinguoDate;
import java.time.chrono.ThaiBuddhistDate;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.elenchus.tools.worker.probe.Meter;
import org.elenchus.tools.worker.probe.OutOfFuel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SAME_THREAD)
class VirtualTimeTest {
    private static final Instant START = Instant.parse("2025-10-15T13:24:46.789Z");

    /** A calendar that calls its parent's constructor. */
    public static class OwnCalendar extends GregorianCalendar {
        private static final long serialVersionUID = 1;
    }

    /** A date that does. */
    public static class OwnDate extends Date {
        private static final long serialVersionUID = 1;
    }

    /** Every way to ask what time it is. */
    public static class Askers {
        private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
        private static final TimeZone ZONE = TimeZone.getTimeZone("Asia/Tokyo");

        public static List<Object> instants() {
            LongSupplier reference = System::currentTimeMillis;
            Supplier<Instant> instant = Instant::now;
            Supplier<InstantSource> source = InstantSource::system;
            Supplier<Date> date = Date::new;
            Supplier<Calendar> calendar = Calendar::getInstance;
            Supplier<GregorianCalendar> gregorian = GregorianCalendar::new;
            return List.of(
                    System.currentTimeMillis(),
                    new Date(),
                    Instant.now(),
                    ZonedDateTime.now().toInstant(),
                    ZonedDateTime.now(TOKYO).toInstant(),
                    OffsetDateTime.now().toInstant(),
                    OffsetDateTime.now(TOKYO).toInstant(),
                    InstantSource.system().instant(),
                    Clock.systemUTC().instant(),
                    Clock.systemDefaultZone().instant(),
                    Clock.system(TOKYO).instant(),
                    Clock.tickMillis(TOKYO).instant(),
                    Calendar.getInstance().getTime(),
                    Calendar.getInstance(ZONE).getTime(),
                    Calendar.getInstance(Locale.US).getTime(),
                    Calendar.getInstance(ZONE, Locale.US).getTime(),
                    new GregorianCalendar().getTime(),
                    new GregorianCalendar(ZONE).getTime(),
                    new GregorianCalendar(Locale.US).getTime(),
                    new GregorianCalendar(ZONE, Locale.US).getTime(),
                    reference.getAsLong(),
                    instant.get(),
                    date.get(),
                    calendar.get().getTime(),
                    gregorian.get().getTime(),
                    source.get().instant());
        }

        /** In Tokyo, and again where this machine is. */
        public static List<Object> parts(boolean tokyo) {
            Supplier<LocalDate> reference = LocalDate::now;
            return tokyo
                    ? List.of(
                            LocalDate.now(TOKYO),
                            LocalTime.now(TOKYO).getHour(),
                            LocalDateTime.now(TOKYO).getMinute(),
                            OffsetTime.now(TOKYO).getSecond(),
                            MonthDay.now(TOKYO),
                            Year.now(TOKYO),
                            YearMonth.now(TOKYO),
                            Clock.tickSeconds(TOKYO).instant(),
                            Clock.tickMinutes(TOKYO).instant())
                    : List.of(
                            LocalDate.now(),
                            LocalTime.now().getHour(),
                            LocalDateTime.now().getMinute(),
                            OffsetTime.now().getSecond(),
                            MonthDay.now(),
                            Year.now(),
                            YearMonth.now(),
                            reference.get());
        }

        /** In calendars of other cultures, in Tokyo, and then where this machine is. */
        public static List<ChronoLocalDate> cultures() {
            Chronology any = IsoChronology.INSTANCE;
            return List.of(
                    HijrahDate.now(TOKYO),
                    JapaneseDate.now(TOKYO),
                    MinguoDate.now(TOKYO),
                    ThaiBuddhistDate.now(TOKYO),
                    JapaneseChronology.INSTANCE.dateNow(TOKYO),
                    IsoChronology.INSTANCE.dateNow(TOKYO),
                    any.dateNow(TOKYO),
                    HijrahDate.now(),
                    JapaneseDate.now(),
                    MinguoDate.now(),
                    ThaiBuddhistDate.now(),
                    JapaneseChronology.INSTANCE.dateNow(),
                    IsoChronology.INSTANCE.dateNow(),
                    any.dateNow());
        }

        public static long waits(long millis) {
            long start = System.nanoTime();
            long end = System.currentTimeMillis() + millis;
            while (System.currentTimeMillis() < end) {}
            return System.nanoTime() - start;
        }

        /** All of it inside the platform. */
        public static long waitsInAStream(long nanos) {
            long end = System.nanoTime() + nanos;
            return LongStream.generate(System::nanoTime)
                    .filter(Long.valueOf(end)::equals)
                    .findFirst()
                    .getAsLong();
        }

        public static long sleeps(long millis) throws InterruptedException {
            long start = System.currentTimeMillis();
            Thread.sleep(millis);
            return System.currentTimeMillis() - start;
        }

        public static long sleepsADuration(long millis) throws InterruptedException {
            long start = System.currentTimeMillis();
            Thread.sleep(Duration.ofMillis(millis));
            return System.currentTimeMillis() - start;
        }

        public static long waitsElsewhere(long millis) throws InterruptedException {
            long start = System.currentTimeMillis();
            Thread other = new Thread(() -> {
                while (System.currentTimeMillis() < start + millis) {}
            });
            other.start();
            other.join();
            return System.currentTimeMillis() - start;
        }
    }

    private static Object call(String method, long argument) throws Exception {
        return Fresh.instrumented(Askers.class).getMethod(method, long.class).invoke(null, argument);
    }

    @Test
    void every_way_to_ask_gives_the_time_of_the_test_and_the_same_in_every_run() throws Exception {
        List<?> asked = instants();
        assertThat(instants()).isEqualTo(asked);
        assertThat(asked).allSatisfy(answer -> assertThat(instant(answer)).isBetween(START, START.plusMillis(1)));
    }

    private static List<?> instants() throws Exception {
        Meter meter = Meter.start(10_000, null);
        List<?> asked =
                (List<?>) Fresh.instrumented(Askers.class).getMethod("instants").invoke(null);
        meter.stop();
        return asked;
    }

    private static Instant instant(Object answer) {
        return switch (answer) {
            case Long millis -> Instant.ofEpochMilli(millis);
            case Date date -> date.toInstant();
            default -> (Instant) answer;
        };
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void dates_are_those_of_the_zone_that_is_asked_for(boolean tokyo) throws Exception {
        Meter meter = Meter.start(10_000, null);
        List<?> asked = (List<?>) Fresh.instrumented(Askers.class)
                .getMethod("parts", boolean.class)
                .invoke(null, tokyo);
        meter.stop();
        ZonedDateTime there = START.atZone(tokyo ? Askers.TOKYO : ZoneId.systemDefault());
        assertThat(asked.subList(0, 7))
                .isEqualTo(List.of(
                        there.toLocalDate(),
                        there.getHour(),
                        there.getMinute(),
                        there.getSecond(),
                        MonthDay.from(there),
                        Year.from(there),
                        YearMonth.from(there)));
        assertThat(asked.subList(7, asked.size()))
                .isEqualTo(
                        tokyo
                                ? List.of(Instant.parse("2025-10-15T13:24:46Z"), Instant.parse("2025-10-15T13:24:00Z"))
                                : List.of(there.toLocalDate()));
    }

    @Test
    void dates_of_other_cultures_are_those_of_the_same_day() throws Exception {
        Meter meter = Meter.start(10_000, null);
        List<?> asked =
                (List<?>) Fresh.instrumented(Askers.class).getMethod("cultures").invoke(null);
        meter.stop();
        assertThat(asked).hasSize(14);
        for (int i = 0; i < asked.size(); i++) {
            ZoneId zone = i < 7 ? Askers.TOKYO : ZoneId.systemDefault();
            assertThat(LocalDate.from((ChronoLocalDate) asked.get(i)))
                    .isEqualTo(START.atZone(zone).toLocalDate());
        }
    }

    @Test
    void a_subclass_of_a_calendar_or_a_date_still_verifies() throws Exception {
        Meter meter = Meter.start(10_000, null);
        Object calendar = Fresh.instrumented(OwnCalendar.class).getConstructor().newInstance();
        Object date = Fresh.instrumented(OwnDate.class).getConstructor().newInstance();
        meter.stop();
        assertThat(calendar).isInstanceOf(GregorianCalendar.class);
        assertThat(((Date) date).toInstant()).isEqualTo(START);
    }

    @Test
    void a_loop_that_waits_for_the_clock_ends_after_its_time_in_fuel() throws Exception {
        Meter meter = Meter.start(1_000_000, null);
        long nanos = (Long) call("waits", 30);
        Meter.Reading reading = meter.stop();
        assertThat(nanos).isBetween(29_000_000L, 31_000_000L);
        assertThat(reading.used()).isBetween(290_000L, 310_000L);
        assertThat(reading.concurrent()).isFalse();
    }

    @Test
    void a_loop_that_waits_longer_than_its_fuel_lasts_is_out_of_it() {
        Meter meter = Meter.start(1_000_000, null);
        assertThat(catchThrowable(() -> call("waits", 101))).hasCauseInstanceOf(OutOfFuel.class);
        meter.stop();
    }

    @Test
    void asking_alone_makes_time_pass() throws Exception {
        Meter meter = Meter.start(1_000_000, null);
        assertThat((Long) call("waitsInAStream", 50_000_000)).isPositive();
        assertThat(meter.stop().used()).isBetween(499_000L, 501_000L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sleeps", "sleepsADuration"})
    void a_sleep_takes_as_long_as_it_says(String method) throws Exception {
        Meter meter = Meter.start(100_000_000, null);
        assertThat((Long) call(method, 5_000)).isEqualTo(5_000);
        meter.stop();
    }

    @Test
    void time_passes_on_other_threads_too_and_they_are_noticed() throws Exception {
        Meter meter = Meter.start(10_000_000, null);
        assertThat((Long) call("waitsElsewhere", 20)).isBetween(20L, 21L);
        Meter.Reading reading = meter.stop();
        assertThat(reading.concurrent()).isTrue();
        assertThat(reading.used()).isLessThan(1_000);
    }

    @Test
    void a_new_test_has_nothing_of_the_last_ones_threads() throws Exception {
        Meter.start(10_000_000, null);
        call("waitsElsewhere", 1);
        assertThat(Meter.start(10, null).stop().concurrent()).isFalse();
    }

    @Test
    void clocks_of_one_zone_are_equal() {
        Clock utc = org.elenchus.tools.worker.probe.Now.systemUTC();
        assertThat(utc.withZone(ZoneOffset.MAX))
                .isNotEqualTo(utc)
                .isEqualTo(org.elenchus.tools.worker.probe.Now.system(ZoneOffset.MAX))
                .hasToString("SystemClock[+18:00]");
    }
}
