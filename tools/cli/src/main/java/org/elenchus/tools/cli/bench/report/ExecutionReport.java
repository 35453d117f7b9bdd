package org.elenchus.tools.cli.bench.report;

import java.util.List;
import java.util.function.Function;
import org.elenchus.tools.cli.bench.measure.Pass;
import org.elenchus.tools.cli.bench.peer.BareLimit;
import org.elenchus.tools.cli.bench.peer.PitRun;

/**
 * The speed of execution. Headline figures are geometric means over repositories, at the largest number of slots.
 */
public record ExecutionReport(Machine machine, long seed, int candidates, List<RepositoryResult> repositories) {
    public ExecutionReport {
        repositories = List.copyOf(repositories);
    }

    /** What it was measured on. @param loadBefore system load average when it began; negative where unknown */
    public record Machine(int cores, String java, String system, double loadBefore) {}

    public Rate covering() {
        return mean(at -> rate(at.covering()));
    }

    public Rate failToPass() {
        return mean(at -> rate(at.failToPass()));
    }

    public Rate everyFailToPass() {
        return mean(at -> rate(at.everyFailToPass()));
    }

    /** PIT's rate in its analysis phase alone, its best. */
    public Rate pit() {
        return mean(at -> at.pit().map(ExecutionReport::analysis).orElse(Rate.NONE));
    }

    /** PIT's rate with its start and its coverage. */
    public Rate pitWhole() {
        return mean(at -> at.pit().map(ExecutionReport::whole).orElse(Rate.NONE));
    }

    /** Candidates per second. */
    public double coldBuild() {
        return Rate.mean(repositories.stream()
                .flatMap(r -> r.coldBuild().stream())
                .map(c -> c.perSecond())
                .toList());
    }

    /** Candidates per second, of wall and of processor time. */
    public Rate bareLimit() {
        List<BareLimit.Result> all =
                repositories.stream().flatMap(r -> r.bareLimit().stream()).toList();
        return mean(all.stream()
                .map(bare -> new Rate(bare.perSecond(), bare.perProcessorSecond()))
                .toList());
    }

    public static Rate rate(Pass pass) {
        return new Rate(pass.perSecond(), pass.perProcessorSecond());
    }

    public static Rate analysis(PitRun run) {
        int executed = run.report().executed();
        return new Rate(
                executed / run.analysis().wall(), executed / run.analysis().workers());
    }

    public static Rate whole(PitRun run) {
        int executed = run.report().executed();
        return new Rate(executed / run.whole().wall(), executed / run.whole().workers());
    }

    private Rate mean(Function<RepositoryResult.AtSlots, Rate> of) {
        return mean(repositories.stream()
                .map(repository -> of.apply(repository.slots().getLast()))
                .toList());
    }

    private static Rate mean(List<Rate> rates) {
        return new Rate(
                Rate.mean(rates.stream().map(Rate::perSecond).toList()),
                Rate.mean(rates.stream().map(Rate::perProcessorSecond).toList()));
    }
}
