package org.elenchus.tools.worker.probe;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/**
 * The time of a test: a fixed instant at its start, then as much as its fuel buys. It stands still while the test waits for the processor, and
 * moves on with every line and every sleep, so that a loop that waits for it ends.
 */
final class VirtualClock extends Clock {
    /**
     * When every test begins. Not long past, since tests take dates of their own year for past ones, and files that they write have the
     * machine's time; and past, since a fixed instant in the future would make those files older than the test. No day or hour that a
     * calendar treats in a way of its own, the same date nearly everywhere, and a different figure in each field, so that one taken for
     * another shows.
     */
    static final Instant START = Instant.parse("2025-10-15T13:24:46.789Z");

    /** What {@link System#nanoTime()} would say then: any figure but zero, which programs use for "not yet". */
    static final long NANOS_AT_START = 3_600_000_000_000L;

    private static final long NANOS_PER_FUEL = 1_000_000 / Probes.FUEL_PER_MILLISECOND;

    private final ZoneId zone;

    VirtualClock(ZoneId zone) {
        this.zone = zone;
    }

    /** Since the test's start. */
    static long elapsedNanos() {
        return Probes.burned() * NANOS_PER_FUEL;
    }

    @Override
    public Instant instant() {
        return START.plusNanos(elapsedNanos());
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new VirtualClock(other);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VirtualClock clock && clock.zone.equals(zone);
    }

    @Override
    public int hashCode() {
        return zone.hashCode();
    }

    /** As the system's clock calls itself. */
    @Override
    public String toString() {
        return "SystemClock[" + zone + "]";
    }
}
