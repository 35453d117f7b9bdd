package org.elenchus.tools.worker.probe;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;

/** Seeds for what would have seeded itself: in every run of a test the first is the same, and the second, and so on. */
public final class Draws {
    private static final AtomicLong COUNT = new AtomicLong();

    private Draws() {}

    static void begin() {
        COUNT.set(0);
    }

    /** The next seed. */
    public static long seed() {
        return new SplittableRandom(COUNT.incrementAndGet()).nextLong();
    }

    /** {@link #seed()} where an object is wanted. */
    public static Object boxedSeed() {
        return seed();
    }

    /** What some generators want beside a seed. */
    public static Object[] noData() {
        return new Object[0];
    }

    /** Replaces {@link Math#random()} and {@link StrictMath#random()}. */
    public static double random() {
        return new SplittableRandom(COUNT.incrementAndGet()).nextDouble();
    }

    /** Replaces {@link Collections#shuffle(List)}. */
    public static void shuffle(List<?> list) {
        Collections.shuffle(list, newRandom());
    }

    /** Replaces a reference to {@link Random#Random()}. */
    public static Random newRandom() {
        return new Random(seed());
    }

    /** Replaces a reference to {@link SplittableRandom#SplittableRandom()}. */
    public static SplittableRandom newSplittableRandom() {
        return new SplittableRandom(seed());
    }
}
