package org.elenchus.tools.sandbox;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.elenchus.actors.port.Sandbox;
import org.elenchus.actors.port.SandboxFault;
import org.elenchus.actors.port.Sandboxes;

/** So many threads with a sandbox each, taking items in order. */
public final class SlotPool {
    private SlotPool() {}

    /** What is done with an item. */
    public interface Work<T> {
        void with(T item, Sandbox sandbox) throws SandboxFault;
    }

    /** Returns when all items are done. @throws SandboxFault of a slot; from then on nothing more is begun */
    public static <T> void each(Collection<T> items, int slots, Sandboxes sandboxes, Work<T> work)
            throws SandboxFault, InterruptedException {
        Queue<T> waiting = new ConcurrentLinkedQueue<>(items);
        try (ExecutorService threads = Executors.newFixedThreadPool(slots)) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < Math.min(slots, items.size()); i++) {
                running.add(threads.submit(() -> {
                    serve(waiting, sandboxes, work);
                    return null;
                }));
            }
            await(running, waiting, threads);
        }
    }

    private static <T> void serve(Queue<T> waiting, Sandboxes sandboxes, Work<T> work) throws SandboxFault {
        boolean done = false;
        try (Sandbox sandbox = sandboxes.open()) {
            for (T item = waiting.poll(); item != null; item = waiting.poll()) {
                work.with(item, sandbox);
            }
            done = true;
        } finally {
            if (!done) {
                // Whoever waits for the slots may still wait for another one.
                waiting.clear();
            }
        }
    }

    private static void await(List<Future<?>> running, Queue<?> waiting, ExecutorService threads)
            throws SandboxFault, InterruptedException {
        try {
            for (Future<?> slot : running) {
                slot.get();
            }
        } catch (ExecutionException e) {
            waiting.clear();
            threads.shutdownNow();
            if (e.getCause() instanceof SandboxFault fault) {
                throw fault;
            }
            throw new IllegalStateException("a slot failed", e.getCause());
        } catch (InterruptedException e) {
            waiting.clear();
            threads.shutdownNow();
            throw e;
        }
    }
}
