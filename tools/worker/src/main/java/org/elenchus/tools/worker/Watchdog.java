package org.elenchus.tools.worker;

import org.elenchus.tools.worker.probe.Meter;
import org.elenchus.tools.worker.probe.RequestThreads;

/**
 * Waits for a request's thread. Gives up when its threads have used more processor time than they may, when nothing moves (every thread of
 * the request waits, and none has passed a probe, for some seconds), or when they have idled for long. Wall time does not count: a thread
 * that lacks a processor does none of this, so that a busy machine is not taken for a candidate that loops or blocks.
 */
final class Watchdog {
    private static final long SAMPLE_MILLIS = 50;
    private static final long STANDSTILL_MILLIS = 3_000;

    /** What a request does is judged span by span. */
    private static final long SPAN_NANOS = 1_000_000_000;

    /** Who has used less than this part of a span has idled: even on the busiest machine, one that wants a processor gets more. */
    private static final int IDLE_SHARE = 1000;

    /** A request may idle for this multiple of the processor time it may use. */
    private static final int PATIENCE = 4;

    private final RequestThreads threads;
    private final Thread request;

    Watchdog(RequestThreads threads, Thread request) {
        this.threads = threads;
        this.request = request;
    }

    /** @param limitMillis processor time of all the request's threads @return whether the request ended by itself */
    boolean await(long limitMillis) throws InterruptedException {
        long limit = limitMillis * 1_000_000;
        ProcessorTime time = new ProcessorTime(threads);
        long still = 0;
        long idle = 0;
        long lastPulse = Meter.pulse();
        long spanBegan = System.nanoTime();
        long usedBefore = 0;
        while (still < STANDSTILL_MILLIS && idle < PATIENCE * limit && time.used() < limit) {
            request.join(SAMPLE_MILLIS);
            if (!request.isAlive()) {
                return true;
            }
            time.sample();
            long pulse = Meter.pulse();
            still = pulse == lastPulse && allWait() ? still + SAMPLE_MILLIS : 0;
            lastPulse = pulse;
            long span = System.nanoTime() - spanBegan;
            if (span >= SPAN_NANOS) {
                // A process that was stopped meanwhile has not idled.
                idle += (time.used() - usedBefore) * IDLE_SHARE < span ? SPAN_NANOS : 0;
                spanBegan += span;
                usedBefore = time.used();
            }
        }
        return !request.isAlive();
    }

    /** Makes the request's threads end if they can be ended. @return whether its own thread did */
    boolean stop() throws InterruptedException {
        threads.close();
        request.join(500);
        return !request.isAlive();
    }

    private boolean allWait() {
        for (Thread thread : threads.alive()) {
            switch (thread.getState()) {
                case NEW, RUNNABLE -> {
                    return false;
                }
                case BLOCKED, WAITING, TIMED_WAITING, TERMINATED -> {}
            }
        }
        return true;
    }
}
