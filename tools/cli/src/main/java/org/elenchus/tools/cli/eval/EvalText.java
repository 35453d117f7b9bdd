package org.elenchus.tools.cli.eval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.elenchus.actors.evaluation.AcrossSeeds.Estimate;
import org.elenchus.actors.evaluation.SolveRate.Tally;
import org.elenchus.protocol.task.Pool;
import org.elenchus.tools.cli.eval.TaskReport.Standing;
import org.elenchus.tools.cli.report.Figures;
import org.elenchus.tools.cli.report.Table;

/** An evaluation for people. */
final class EvalText {
    private EvalText() {}

    static String of(String solver, Summary summary) {
        StringBuilder text = new StringBuilder("solver: ").append(solver).append("\n\n");
        if (!summary.scored().isEmpty()) {
            text.append(tasks(summary.scored())).append('\n');
        }
        for (TaskReport report : summary.reports()) {
            switch (report) {
                case TaskReport.Scored scored -> {}
                case TaskReport.Invalid invalid -> text.append(reason(invalid, invalid.reason()));
                case TaskReport.Undecided undecided -> text.append(reason(undecided, undecided.reason()));
            }
        }
        text.append(counts(summary)).append('\n');
        if (!summary.scored().isEmpty()) {
            text.append('\n').append(passAt(summary)).append('\n').append(curve(summary));
            text.append(
                    "(plausible: the tests shown pass; correct: the reference's text, or every held-back test that the"
                            + " patch can reach\n passes, over tasks that have either; 95% intervals over tasks)\n");
            if (!summary.shares().isEmpty()) {
                text.append('\n').append(shares(summary.shares()));
            }
        }
        return text.toString();
    }

    private static String reason(TaskReport report, String reason) {
        return report.standing().word() + ": " + report.id() + ": " + reason + "\n";
    }

    private static String tasks(List<TaskReport.Scored> tasks) {
        Table table = new Table(
                "task", "standing", "failing", "held back", "plausible", "correct", "wrong", "executions", "time");
        for (TaskReport.Scored task : tasks) {
            table.row(
                    task.id(),
                    task.standing().word(),
                    Integer.toString(task.failing()),
                    Integer.toString(task.heldBack()),
                    share(task.plausible()),
                    task.canTell() ? share(task.correct()) : Figures.NONE,
                    task.canTell() ? Integer.toString(task.wrong()) : Figures.NONE,
                    Integer.toString(task.executions()),
                    Figures.duration(task.seconds()));
        }
        return table.render();
    }

    private static String share(Tally tally) {
        return tally.solved() + "/" + tally.total();
    }

    private static String counts(Summary summary) {
        return summary.reports().size() + " tasks: "
                + Arrays.stream(Standing.values())
                        .map(standing -> summary.count(standing) + " "
                                + (standing == Standing.WRONG ? "plausible but wrong" : standing.word()))
                        .collect(Collectors.joining(", "));
    }

    private static String passAt(Summary summary) {
        Table table = new Table("pass@k", "plausible", "95% interval", "correct", "95% interval");
        for (Summary.Pass pass : summary.passAt()) {
            table.row(
                    Integer.toString(pass.k()),
                    value(pass.plausible()),
                    interval(pass.plausible()),
                    value(pass.correct()),
                    interval(pass.correct()));
        }
        return table.render();
    }

    private static String value(Optional<Estimate> estimate) {
        return estimate.map(e -> Figures.fraction(e.value())).orElse(Figures.NONE);
    }

    private static String interval(Optional<Estimate> estimate) {
        return estimate.map(e -> "[" + Figures.fraction(e.low()) + " " + Figures.fraction(e.high()) + "]")
                .orElse(Figures.NONE);
    }

    private static String curve(Summary summary) {
        Table table = new Table("budget", "plausible", "95% interval", "correct", "95% interval");
        for (Summary.Point point : summary.curve()) {
            table.row(
                    Integer.toString(point.budget()),
                    Figures.rate(point.plausible()),
                    Figures.interval(point.plausible()),
                    Figures.rate(point.correct()),
                    Figures.interval(point.correct()));
        }
        return table.render();
    }

    /** Only a library that is in neither the training nor the validation pool says what the solver can do elsewhere. */
    private static String shares(List<Summary.Share> shares) {
        List<String> header = new ArrayList<>(List.of("its libraries", "tasks"));
        shares.get(0).curve().forEach(point -> header.add("within " + point.budget()));
        Table table = new Table(header.toArray(String[]::new));
        for (Summary.Share share : shares) {
            List<String> cells = new ArrayList<>(List.of(
                    share.pool().map(EvalText::relation).orElse("in no pool"),
                    Integer.toString(share.tasks().size())));
            share.curve()
                    .forEach(point ->
                            cells.add(Figures.rate(point.plausible()) + " " + Figures.interval(point.plausible())));
            table.row(cells.toArray(String[]::new));
        }
        return table.render()
                + "(plausible attempts, by where the run that trained the solver had the task's library)\n";
    }

    private static String relation(Pool pool) {
        return switch (pool) {
            case TRAIN -> "trained on";
            case VALIDATION -> "steered by";
            case TEST -> "evaluated on";
        };
    }
}
