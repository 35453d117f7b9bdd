package org.elenchus.tools.worker;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.HashMap;
import java.util.Map;
import org.elenchus.tools.worker.probe.RequestThreads;

/** Processor time that the threads of a request have used, those that have ended included, up to their last sample. */
final class ProcessorTime {
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    private final RequestThreads threads;
    private Map<Long, Long> byThread = Map.of();
    private long used;

    ProcessorTime(RequestThreads threads) {
        this.threads = threads;
    }

    void sample() {
        Map<Long, Long> now = new HashMap<>();
        for (Thread thread : threads.alive()) {
            long nanos = CLOCK.getThreadCpuTime(thread.threadId());
            // -1 is one that has just ended.
            if (nanos >= 0) {
                now.put(thread.threadId(), nanos);
                used += nanos - byThread.getOrDefault(thread.threadId(), 0L);
            }
        }
        byThread = now;
    }

    /** Nanoseconds. */
    long used() {
        return used;
    }
}
