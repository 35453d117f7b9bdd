package org.elenchus.tools.simulation.machine;

import java.util.SplittableRandom;

/** Every draw of one schedule, in the order in which they are made. Two of the same seed draw alike. */
public final class Chance {
    private static final int MILLE = 1000;

    private final SplittableRandom random;

    public Chance(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** Whether something happens that happens so many times in a thousand. Draws nothing where it cannot. */
    public boolean happens(int perMille) {
        return perMille > 0 && random.nextInt(MILLE) < perMille;
    }

    /** A number in 0..bound-1. */
    public int below(int bound) {
        return random.nextInt(bound);
    }

    /** A duration in 1..bound, in nanoseconds. */
    public long nanos(long bound) {
        return 1 + random.nextLong(bound);
    }
}
