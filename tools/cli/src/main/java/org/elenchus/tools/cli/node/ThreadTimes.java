package org.elenchus.tools.cli.node;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.HashMap;
import java.util.Map;

/** CPU time of the threads whose names contain a word, those that have ended included as far as they were seen. */
final class ThreadTimes {
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final String word;
    private final Map<Long, Long> nanosById = new HashMap<>();

    ThreadTimes(String word) {
        this.word = word;
    }

    /** Seconds in all so far. */
    synchronized double seconds() {
        if (threads.isThreadCpuTimeSupported() && threads.isThreadCpuTimeEnabled()) {
            for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
                if (thread != null && thread.getThreadName().contains(word)) {
                    long nanos = threads.getThreadCpuTime(thread.getThreadId());
                    nanosById.merge(thread.getThreadId(), nanos, Math::max);
                }
            }
        }
        return nanosById.values().stream().mapToLong(Long::longValue).sum() / 1e9;
    }
}
