package org.elenchus.tools.cli.bench.cluster;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.elenchus.persistence.DatabaseFault;
import org.elenchus.persistence.ScratchSchema;
import org.elenchus.tools.cli.Fault;
import org.elenchus.tools.cli.node.load.LoadReading;

/** Measures clusters one after another, each with fresh processes and an empty journal. */
public final class ClusterBench {
    private static final int SLICE_SECONDS = 3;

    private final ScratchSchema schema;
    private final Consumer<String> step;
    private final Consumer<String> waiting;

    /** @param step hears what is done next @param waiting hears now and then what is waited for */
    public ClusterBench(ScratchSchema schema, Consumer<String> step, Consumer<String> waiting) {
        this.schema = schema;
        this.step = step;
        this.waiting = waiting;
    }

    /** One cluster, from its start to its end. */
    public Measured measure(ClusterLoad load, int nodes)
            throws IOException, DatabaseFault, Fault, InterruptedException {
        String name = nodes + (nodes == 1 ? " node" : " nodes");
        schema.renew();
        step.accept(name + ": starting");
        try (LoadCluster cluster = LoadCluster.start(load, nodes, schema.environment())) {
            cluster.begin();
            step.accept(name + ": warming up for " + load.warmUp() + " s");
            warmUp(load, cluster);
            step.accept(name + ": measuring for " + load.window() + " s");
            return window(load, cluster, load.window());
        }
    }

    /** Runs that all begin at once ask for little to be executed at first: where slots should be busy, it is waited until they are. */
    private void warmUp(ClusterLoad load, LoadCluster cluster) throws DatabaseFault, Fault, InterruptedException {
        Thread.sleep(load.warmUp() * 1000L);
        if (load.load().latency().millis() == 0) {
            return;
        }
        long deadline = System.nanoTime() + load.longestWarmUp() * 1_000_000_000L;
        while (System.nanoTime() < deadline
                && !window(load, cluster, SLICE_SECONDS).isSaturated()) {
            waiting.accept("not all slots are busy yet");
        }
    }

    private Measured window(ClusterLoad load, LoadCluster cluster, int length)
            throws DatabaseFault, Fault, InterruptedException {
        long events = schema.events();
        List<LoadReading> before = cluster.read();
        long since = System.nanoTime();
        Thread.sleep(length * 1000L);
        List<LoadReading> after = cluster.read();
        double seconds = (System.nanoTime() - since) / 1e9;
        return new Measured(load.slots(), seconds, before, after, schema.events() - events);
    }
}
