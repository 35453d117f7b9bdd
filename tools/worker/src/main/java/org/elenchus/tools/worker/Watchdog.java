package org.elenchus.tools.worker;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.elenchus.tools.worker.probe.Meter;
import org.elenchus.tools.worker.probe.RequestThreads;

/**
 * Waits for a request's thread. Gives up when it has used more processor time than it may, or when nothing moves: every thread of the
 * request waits, and none has passed a probe, for some seconds. A thread that merely lacks a processor does neither, so that a busy
 * machine is not taken for a blocked candidate.
 */
public final class Watchdog {
    private static final long SAMPLE_MILLIS = 50;
    private static final long STANDSTILL_MILLIS = 3_000;

    /** Wall time is bounded by this multiple of the processor time allowed. */
    public static final int PATIENCE = 4;

    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    private final RequestThreads threads;
    private final Thread request;

    Watchdog(RequestThreads threads, Thread request) {
        this.threads = threads;
        this.request = request;
    }

    /** @param limitMillis processor time of the request's own thread @return whether the request ended by itself */
    boolean await(long limitMillis) throws InterruptedException {
        long limit = limitMillis * 1_000_000;
        long end = System.nanoTime() + PATIENCE * limit;
        long still = 0;
        long lastPulse = Meter.pulse();
        while (System.nanoTime() < end
                && still < STANDSTILL_MILLIS
                && CLOCK.getThreadCpuTime(request.threadId()) < limit) {
            request.join(SAMPLE_MILLIS);
            if (!request.isAlive()) {
                return true;
            }
            long pulse = Meter.pulse();
            still = pulse == lastPulse && allWait() ? still + SAMPLE_MILLIS : 0;
            lastPulse = pulse;
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
