package org.elenchus.tools.cli.bench.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.elenchus.protocol.execution.Execution;
import org.elenchus.protocol.execution.TestResult;

/**
 * Two executions of the same candidates, compared one by one.
 *
 * @param differences one line each: the candidate, then what was seen first and second
 * @param firstSeconds wall time of the first round, {@code secondSeconds} of the second
 */
public record Stability(
        String repository, int compared, List<String> differences, double firstSeconds, double secondSeconds) {
    public Stability {
        differences = List.copyOf(differences);
    }

    /** @param jobs what both passes executed */
    public static Stability of(String repository, List<Job> jobs, Pass first, Pass second) {
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < jobs.size(); i++) {
            Execution one = first.outcomes().get(i);
            Execution other = second.outcomes().get(i);
            if (!same(one, other)) {
                differences.add(jobs.get(i).candidate().label() + ": " + difference(one, other));
            }
        }
        return new Stability(
                repository,
                jobs.size(),
                differences,
                first.cost().wall(),
                second.cost().wall());
    }

    /** Which of several slow tests was running when time ran out is a diagnosis and no part of the outcome. */
    private static boolean same(Execution one, Execution other) {
        return one.equals(other) || one instanceof Execution.TimedOut && other instanceof Execution.TimedOut;
    }

    public boolean holds() {
        return differences.isEmpty();
    }

    public String text() {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "%s: %d of %d the same; %.1f s as the machine was, %.1f s loaded%n",
                repository,
                compared - differences.size(),
                compared,
                firstSeconds,
                secondSeconds));
        differences.forEach(line -> text.append("  ").append(line).append('\n'));
        return text.toString();
    }

    private static String difference(Execution one, Execution other) {
        if (one instanceof Execution.TestsRan a && other instanceof Execution.TestsRan b) {
            for (int i = 0; i < Math.min(a.results().size(), b.results().size()); i++) {
                if (!a.results().get(i).equals(b.results().get(i))) {
                    return difference(a.results().get(i), b.results().get(i));
                }
            }
        }
        return one + " | " + other;
    }

    private static String difference(TestResult one, TestResult other) {
        return one.test() + ": "
                + (one.outcome().equals(other.outcome())
                        ? "fuel " + one.fuel() + " | " + other.fuel() + ", both " + brief(one)
                        : one.outcome() + " | " + other.outcome());
    }

    private static String brief(TestResult result) {
        return result.outcome()
                .observed()
                .map(failure -> failure.exception() + ": " + failure.message())
                .orElse("without a failure");
    }
}
