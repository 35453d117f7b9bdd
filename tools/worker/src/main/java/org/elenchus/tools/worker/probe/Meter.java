package org.elenchus.tools.worker.probe;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** The worker's side of the probes: counts one test after another. Not visible to code under test, which has no use for it. */
public final class Meter {
    private final long budget;

    private Meter(long budget) {
        this.budget = budget;
    }

    /** Lines reached, by probe; one array serves many tests, each with its own stamp. */
    public static final class Marks {
        private final int[] stamps;
        private int stamp;

        public Marks(int probes) {
            stamps = new int[probes];
        }

        /** Probes passed since the last {@link Meter#start}. */
        public BitSet passed() {
            BitSet passed = new BitSet(stamps.length);
            for (int i = 0; i < stamps.length; i++) {
                if (stamps[i] == stamp) {
                    passed.set(i);
                }
            }
            return passed;
        }
    }

    /** Begins to count for the calling thread. @param marks null when coverage is not wanted */
    public static Meter start(long budget, @Nullable Marks marks) {
        if (marks == null) {
            Probes.begin(budget, 0, null);
        } else {
            Probes.begin(budget, ++marks.stamp, marks.stamps);
        }
        return new Meter(budget);
    }

    /** Ends the count. */
    public Reading stop() {
        long left = Probes.end();
        return new Reading(left < 0 ? budget : budget - left, Probes.exhaustion(), Probes.concurrent());
    }

    /** The test ran out of stack where no probe saw it: its fuel is gone. */
    public static void overflowed(StackOverflowError overflow) {
        Probes.overflowed(overflow);
    }

    /** A figure that stands still only while nothing instrumented runs. */
    public static long pulse() {
        return Probes.pulse();
    }

    /**
     * What a test cost.
     *
     * @param used probes passed by the test's own thread, at most its budget
     * @param exhaustion where fuel or stack ran out, or null
     * @param concurrent whether anything instrumented ran on another thread
     */
    public record Reading(long used, @Nullable OutOfFuel exhaustion, boolean concurrent) {}
}
