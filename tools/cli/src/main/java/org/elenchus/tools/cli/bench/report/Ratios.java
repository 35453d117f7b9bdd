package org.elenchus.tools.cli.bench.report;

import java.util.List;

/** How our figures stand to the others'. */
public final class Ratios {
    private Ratios() {}

    /** @param name in JSON @param words for people */
    public record Ratio(String name, String words, double value) {}

    /** NaN where one of the two was not measured. */
    public static List<Ratio> of(ExecutionReport report) {
        double pit = report.pit().perProcessorSecond();
        Rate bare = report.bareLimit();
        Rate same = report.asBareLimit();
        return List.of(
                new Ratio(
                        "failToPassToPit",
                        "FAIL_TO_PASS to PIT, per CPU-second",
                        report.failToPass().perProcessorSecond() / pit),
                new Ratio(
                        "everyFailToPassToPit",
                        "every FAIL_TO_PASS to PIT, per CPU-second",
                        report.everyFailToPass().perProcessorSecond() / pit),
                new Ratio(
                        "coveringToPit",
                        "covering to PIT, per CPU-second",
                        report.covering().perProcessorSecond() / pit),
                new Ratio(
                        "failToPassToColdBuild",
                        "FAIL_TO_PASS on fewest slots to a cold build, per second",
                        report.failToPassOnFewestSlots().perSecond() / report.coldBuild()),
                new Ratio(
                        "bareLimitToSandbox",
                        "bare limit to the same candidates in a sandbox, per second",
                        bare.perSecond() / same.perSecond()),
                new Ratio(
                        "bareLimitToSandboxPerCpuSecond",
                        "bare limit to the same candidates in a sandbox, per CPU-second",
                        bare.perProcessorSecond() / same.perProcessorSecond()));
    }
}
