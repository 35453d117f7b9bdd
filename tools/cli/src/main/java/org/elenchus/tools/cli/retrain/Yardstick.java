package org.elenchus.tools.cli.retrain;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.elenchus.actors.learning.Policy;

/**
 * How likely a policy makes the edits that are known to mend the validation tasks. Nothing is executed, and an edit that mends a task and that no
 * rollout found counts for nothing: the figures compare policies, and are no solve rates of whole rollouts.
 */
record Yardstick(List<Task> tasks) {
    Yardstick {
        tasks = List.copyOf(tasks);
    }

    /** The edits that mend a task, by the choice set of places they were found in: one, unless its runs saw it differently. None: never mended. */
    record Task(List<List<Mend>> states) {
        Task {
            states = List.copyOf(states);
        }

        boolean isMended() {
            return !states.isEmpty();
        }

        /** q: the probability that the first edit tried mends it; the mean where runs saw it differently, 0 where it was never mended. */
        double likelihood(LogProbabilities under) {
            return states.stream()
                    .mapToDouble(mends -> mends.stream()
                            .mapToDouble(mend -> mend.likelihood(under))
                            .sum())
                    .average()
                    .orElse(0);
        }
    }

    /**
     * What a policy measures.
     *
     * @param logLikelihood mean of log q over the tasks that were mended
     * @param solved by budget of edits n, the mean of 1 − (1 − q)^n over all tasks
     */
    record Measure(double logLikelihood, List<Double> solved) {
        Measure {
            solved = List.copyOf(solved);
        }
    }

    int mended() {
        return (int) tasks.stream().filter(Task::isMended).count();
    }

    /** @throws IllegalStateException when no task was ever mended */
    Measure of(Policy policy, List<Integer> budgets) {
        LogProbabilities under = new LogProbabilities(policy);
        double[] all =
                tasks.stream().mapToDouble(task -> task.likelihood(under)).toArray();
        double log = IntStream.range(0, all.length)
                .filter(task -> tasks.get(task).isMended())
                .mapToDouble(task -> StrictMath.log(all[task]))
                .average()
                .orElseThrow(() -> new IllegalStateException("no task was mended"));
        return new Measure(log, budgets.stream().map(n -> solved(all, n)).toList());
    }

    private static double solved(double[] likelihoods, int edits) {
        return Arrays.stream(likelihoods)
                .map(q -> 1 - StrictMath.pow(Math.max(0, 1 - q), edits))
                .average()
                .orElseThrow();
    }
}
