package org.elenchus.tools.cli.eval;

import java.util.List;
import java.util.stream.Stream;
import org.elenchus.tools.cli.Bounds;
import org.elenchus.tools.cli.Fault;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How often a task is attempted, within which budget, and what is reported of it. */
final class EvalOptions {
    private static final List<Integer> BUDGETS = List.of(1, 3, 10, 30, 100, 300);

    @Option(
            names = "--attempts",
            paramLabel = "K",
            defaultValue = "4",
            description = "Attempts at each task (default: ${DEFAULT-VALUE}).")
    private int attempts;

    @Option(
            names = "--budget",
            paramLabel = "N",
            defaultValue = "100",
            description = "Distinct candidates an attempt may execute (default: ${DEFAULT-VALUE}).")
    private int budget;

    @Option(
            names = "--edits",
            paramLabel = "N",
            defaultValue = "6",
            description = "Edits a rollout may try; an attempt is a row of rollouts (default: ${DEFAULT-VALUE}).")
    private int edits;

    @Option(
            names = "--budgets",
            split = ",",
            paramLabel = "N",
            description = "Budgets at which the solve rate is reported, none above --budget (default:"
                    + " 1,3,10,30,100,300 as far as --budget goes).")
    private @Nullable List<Integer> budgets;

    @Option(
            names = "--pass-at",
            split = ",",
            paramLabel = "K",
            description = "Report pass@K, none above --attempts (default: 1 and the attempts).")
    private @Nullable List<Integer> passAt;

    @Option(
            names = "--hold-back",
            paramLabel = "SHARE",
            defaultValue = "0",
            description = "Share of the tests that cover the defect which the solver is not shown and which only grade,"
                    + " from 0 to below 1 (default: ${DEFAULT-VALUE}).")
    private double holdBack;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Seed of all draws (default: 1).")
    private long seed;

    /** @throws Fault when they cannot be meant */
    void check() throws Fault {
        Bounds.atLeast(1, "--attempts", attempts);
        Bounds.atLeast(1, "--budget", budget);
        Bounds.atLeast(1, "--edits", edits);
        within("--budgets", budgets(), "--budget", budget);
        within("--pass-at", passAt(), "--attempts", attempts);
        if (!(holdBack >= 0 && holdBack < 1)) {
            throw Fault.usage("--hold-back must be at least 0 and below 1; got " + holdBack);
        }
    }

    private static void within(String option, List<Integer> values, String bound, int most) throws Fault {
        for (int value : values) {
            if (value < 1 || value > most) {
                throw Fault.usage(
                        option + " must lie between 1 and " + bound + ", which is " + most + "; got " + value);
            }
        }
    }

    int attempts() {
        return attempts;
    }

    int budget() {
        return budget;
    }

    int edits() {
        return edits;
    }

    double holdBack() {
        return holdBack;
    }

    long seed() {
        return seed;
    }

    /** Ascending. */
    List<Integer> budgets() {
        return budgets == null
                ? BUDGETS.stream().filter(point -> point <= budget).toList()
                : budgets.stream().distinct().sorted().toList();
    }

    /** Ascending. */
    List<Integer> passAt() {
        return passAt == null
                ? Stream.of(1, attempts).distinct().toList()
                : passAt.stream().distinct().sorted().toList();
    }
}
