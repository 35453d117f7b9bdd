package org.elenchus.tools.simulation.machine;

import com.typesafe.config.Config;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.ThreadFactory;
import org.apache.pekko.actor.AbstractScheduler;
import org.apache.pekko.actor.Cancellable;
import org.apache.pekko.event.LoggingAdapter;
import org.jspecify.annotations.Nullable;
import scala.concurrent.ExecutionContext;
import scala.concurrent.duration.FiniteDuration;

/** A scheduler whose clock moves when it is told to. Times are nanoseconds since the start of a schedule. */
public final class VirtualTime extends AbstractScheduler {
    private static final double TICKS_PER_SECOND = 1_000_000;

    private final PriorityQueue<Timer> timers =
            new PriorityQueue<>(Comparator.comparingLong(Timer::due).thenComparingLong(timer -> timer.number));
    private long now;
    private long numbers;

    /** The constructor an actor system calls. */
    public VirtualTime(Config config, LoggingAdapter log, ThreadFactory threads) {
        // Nothing of the machine beneath is needed.
    }

    @Override
    public Cancellable schedule(
            FiniteDuration initialDelay, FiniteDuration interval, Runnable runnable, ExecutionContext executor) {
        return add(initialDelay.toNanos(), Math.max(1, interval.toNanos()), () -> executor.execute(runnable));
    }

    @Override
    public Cancellable scheduleOnce(FiniteDuration delay, Runnable runnable, ExecutionContext executor) {
        return after(delay.toNanos(), () -> executor.execute(runnable));
    }

    @Override
    public double maxFrequency() {
        return TICKS_PER_SECOND;
    }

    /** Runs something after a while. */
    Cancellable after(long nanos, Runnable runnable) {
        return add(nanos, 0, runnable);
    }

    synchronized long now() {
        return now;
    }

    /** Lets time pass and rings what became due. */
    void pass(long nanos) {
        ringUntil(now() + nanos);
    }

    /** Goes to the next timer and rings it. @return false when nothing is scheduled */
    boolean leap() {
        long next;
        synchronized (this) {
            dropCancelled();
            if (timers.isEmpty()) {
                return false;
            }
            next = Math.max(now, timers.element().due);
        }
        ringUntil(next);
        return true;
    }

    /** Forgets all timers and starts at zero. */
    synchronized void reset() {
        timers.clear();
        now = 0;
        numbers = 0;
    }

    private synchronized Timer add(long delay, long interval, Runnable runnable) {
        Timer timer = new Timer(now + Math.max(0, delay), numbers++, interval, runnable);
        timers.add(timer);
        return timer;
    }

    private void ringUntil(long time) {
        Timer due;
        while ((due = next(time)) != null) {
            due.runnable.run();
        }
    }

    private synchronized @Nullable Timer next(long time) {
        dropCancelled();
        if (timers.isEmpty() || timers.element().due > time) {
            now = Math.max(now, time);
            return null;
        }
        Timer timer = timers.remove();
        now = Math.max(now, timer.due);
        if (timer.interval > 0) {
            timer.due = now + timer.interval;
            timers.add(timer);
        } else {
            timer.rung = true;
        }
        return timer;
    }

    private void dropCancelled() {
        while (!timers.isEmpty() && timers.element().cancelled) {
            timers.remove();
        }
    }

    /** @param interval 0 for once */
    private static final class Timer implements Cancellable {
        private final long number;
        private final long interval;
        private final Runnable runnable;
        private long due;
        private volatile boolean cancelled;
        private volatile boolean rung;

        Timer(long due, long number, long interval, Runnable runnable) {
            this.due = due;
            this.number = number;
            this.interval = interval;
            this.runnable = runnable;
        }

        long due() {
            return due;
        }

        @Override
        public boolean cancel() {
            boolean first = !cancelled && !rung;
            cancelled = true;
            return first;
        }

        @Override
        public boolean isCancelled() {
            return cancelled;
        }
    }
}
