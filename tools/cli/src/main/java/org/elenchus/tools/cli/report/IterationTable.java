package org.elenchus.tools.cli.report;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.elenchus.protocol.run.IterationReport;
import org.elenchus.protocol.task.Gate;
import org.elenchus.tools.cli.history.RunHistory;
import org.elenchus.tools.cli.history.Words;

/** The table at the end of a run: a row per iteration, then where the time went. */
public final class IterationTable {
    private IterationTable() {}

    public static String render(RunHistory run, Timings timings) {
        Table table = new Table(
                "iteration",
                "asked",
                "format",
                "grounding",
                "execution",
                "semantics",
                "duplicate",
                "other",
                "admitted",
                "cosine",
                "skills",
                "training",
                "held-out",
                "95% interval",
                "rise over base",
                "time");
        for (IterationReport report : run.reports()) {
            boolean base = report.index() == 0;
            table.row(
                    base ? "0 (base)" : Integer.toString(report.index()),
                    base ? Figures.NONE : Integer.toString(report.asked()),
                    gate(report, Gate.FORMAT),
                    gate(report, Gate.GROUNDING),
                    gate(report, Gate.EXECUTION),
                    gate(report, Gate.SEMANTICS),
                    gate(report, Gate.DUPLICATE),
                    base ? Figures.NONE : Integer.toString(other(report)),
                    base ? Figures.NONE : Integer.toString(report.admitted()),
                    report.meanCosine().map(Figures::fraction).orElse(Figures.NONE),
                    Integer.toString(report.skills()),
                    Figures.rate(report.training()),
                    Figures.rate(report.heldOut()),
                    Figures.interval(report.heldOut()),
                    run.rise(report.index()).map(Figures::rise).orElse(Figures.NONE),
                    time(timings.of(run.runId(), report.index())));
        }
        return table.render() + legend() + split(run.runId(), timings);
    }

    /** Nobody has timed a run that was read from a cluster's journal. */
    private static String time(IterationTiming timing) {
        return timing.seconds() == 0 ? Figures.NONE : Figures.duration(timing.seconds());
    }

    /** Asked for but neither admitted nor rejected by a gate. */
    private static int other(IterationReport report) {
        return report.notProduced() + report.undecided() + report.misaligned() + report.surplus();
    }

    private static String gate(IterationReport report, Gate gate) {
        return report.index() == 0
                ? Figures.NONE
                : Integer.toString(report.rejected().getOrDefault(gate, 0));
    }

    private static String legend() {
        String gates = Arrays.stream(Gate.values()).map(Words::of).sorted().collect(Collectors.joining(", "));
        return "(" + gates
                + ": candidates that gate rejected; other: not produced, undecided, misaligned or surplus;\n"
                + " rise over base: held-out rate less that of iteration 0, 95% interval over the same tasks, in pairs)\n";
    }

    private static String split(String runId, Timings timings) {
        IterationTiming total = timings.total(runId);
        if (total.seconds() == 0) {
            return "";
        }
        return "time: " + Figures.duration(total.seconds()) + " = executing candidates "
                + Figures.percent(total.executing() / total.seconds()) + " + learning "
                + Figures.percent(total.learning() / total.seconds()) + " + actors, journal and waiting "
                + Figures.percent(total.remainder() / total.seconds()) + "\n";
    }
}
