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
        Rate single = report.failToPassOnOneSlot();
        return List.of(
                new Ratio(
                        "failToPassToPit",
                        "FAIL_TO_PASS to PIT, per CPU-second",
                        report.failToPass().perProcessorSecond() / pit),
                new Ratio(
                        "coveringToPit",
                        "covering to PIT, per CPU-second",
                        report.covering().perProcessorSecond() / pit),
                new Ratio(
                        "failToPassToColdBuild",
                        "FAIL_TO_PASS on 1 slot to a cold build, per second",
                        single.perSecond() / report.coldBuild()),
                new Ratio(
                        "bareLimitToFailToPass",
                        "bare limit to FAIL_TO_PASS on 1 slot, per second",
                        report.bareLimit().perSecond() / single.perSecond()),
                new Ratio(
                        "bareLimitToFailToPassPerCpuSecond",
                        "bare limit to FAIL_TO_PASS on 1 slot, per CPU-second",
                        report.bareLimit().perProcessorSecond() / single.perProcessorSecond()));
    }
}
