package org.elenchus.tools.cli.node.load;

/**
 * What a measuring node has done so far.
 *
 * @param members nodes of its cluster that are up, as it sees them
 * @param executions of its sandboxes
 * @param executedNanos their simulated time
 * @param pieces of work its slots have done
 * @param faulted pieces of work that were lost
 * @param processorSeconds of its process
 * @param heapBytes in use
 * @param residentBytes of its process; NaN where the system does not tell
 * @param runsFinished of those it keeps under way
 * @param runsFailed of those it keeps under way
 */
public record LoadReading(
        int members,
        long executions,
        long executedNanos,
        long pieces,
        long faulted,
        double processorSeconds,
        long heapBytes,
        double residentBytes,
        int runsFinished,
        int runsFailed) {}
