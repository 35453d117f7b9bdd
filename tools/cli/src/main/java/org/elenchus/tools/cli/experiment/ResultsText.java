package org.elenchus.tools.cli.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.elenchus.actors.evaluation.AcrossSeeds.Estimate;
import org.elenchus.tools.cli.report.Figures;
import org.elenchus.tools.cli.report.Table;

/** Results for people: the terminal's table, and the same as Markdown. */
final class ResultsText {
    static final List<String> COLUMNS =
            List.of("strategy", "base", "last iteration", "95% interval", "rise over base", "over full", "rollouts");

    static final List<String> BUDGET_COLUMNS =
            List.of("strategy", "within edits", "base [95%]", "last iteration [95%]");

    static final List<String> PAPER_COLUMNS = List.of("strategy", "over full", "in the paper", "ordering");

    private ResultsText() {}

    static String table(Results results) {
        Table table = new Table(COLUMNS.toArray(String[]::new));
        rows(results).forEach(row -> table.row(row.toArray(String[]::new)));
        return table.render() + head(results) + "\n";
    }

    static String markdown(Results results) {
        StringBuilder text = new StringBuilder();
        text.append(head(results)).append("\n\n");
        table(text, COLUMNS, rows(results));
        text.append("\n\n").append(ordering(results)).append("\n\n");
        table(text, BUDGET_COLUMNS, budgets(results));
        text.append("\n\n");
        table(text, PAPER_COLUMNS, paper(results));
        return text.append('\n').toString();
    }

    private static void table(StringBuilder text, List<String> columns, List<List<String>> rows) {
        text.append("| ").append(String.join(" | ", columns)).append(" |\n|").append("---|".repeat(columns.size()));
        rows.forEach(row -> text.append("\n| ").append(String.join(" | ", row)).append(" |"));
    }

    /** Solve rates within fewer edits: untrained, then after the last iteration. */
    static List<List<String>> budgets(Results results) {
        List<List<String>> rows = new ArrayList<>();
        for (Strategy strategy : results.ranking()) {
            for (Results.Curve.Within within : results.curve(strategy).budgets()) {
                rows.add(List.of(
                        strategy.label(),
                        Integer.toString(within.edits()),
                        Figures.fraction(within.base().value()) + " " + interval(within.base()),
                        Figures.fraction(within.last().value()) + " " + interval(within.last())));
            }
        }
        return rows;
    }

    /** Where the paper reports the same comparison. */
    static List<List<String>> paper(Results results) {
        List<List<String>> rows = new ArrayList<>();
        for (Strategy strategy : results.ranking()) {
            Optional<Estimate> ours = results.curve(strategy).vsFull();
            Optional<Double> theirs = Paper.overFull(strategy);
            if (ours.isPresent() && theirs.isPresent()) {
                rows.add(List.of(
                        strategy.label(),
                        difference(ours),
                        String.format(Locale.ROOT, "%+.3f", theirs.get()),
                        Paper.agreement(theirs.get(), ours.get()).words()));
            }
        }
        return rows;
    }

    static String head(Results results) {
        return results.seeds().size() + (results.seeds().size() == 1 ? " seed, " : " seeds, ") + results.tasks()
                + " held-out tasks; intervals resample seeds, then tasks; differences are paired by seed and task; rollouts: spent on"
                + " learning, mean per run";
    }

    static List<List<String>> rows(Results results) {
        return results.ranking().stream()
                .map(strategy -> row(strategy, results.curve(strategy)))
                .toList();
    }

    private static List<String> row(Strategy strategy, Results.Curve curve) {
        return List.of(
                strategy.label(),
                Figures.fraction(curve.rates().get(0).value()),
                Figures.fraction(curve.last().value()),
                interval(curve.last()),
                difference(curve.rise()),
                difference(curve.vsFull()),
                String.format(Locale.ROOT, "%.0f", curve.rollouts()));
    }

    private static String interval(Estimate estimate) {
        return "[" + Figures.fraction(estimate.low()) + " " + Figures.fraction(estimate.high()) + "]";
    }

    private static String difference(Optional<Estimate> estimate) {
        return estimate.map(e -> String.format(Locale.ROOT, "%+.3f ", e.value()) + interval(e))
                .orElse(Figures.NONE);
    }

    /** What of the order is more than chance, against the full method. */
    static String ordering(Results results) {
        List<String> better = told(results, true);
        List<String> worse = told(results, false);
        return "Better than full, interval above zero: " + listed(better) + ". Worse than full, interval below zero: "
                + listed(worse) + ". Of the others no difference was shown.";
    }

    private static List<String> told(Results results, boolean better) {
        return results.ranking().stream()
                .filter(strategy -> results.curve(strategy)
                        .vsFull()
                        .filter(e -> better ? e.low() > 0 : e.high() < 0)
                        .isPresent())
                .map(Strategy::label)
                .toList();
    }

    private static String listed(List<String> names) {
        return names.isEmpty() ? "none" : String.join(", ", names);
    }
}
