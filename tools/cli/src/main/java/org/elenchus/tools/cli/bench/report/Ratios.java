package org.elenchus.tools.cli.bench.report;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.elenchus.tools.cli.bench.measure.Pass;
import org.elenchus.tools.cli.bench.peer.BareLimit;
import org.elenchus.tools.cli.bench.peer.ColdBuild;

/** How our figures stand to the others': geometric means over the repositories that have both. */
public final class Ratios {
    private final List<RepositoryResult> repositories;

    private Ratios(List<RepositoryResult> repositories) {
        this.repositories = repositories;
    }

    /** @param name in JSON @param words for people */
    public record Ratio(String name, String words, double value) {}

    /** NaN where no repository has both. */
    public static List<Ratio> of(ExecutionReport report) {
        return new Ratios(report.repositories()).all();
    }

    private List<Ratio> all() {
        return List.of(
                new Ratio(
                        "failToPassToPit",
                        "FAIL_TO_PASS to PIT, per CPU-second",
                        toPit(RepositoryResult.AtSlots::failToPass)),
                new Ratio(
                        "everyFailToPassToPit",
                        "every FAIL_TO_PASS to PIT, per CPU-second",
                        toPit(RepositoryResult.AtSlots::everyFailToPass)),
                new Ratio(
                        "coveringToPit", "covering to PIT, per CPU-second", toPit(RepositoryResult.AtSlots::covering)),
                new Ratio(
                        "failToPassToColdBuild",
                        "FAIL_TO_PASS on one slot to a cold build, per second",
                        mean(
                                Ratios::onOneSlot,
                                r -> r.coldBuild()
                                        .map(ColdBuild.Result::perSecond)
                                        .orElse(Double.NaN))),
                new Ratio(
                        "bareLimitToSandbox",
                        "bare limit to the same candidates in a sandbox, per second",
                        mean(
                                r -> bare(r, BareLimit.Result::perSecond),
                                r -> bare(r, b -> b.ours().perSecond()))),
                new Ratio(
                        "bareLimitToSandboxPerCpuSecond",
                        "bare limit to the same candidates in a sandbox, per CPU-second",
                        mean(
                                r -> bare(r, BareLimit.Result::perProcessorSecond),
                                r -> bare(r, b -> b.ours().perProcessorSecond()))));
    }

    private double mean(ToDoubleFunction<RepositoryResult> ours, ToDoubleFunction<RepositoryResult> theirs) {
        return Rate.mean(repositories.stream()
                .map(r -> ours.applyAsDouble(r) / theirs.applyAsDouble(r))
                .toList());
    }

    private double toPit(Function<RepositoryResult.AtSlots, Pass> ours) {
        return mean(
                r -> ours.apply(r.slots().getLast()).perProcessorSecond(),
                r -> r.slots()
                        .getLast()
                        .pit()
                        .map(pit -> ExecutionReport.analysis(pit).perProcessorSecond())
                        .orElse(Double.NaN));
    }

    /** A cold build is one process at a time. */
    private static double onOneSlot(RepositoryResult result) {
        RepositoryResult.AtSlots fewest = result.slots().getFirst();
        return fewest.slots() == 1 ? fewest.failToPass().perSecond() : Double.NaN;
    }

    private static double bare(RepositoryResult result, ToDoubleFunction<BareLimit.Result> part) {
        return result.bareLimit().stream().mapToDouble(part).findFirst().orElse(Double.NaN);
    }
}
