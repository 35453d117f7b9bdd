package org.elenchus.tools.cli.experiment;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.elenchus.persistence.StorageFault;
import org.elenchus.protocol.run.EvolutionRunProtocol.Status;
import org.elenchus.protocol.run.Phase;
import org.elenchus.tools.cli.Fault;
import org.elenchus.tools.cli.cluster.Runs;

/** Runs trials, several at once: while one waits for the last of a batch, the others use the slots. */
final class Trials {
    private final Runs runs;
    private final int atOnce;
    private final Listener listener;
    private final Map<String, String> failures = new TreeMap<>();

    /** @param atOnce at least 1 */
    Trials(Runs runs, int atOnce, Listener listener) {
        this.runs = runs;
        this.atOnce = atOnce;
        this.listener = listener;
    }

    /** Hears how it goes. */
    interface Listener {
        /** @param waiting trials not begun yet */
        void progress(Map<Trial, Status> running, int waiting);

        void ended(Trial trial, Status status) throws StorageFault, IOException, Fault;
    }

    /** Runs them to their ends. A trial that fails does not keep others from running. @return reasons, by trial */
    Map<String, String> run(List<Trial> trials, long pollMillis)
            throws Fault, StorageFault, IOException, InterruptedException {
        Deque<Trial> waiting = new ArrayDeque<>(trials);
        Map<Trial, Status> running = new LinkedHashMap<>();
        while (!waiting.isEmpty() || !running.isEmpty()) {
            while (running.size() < atOnce && !waiting.isEmpty()) {
                Trial next = waiting.remove();
                running.put(next, runs.start(next.spec()));
            }
            listener.progress(running, waiting.size());
            Thread.sleep(pollMillis);
            for (Trial trial : new ArrayList<>(running.keySet())) {
                running.put(trial, runs.status(trial.runId()));
            }
            settle(running);
        }
        return failures;
    }

    private void settle(Map<Trial, Status> running) throws StorageFault, IOException, Fault {
        Iterator<Map.Entry<Trial, Status>> all = running.entrySet().iterator();
        while (all.hasNext()) {
            Map.Entry<Trial, Status> next = all.next();
            Status status = next.getValue();
            if (status.ended()) {
                all.remove();
                listener.ended(next.getKey(), status);
                if (status.phase() == Phase.FAILED) {
                    failures.put(next.getKey().toString(), status.failure().orElse("it does not say why"));
                }
            }
        }
    }
}
