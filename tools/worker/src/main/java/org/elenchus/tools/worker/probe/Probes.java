package org.elenchus.tools.worker.probe;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The targets of the calls that instrumentation inserts. One test runs at a time. Its own thread burns its fuel, so that the figure is
 * the same in every run; threads it starts burn from a looser budget that only keeps them from running for ever.
 */
public final class Probes {
    /** Fuel of one millisecond asleep. */
    public static final long FUEL_PER_MILLISECOND = 10_000;

    /** The longest real sleep, milliseconds; the rest of what was asked for is paid in fuel only. */
    private static final long LONGEST_SLEEP = 50;

    /** Arrays beyond this are refused before the heap is asked, so that the answer does not depend on what else is in it. */
    private static final int LONGEST_ARRAY = 1 << 25;

    private static final int ELEMENTS_PER_FUEL = 256;
    private static final long LEAST_SIDE_BUDGET = 20_000_000;
    private static final AtomicLong SIDE_FUEL = new AtomicLong(LEAST_SIDE_BUDGET);

    /** What {@link CollectorThreads} burn from; no test's, and its time does not go on with it. */
    private static final AtomicLong COLLECTOR_FUEL = new AtomicLong(LEAST_SIDE_BUDGET);

    private static @Nullable Thread owner;
    private static long tank;
    private static long fuel;
    private static long sideTank;

    /** Whether anything instrumented ran on another thread than the test's own. */
    private static volatile boolean concurrent;

    private static volatile int @Nullable [] marks;
    private static volatile int stamp;
    private static volatile @Nullable OutOfFuel exhaustion;

    private Probes() {}

    /** A line of main code is about to run. */
    public static void hit(int probe) {
        int[] marked = marks;
        if (marked != null && probe < marked.length && ofTest(Thread.currentThread())) {
            marked[probe] = stamp;
        }
        step();
    }

    /** A line of test code, a handler or a jump backwards is about to run. */
    public static void step() {
        if (Thread.currentThread() == owner) {
            if (--fuel < 0) {
                throw exhausted();
            }
        } else {
            burnAside(1);
        }
    }

    /**
     * A handler that takes anything is about to run. A stack that overflowed takes the rest of the fuel with it: how deep it got differs from
     * run to run, and so would what is left and what is done with it.
     */
    public static void caught(Throwable thrown) {
        if (thrown instanceof StackOverflowError overflow && Thread.currentThread() == owner) {
            overflowed(overflow);
            throw exhausted();
        }
    }

    /** The test's own thread ran out of stack. */
    static void overflowed(StackOverflowError overflow) {
        fuel = -1;
        if (exhaustion == null) {
            exhaustion = new OutOfFuel(overflow);
        }
    }

    /** An array of this many elements is about to be made. */
    public static void allocate(int elements) {
        if (elements > LONGEST_ARRAY) {
            throw new AllocationRefused(elements);
        }
        if (elements >= ELEMENTS_PER_FUEL) {
            burn(elements / ELEMENTS_PER_FUEL);
        }
    }

    /** Replaces {@link Thread#sleep(long)}. */
    public static void sleep(long milliseconds) throws InterruptedException {
        burn(Math.min(Math.max(0, milliseconds), Long.MAX_VALUE / FUEL_PER_MILLISECOND) * FUEL_PER_MILLISECOND);
        Thread.sleep(Math.min(milliseconds, LONGEST_SLEEP));
    }

    /** Replaces {@link Thread#sleep(long, int)}. */
    public static void sleep(long milliseconds, int nanoseconds) throws InterruptedException {
        if (milliseconds < 0 || nanoseconds < 0 || nanoseconds > 999_999) {
            throw new IllegalArgumentException("timeout value is negative or nanosecond value out of range");
        }
        sleep(milliseconds);
    }

    /** Replaces {@link Thread#sleep(Duration)}. */
    public static void sleep(Duration duration) throws InterruptedException {
        sleep(Math.max(0, TimeUnit.MILLISECONDS.convert(duration)));
    }

    /** Replaces {@link TimeUnit#sleep(long)}. */
    public static void sleep(TimeUnit unit, long duration) throws InterruptedException {
        sleep(Math.max(0, unit.toMillis(duration)));
    }

    /** Replaces {@link System#exit(int)}. */
    public static void exit(int status) {
        throw new ExitAttempted();
    }

    /** Replaces {@link Runtime#exit(int)} and {@link Runtime#halt(int)}. */
    public static void exit(Runtime runtime, int status) {
        throw new ExitAttempted();
    }

    /** Called before whatever would start a process. */
    public static void refuseProcess() throws IOException {
        throw new IOException("no process may be started in the sandbox");
    }

    /** Starts the count for a test that the calling thread is about to run. @param marked where to note lines reached, or null */
    static void begin(long budget, int mark, int @Nullable [] marked) {
        owner = Thread.currentThread();
        tank = budget;
        fuel = budget;
        concurrent = false;
        stamp = mark;
        marks = marked;
        exhaustion = null;
        Draws.begin();
        Hashes.begin();
        sideTank = Math.max(LEAST_SIDE_BUDGET, budget > Long.MAX_VALUE / 16 ? Long.MAX_VALUE : budget * 16);
        SIDE_FUEL.set(sideTank);
        COLLECTOR_FUEL.set(LEAST_SIDE_BUDGET);
    }

    /**
     * Ends the count. What is instrumented and runs between tests, while classes are read and failures described, has fuel of its own: a test
     * whose threads used up theirs leaves none.
     *
     * @return the fuel left; negative when it ran out
     */
    static long end() {
        owner = null;
        marks = null;
        SIDE_FUEL.set(LEAST_SIDE_BUDGET);
        return fuel;
    }

    static boolean concurrent() {
        return concurrent;
    }

    /**
     * Fuel that the test has burned, on all threads. Asking costs a line's worth, so that time passes even for a loop of the platform's own
     * that does nothing but ask.
     */
    static long burned() {
        step();
        return tank - fuel + sideTank - SIDE_FUEL.get();
    }

    static @Nullable OutOfFuel exhaustion() {
        return exhaustion;
    }

    /** A figure that changes while anything instrumented runs; read by the watchdog without synchronisation. */
    static long pulse() {
        return fuel + SIDE_FUEL.get() + COLLECTOR_FUEL.get();
    }

    private static void burn(long amount) {
        if (Thread.currentThread() == owner) {
            fuel -= amount;
            if (fuel < 0) {
                throw exhausted();
            }
        } else {
            burnAside(amount);
        }
    }

    private static OutOfFuel exhausted() {
        if (Thread.currentThread() == owner) {
            fuel = -1;
        }
        OutOfFuel first = exhaustion;
        if (first == null) {
            first = new OutOfFuel(true);
            exhaustion = first;
            return first;
        }
        return new OutOfFuel(false);
    }

    private static boolean ofTest(Thread thread) {
        return thread == owner || !CollectorThreads.include(thread);
    }

    private static void burnAside(long amount) {
        Thread thread = Thread.currentThread();
        RequestThreads group = RequestThreads.of(thread);
        if (group == null && CollectorThreads.include(thread)) {
            if (COLLECTOR_FUEL.addAndGet(-amount) < 0) {
                throw new OutOfFuel(false);
            }
            return;
        }
        if (!concurrent) {
            concurrent = true;
        }
        if (group != null && group.isClosed()) {
            throw new OutOfFuel(false);
        }
        if (SIDE_FUEL.addAndGet(-amount) < 0) {
            throw exhausted();
        }
    }
}
