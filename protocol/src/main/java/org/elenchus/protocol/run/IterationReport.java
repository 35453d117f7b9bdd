package org.elenchus.protocol.run;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.elenchus.protocol.task.Gate;

/**
 * What one iteration did. Index 0 is the base, with an evaluation only.
 *
 * @param asked candidates asked for; asked = admitted + rejected + undecided + misaligned + surplus + notProduced
 * @param undecided candidates the infrastructure could not judge or score
 * @param misaligned valid candidates refused for a negative generator reward
 * @param surplus valid candidates beyond the iteration's number of tasks
 * @param meanCosine mean cos(g_τ, G_v) over the scored candidates; absent when none was
 * @param solver digest (brief) of the solver policy after the iteration
 */
public record IterationReport(
        int index,
        int asked,
        int notProduced,
        int admitted,
        Map<Gate, Integer> rejected,
        int undecided,
        int misaligned,
        int surplus,
        Optional<Double> meanCosine,
        Rate training,
        Rate heldOut,
        int skills,
        String solver) {
    public IterationReport {
        rejected = Collections.unmodifiableMap(new TreeMap<>(rejected));
    }

    /**
     * Solved out of total rollouts.
     *
     * @param low lower end of the 95 % bootstrap interval over tasks
     * @param high upper end
     */
    public record Rate(int solved, int total, int tasks, double low, double high) {
        public double rate() {
            return total == 0 ? 0 : (double) solved / total;
        }
    }
}
