package org.elenchus.tools.cli.bench;

import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import org.elenchus.tools.cli.Bounds;
import org.elenchus.tools.cli.Fault;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How much to measure, and beside what. */
final class ExecutionOptions {
    @Option(
            names = "--slots",
            split = ",",
            paramLabel = "N",
            description = "Numbers of slots to measure with (default: 1 and the number of cores).")
    private @Nullable List<Integer> slots;

    @Option(
            names = "--candidates",
            paramLabel = "N",
            defaultValue = "300",
            description = "Candidates per repository (default: ${DEFAULT-VALUE}).")
    private int candidates;

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            defaultValue = "60",
            description = "Other candidates executed before on each slot, unmeasured (default: ${DEFAULT-VALUE}).")
    private int warmUp;

    @Option(names = "--no-pit", description = "Leave PIT out.")
    private boolean noPit;

    @Option(
            names = "--pit-minutes",
            paramLabel = "MINUTES",
            defaultValue = "3",
            description = "Most time for a run of PIT; where all classes take longer, it mutates a sample of them"
                    + " (default: ${DEFAULT-VALUE}).")
    private double pitMinutes;

    @Option(
            names = "--pit-classes",
            paramLabel = "N",
            description = "Let PIT mutate a seeded sample of so many classes from the start (default: all).")
    private int pitClasses = Integer.MAX_VALUE;

    @Option(
            names = "--pit-version",
            paramLabel = "VERSION",
            defaultValue = "1.25.9",
            description = "PIT's version; it must know this Java's class files (default: ${DEFAULT-VALUE}).")
    private String pitVersion = "1.25.9";

    @Option(
            names = "--cold",
            paramLabel = "N",
            defaultValue = "4",
            description = "Candidates to start a build tool for; 0 for none (default: ${DEFAULT-VALUE}).")
    private int cold;

    @Option(names = "--no-bare", description = "Leave the bare limit out.")
    private boolean noBare;

    /** @param slots ascending @param pitLimit zero for no PIT */
    record Plan(
            List<Integer> slots,
            int candidates,
            int warmUp,
            Duration pitLimit,
            String pitVersion,
            int pitClasses,
            int cold,
            boolean bare) {}

    Plan plan() throws Fault {
        TreeSet<Integer> numbers =
                new TreeSet<>(slots == null ? List.of(1, Runtime.getRuntime().availableProcessors()) : slots);
        Bounds.atLeast(1, "--slots", numbers.first());
        if (!(pitMinutes > 0) || pitMinutes > 24 * 60) {
            throw Fault.usage("--pit-minutes must be a positive number, a day at most; got " + pitMinutes);
        }
        return new Plan(
                List.copyOf(numbers),
                Bounds.atLeast(1, "--candidates", candidates),
                Bounds.atLeast(0, "--warm-up", warmUp),
                noPit ? Duration.ZERO : Duration.ofMillis((long) (pitMinutes * 60_000)),
                pitVersion,
                Bounds.atLeast(1, "--pit-classes", pitClasses),
                Bounds.atLeast(0, "--cold", cold),
                !noBare);
    }
}
