package org.elenchus.tools.cli.bench.cluster;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.elenchus.protocol.ProtocolJson;
import org.elenchus.tools.cli.report.Table;

/** What was measured of clusters of several sizes, for people and for scripts. @param sizes in the order measured; not empty */
public record ClusterFigures(ClusterLoad load, List<Measured> sizes) {
    private static final double MEGABYTE = 1 << 20;

    public ClusterFigures {
        sizes = List.copyOf(sizes);
    }

    private double latency() {
        return load.load().latency().millis();
    }

    public String text() {
        Table table = new Table(
                "nodes",
                "slots",
                "executions",
                "executions/s",
                "efficiency",
                "busy",
                "pieces of work/s",
                "events/s",
                "CPU-s",
                "MB per node",
                "heap MB");
        for (Measured size : sizes) {
            table.row(
                    Integer.toString(size.nodes()),
                    Integer.toString(size.nodes() * size.slots()),
                    Long.toString(size.executions()),
                    rounded(size.executionsPerSecond(), 0),
                    rounded(size.efficiency(sizes.get(0)), 3),
                    latency() == 0 ? "–" : rounded(size.busy(), 3),
                    rounded(size.piecesPerSecond(), 0),
                    rounded(size.eventsPerSecond(), 0),
                    rounded(size.processorSeconds(), 1),
                    rounded(size.residentBytes() / MEGABYTE, 0),
                    rounded(size.heapBytes() / MEGABYTE, 0));
        }
        return table.render() + remarks();
    }

    private String remarks() {
        StringBuilder remarks = new StringBuilder();
        for (Measured size : sizes) {
            if (latency() > 0 && !size.isSaturated()) {
                remarks.append(size.nodes())
                        .append(size.nodes() == 1 ? " node: " : " nodes: ")
                        .append(
                                "slots were idle for part of the time; give them more with --runs, or the machine is full\n");
            }
            if (size.faulted() > 0 || size.runsFailed() > 0) {
                remarks.append(String.format(
                        Locale.ROOT,
                        "%d nodes: %d pieces of work lost, %d runs failed; the nodes' logs are in %s%n",
                        size.nodes(),
                        size.faulted(),
                        size.runsFailed(),
                        load.logs()));
            }
        }
        return remarks.toString();
    }

    private static String rounded(double value, int digits) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%." + digits + "f", value);
    }

    /** Figures as measured; what the system did not tell is null. */
    public ObjectNode json() {
        ObjectNode json = ProtocolJson.mapper()
                .createObjectNode()
                .put("latencyMillis", latency())
                .put("spread", load.load().latency().spread())
                .put("seed", load.load().seed())
                .put("slotsPerNode", load.slots())
                .put("runsPerNode", load.runs())
                .put("rollouts", load.load().rollouts())
                .put("edits", load.load().edits());
        ArrayNode list = json.putArray("sizes");
        for (Measured size : sizes) {
            ObjectNode one = list.addObject()
                    .put("nodes", size.nodes())
                    .put("seconds", size.seconds())
                    .put("executions", size.executions())
                    .put("executionsPerSecond", size.executionsPerSecond())
                    .put("efficiency", size.efficiency(sizes.get(0)))
                    .put("busy", size.busy())
                    .put("piecesPerSecond", size.piecesPerSecond())
                    .put("eventsPerSecond", size.eventsPerSecond())
                    .put("processorSeconds", size.processorSeconds())
                    .put("heapBytes", size.heapBytes())
                    .put("faulted", size.faulted())
                    .put("runsFinished", size.runsFinished())
                    .put("runsFailed", size.runsFailed());
            if (Double.isNaN(size.residentBytes())) {
                one.putNull("residentBytes");
            } else {
                one.put("residentBytes", size.residentBytes());
            }
        }
        return json;
    }
}
