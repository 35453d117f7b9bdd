package org.elenchus.actors.slot;

import java.util.concurrent.atomic.LongAdder;

/** How long the node's slots were busy. For the split of a run's wall time only: nothing here reaches an event. Thread-safe. */
public final class SlotMeter {
    private final LongAdder busyNanos = new LongAdder();
    private final LongAdder done = new LongAdder();
    private final LongAdder faulted = new LongAdder();

    void add(long nanos, boolean fault) {
        busyNanos.add(nanos);
        (fault ? faulted : done).increment();
    }

    public Reading read() {
        return new Reading(busyNanos.sum(), done.sum(), faulted.sum());
    }

    /** @param busyNanos summed over slots; @param done pieces of work with a result; @param faulted pieces of work lost to the machine */
    public record Reading(long busyNanos, long done, long faulted) {}
}
