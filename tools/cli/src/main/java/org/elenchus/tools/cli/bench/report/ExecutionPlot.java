package org.elenchus.tools.cli.bench.report;

import org.elenchus.tools.cli.bench.peer.PitRun;

/** The speed of execution as a plot: one group per repository, one bar per way to execute. */
public final class ExecutionPlot {
    private static final String OURS = "#2f6fab";
    private static final String OTHERS = "#b5651d";
    private static final String LIMIT = "#888888";

    private ExecutionPlot() {}

    public static String svg(ExecutionReport report) {
        BarPlot plot =
                new BarPlot("Executed candidates per CPU-second, and per second where marked", "logarithmic scale");
        for (RepositoryResult result : report.repositories()) {
            group(plot, result, result.repository().coordinate().shortName());
        }
        return plot.svg();
    }

    private static void group(BarPlot plot, RepositoryResult result, String name) {
        for (RepositoryResult.AtSlots at : result.slots()) {
            String slots = at.slots() == 1 ? ", 1 slot" : ", " + at.slots() + " slots";
            plot.bar(name, "FAIL_TO_PASS" + slots, at.failToPass().perProcessorSecond(), OURS);
            plot.bar(name, "covering" + slots, at.covering().perProcessorSecond(), OURS);
            at.pit().ifPresent(run -> pit(plot, name, run));
        }
        result.bareLimit().ifPresent(bare -> {
            plot.bar(name, "same as the bare limit, per second", bare.ours().perSecond(), OURS);
            plot.bar(name, "bare limit, per second", bare.perSecond(), LIMIT);
        });
        result.coldBuild().ifPresent(cold -> plot.bar(name, "cold build, per second", cold.perSecond(), OTHERS));
    }

    private static void pit(BarPlot plot, String name, PitRun run) {
        String threads = run.threads() == 1 ? ", 1 thread" : ", " + run.threads() + " threads";
        plot.bar(name, "PIT analysis" + threads, ExecutionReport.analysis(run).perProcessorSecond(), OTHERS);
    }
}
