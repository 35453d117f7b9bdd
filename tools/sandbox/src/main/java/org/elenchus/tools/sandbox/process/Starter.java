package org.elenchus.tools.sandbox.process;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Starts processes from one thread that lives as long as this program. The kernel ties a process to the thread that started it: when
 * that thread ends, a worker which is to die with its parent dies.
 */
final class Starter {
    private static final ExecutorService THREAD = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "worker-starter");
        thread.setDaemon(true);
        return thread;
    });

    private Starter() {}

    static Process start(ProcessBuilder builder) throws IOException {
        try {
            return THREAD.submit(builder::start).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while starting a worker", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException cause
                    ? new IOException(cause.getMessage(), cause)
                    : new IOException("a worker's process cannot be started: " + e.getCause(), e);
        }
    }
}
