package org.elenchus.tools.worker.probe;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The threads of one request. Once closed, every probe that one of them passes throws, so leaked threads die of it. */
public final class RequestThreads extends ThreadGroup {
    private volatile boolean closed;

    public RequestThreads() {
        super("tests");
    }

    /** The request a thread was started for; null for threads of the JVM itself. */
    static @Nullable RequestThreads of(Thread thread) {
        for (ThreadGroup group = thread.getThreadGroup(); group != null; group = group.getParent()) {
            if (group instanceof RequestThreads request) {
                return request;
            }
        }
        return null;
    }

    boolean isClosed() {
        return closed;
    }

    /** No thread of this request may go on. */
    public void close() {
        closed = true;
        interrupt();
    }

    /** Its live threads. */
    public Thread[] alive() {
        Thread[] threads = new Thread[activeCount() + 16];
        int count = enumerate(threads, true);
        return Arrays.copyOf(threads, count);
    }

    /** A thread that dies of an exception is the test's affair; nothing is printed. */
    @Override
    public void uncaughtException(Thread thread, Throwable thrown) {
        Thread.UncaughtExceptionHandler handler = Thread.getDefaultUncaughtExceptionHandler();
        if (handler != null) {
            handler.uncaughtException(thread, thrown);
        }
    }
}
