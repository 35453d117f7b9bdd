package org.elenchus.tools.mining.suite;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.elenchus.actors.port.SandboxFault;

/**
 * Estimates how long a sandboxed run would have taken on an idle machine. While it runs, a companion thread spins; the share of the
 * wall time that the companion got on a processor is about the share the run could get, so wall time times that share is the estimate.
 */
final class FairShare {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private FairShare() {}

    /** Something that runs in a sandbox. */
    interface Run {
        void run() throws SandboxFault;
    }

    /** Milliseconds, as of an idle machine. */
    static long millis(Run run) throws SandboxFault {
        AtomicBoolean running = new AtomicBoolean(true);
        long[] processor = new long[1];
        Thread companion = new Thread(() -> processor[0] = spin(running), "fair-share");
        companion.setDaemon(true);
        long start = System.nanoTime();
        companion.start();
        try {
            run.run();
        } finally {
            running.set(false);
            join(companion);
        }
        long wall = System.nanoTime() - start;
        return TimeUnit.NANOSECONDS.toMillis(processor[0] > 0 ? Math.min(wall, processor[0]) : wall);
    }

    private static long spin(AtomicBoolean running) {
        if (!THREADS.isCurrentThreadCpuTimeSupported()) {
            return 0;
        }
        while (running.get()) {
            Thread.onSpinWait();
        }
        return THREADS.getCurrentThreadCpuTime();
    }

    private static void join(Thread companion) {
        boolean interrupted = false;
        while (companion.isAlive()) {
            try {
                companion.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
