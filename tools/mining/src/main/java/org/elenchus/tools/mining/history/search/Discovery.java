package org.elenchus.tools.mining.history.search;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.elenchus.actors.port.Sandbox;
import org.elenchus.actors.port.SandboxFault;
import org.elenchus.actors.port.Sandboxes;
import org.elenchus.tools.mining.history.ReleasePair;
import org.elenchus.tools.sandbox.SlotPool;

/** Searches many pairs of releases, several at a time. */
public final class Discovery {
    private final PairSearch search;
    private final Sandboxes sandboxes;
    private final FoundStore store;
    private final long pairNanos;
    private final LongSupplier clock;

    /** What is heard of it, from any thread. */
    public interface Listener {
        void began(ReleasePair pair);

        void found(Found found);

        /** The machine failed at this pair; the next run searches it again. */
        void failed(ReleasePair pair, SandboxFault fault);
    }

    /**
     * @param pairNanos time for one pair, once its newer release is prepared
     * @param clock nanoseconds, from anywhere
     */
    public Discovery(PairSearch search, Sandboxes sandboxes, FoundStore store, long pairNanos, LongSupplier clock) {
        this.search = search;
        this.sandboxes = sandboxes;
        this.store = store;
        this.pairNanos = pairNanos;
        this.clock = clock;
    }

    /**
     * Searches what was not searched before. What cannot be searched now is tried again by the next run.
     *
     * @param pairs taken in this order
     * @return what was found in each, in the same order; nothing of those where the machine failed
     * @throws SandboxFault when no sandbox can be opened
     */
    public List<Found> run(List<ReleasePair> pairs, int slots, Listener listener)
            throws SandboxFault, InterruptedException {
        List<ReleasePair> waiting =
                pairs.stream().filter(pair -> store.recall(pair).isEmpty()).toList();
        Map<ReleasePair, Found> now = new ConcurrentHashMap<>();
        SlotPool.each(
                waiting,
                slots,
                sandboxes,
                (pair, sandbox) -> one(pair, sandbox, listener).ifPresent(found -> now.put(pair, found)));
        return pairs.stream()
                .map(pair -> Optional.ofNullable(now.get(pair)).or(() -> store.recall(pair)))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Found> one(ReleasePair pair, Sandbox sandbox, Listener listener) {
        listener.began(pair);
        try {
            Found found = search.search(pair, sandbox, new Deadline());
            if (!Thread.currentThread().isInterrupted()) {
                if (found.isSearched()) {
                    store.keep(found);
                }
                listener.found(found);
                return Optional.of(found);
            }
        } catch (SandboxFault e) {
            listener.failed(pair, e);
        }
        return Optional.empty();
    }

    /** Runs from when it is first asked. */
    private final class Deadline implements BooleanSupplier {
        private boolean running;
        private long began;

        @Override
        public boolean getAsBoolean() {
            if (!running) {
                running = true;
                began = clock.getAsLong();
            }
            return clock.getAsLong() - began > pairNanos
                    || Thread.currentThread().isInterrupted();
        }
    }
}
