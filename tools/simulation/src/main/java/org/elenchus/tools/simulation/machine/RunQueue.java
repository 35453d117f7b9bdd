package org.elenchus.tools.simulation.machine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is ready to run: mailboxes with a message, computations, callbacks. Whoever takes decides the order. While an actor system starts,
 * which waits for its own actors, a thread of the machine takes instead; see {@link Machine}.
 */
final class RunQueue {
    private final List<Runnable> ready = new ArrayList<>();

    synchronized void add(Runnable task) {
        ready.add(task);
        notifyAll();
    }

    /** One of those that are ready, or nothing. @param chance absent for the one that waits longest */
    synchronized @Nullable Runnable take(@Nullable Chance chance) {
        if (ready.isEmpty()) {
            return null;
        }
        if (chance == null) {
            return ready.remove(0);
        }
        int chosen = chance.below(ready.size());
        Runnable last = ready.remove(ready.size() - 1);
        return chosen == ready.size() ? last : ready.set(chosen, last);
    }

    /** Waits for the next one. */
    synchronized Runnable await() throws InterruptedException {
        while (ready.isEmpty()) {
            wait();
        }
        return ready.remove(0);
    }

    synchronized boolean isEmpty() {
        return ready.isEmpty();
    }
}
