package org.elenchus.tools.cli.bench.cluster;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.elenchus.tools.cli.Fault;
import org.elenchus.tools.cli.bench.nodes.FreePorts;
import org.elenchus.tools.cli.bench.nodes.NodeProcess;
import org.elenchus.tools.cli.node.load.LoadNodeMain;
import org.elenchus.tools.cli.node.load.LoadNodeSettings;
import org.elenchus.tools.cli.node.load.LoadReading;

/** The nodes of one measured cluster. Closing it ends them all; so does the end of this program. */
final class LoadCluster implements AutoCloseable {
    private static final int START_SECONDS = 240;
    private static final int LOOKS_EVERY_MILLIS = 500;

    private final List<NodeProcess> nodes = new ArrayList<>();
    private final Thread killer = new Thread(this::kill, "kill-measuring-nodes");

    private LoadCluster() {
        Runtime.getRuntime().addShutdownHook(killer);
    }

    /** Starts them, each when the one before is up: starting takes more of a machine than working does. */
    static LoadCluster start(ClusterLoad load, int count, Map<String, String> environment)
            throws IOException, Fault, InterruptedException {
        LoadCluster cluster = new LoadCluster();
        boolean started = false;
        try {
            List<Integer> ports = FreePorts.of(2 * count);
            for (int i = 0; i < count; i++) {
                Path log = load.logs().resolve("node-" + i);
                LoadNodeSettings settings = new LoadNodeSettings(
                        i,
                        count,
                        ports.get(2 * i),
                        ports.get(2 * i + 1),
                        load.slots(),
                        load.runs(),
                        log.toString(),
                        load.load());
                cluster.add(NodeProcess.start(LoadNodeMain.class, settings, log, load.heap(), List.of(), environment));
                cluster.awaitMembers();
            }
            started = true;
            return cluster;
        } finally {
            if (!started) {
                cluster.close();
            }
        }
    }

    private synchronized void add(NodeProcess node) {
        nodes.add(node);
    }

    /** Waits until every node sees all the others. */
    private void awaitMembers() throws Fault, InterruptedException {
        await("not all of " + nodes.size() + " nodes were up", one -> one.members() == nodes.size());
    }

    /** Begins the runs and waits until every node executes. */
    void begin() throws Fault, InterruptedException {
        nodes.forEach(node -> node.tell(LoadNodeMain.BEGIN));
        await("not all of " + nodes.size() + " nodes executed", one -> one.executions() > 0);
    }

    private interface Condition {
        boolean holds(LoadReading reading);
    }

    private void await(String otherwise, Condition condition) throws Fault, InterruptedException {
        long deadline = System.nanoTime() + START_SECONDS * 1_000_000_000L;
        while (!read().stream().allMatch(condition::holds)) {
            if (System.nanoTime() > deadline) {
                throw Fault.failure(otherwise + " after " + START_SECONDS
                        + " s; the nodes' logs tell why. Measure fewer with --nodes, or on an idle machine");
            }
            Thread.sleep(LOOKS_EVERY_MILLIS);
        }
    }

    /** What each has done so far. */
    List<LoadReading> read() throws Fault, InterruptedException {
        List<LoadReading> readings = new ArrayList<>();
        for (NodeProcess node : nodes) {
            readings.add(node.ask(LoadNodeMain.READ, LoadReading.class));
        }
        return readings;
    }

    @Override
    public void close() {
        nodes.forEach(NodeProcess::end);
        nodes.forEach(NodeProcess::close);
        try {
            Runtime.getRuntime().removeShutdownHook(killer);
        } catch (IllegalStateException ending) {
            // This JVM is ending; the hook does its work.
        }
    }

    private synchronized void kill() {
        nodes.forEach(NodeProcess::kill);
    }
}
