package org.elenchus.tools.cli.bench.cluster;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import org.elenchus.tools.cli.node.load.LoadReading;

/**
 * A window of a cluster's time.
 *
 * @param slots of each node
 * @param before one reading per node at its start
 * @param after in the same order, at its end
 * @param events written to the journal meanwhile
 */
public record Measured(int slots, double seconds, List<LoadReading> before, List<LoadReading> after, long events) {
    private static final double SATURATED = 0.95;

    public Measured {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    public int nodes() {
        return after.size();
    }

    public long executions() {
        return grown(LoadReading::executions);
    }

    public double executionsPerSecond() {
        return executions() / seconds;
    }

    /** Pieces of work that slots took from the desk and handed in. */
    public double piecesPerSecond() {
        return grown(LoadReading::pieces) / seconds;
    }

    public double eventsPerSecond() {
        return events / seconds;
    }

    /** Share of the slots' time that simulated executions took. */
    public double busy() {
        return grown(LoadReading::executedNanos) / 1e9 / (seconds * slots * nodes());
    }

    /** Whether slots had something to execute nearly all the time. */
    public boolean isSaturated() {
        return busy() >= SATURATED;
    }

    public long faulted() {
        return grown(LoadReading::faulted);
    }

    public long runsFinished() {
        return grown(reading -> reading.runsFinished());
    }

    public long runsFailed() {
        return after.stream().mapToLong(LoadReading::runsFailed).sum();
    }

    /** Of all node processes; the database's is not known. */
    public double processorSeconds() {
        return sum(after, LoadReading::processorSeconds) - sum(before, LoadReading::processorSeconds);
    }

    /** Bytes of heap in use at the end, mean of the nodes; garbage included. */
    public double heapBytes() {
        return sum(after, reading -> reading.heapBytes()) / nodes();
    }

    /** Bytes of memory a node's process holds at the end, mean of the nodes; NaN where the system does not tell. */
    public double residentBytes() {
        return sum(after, LoadReading::residentBytes) / nodes();
    }

    /** Throughput per node, compared to that of another measurement. */
    public double efficiency(Measured base) {
        return (executionsPerSecond() / nodes()) / (base.executionsPerSecond() / base.nodes());
    }

    private long grown(ToLongFunction<LoadReading> figure) {
        return after.stream().mapToLong(figure).sum()
                - before.stream().mapToLong(figure).sum();
    }

    private static double sum(List<LoadReading> readings, ToDoubleFunction<LoadReading> figure) {
        return readings.stream().mapToDouble(figure).sum();
    }
}
