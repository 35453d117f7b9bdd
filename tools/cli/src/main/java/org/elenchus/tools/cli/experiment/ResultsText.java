package org.elenchus.tools.cli.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
        text.append("# Curricula compared\n\n").append(head(results)).append(".\n\n");
        table(text, COLUMNS, rows(results));
        text.append("\n\n").append(ordering(results)).append("\n\n## Over the iterations\n\n");
        table(text, curveColumns(results), curves(results));
        text.append("\n\n## Over the number of edits a rollout may try\n\n");
        table(text, BUDGET_COLUMNS, budgets(results));
        text.append("\n\n## Beside the paper\n\n");
        table(text, PAPER_COLUMNS, paper(results));
        return text.append('\n').toString();
    }

    private static void table(StringBuilder text, List<String> columns, List<List<String>> rows) {
        text.append("| ").append(String.join(" | ", columns)).append(" |\n|").append("---|".repeat(columns.size()));
        rows.forEach(row -> text.append("\n| ").append(String.join(" | ", row)).append(" |"));
    }

    /** {@code strategy}, then every iteration. */
    static List<String> curveColumns(Results results) {
        int iterations = results.curves().values().stream()
                .mapToInt(curve -> curve.rates().size())
                .max()
                .orElse(0);
        return Stream.concat(
                        Stream.of("strategy"),
                        IntStream.range(0, iterations).mapToObj(i -> i == 0 ? "0 (base)" : Integer.toString(i)))
                .toList();
    }

    /** Solve rates by iteration. */
    static List<List<String>> curves(Results results) {
        return results.ranking().stream()
                .map(strategy -> Stream.concat(
                                Stream.of(strategy.label()),
                                results.curve(strategy).rates().stream()
                                        .map(rate -> Figures.fraction(rate.value()) + " " + interval(rate)))
                        .toList())
                .toList();
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
        int seeds = results.seeds().size();
        String of = seeds < results.planned() ? " of " + results.planned() : "";
        return seeds + of + (results.planned() == 1 ? " seed, " : " seeds, ") + results.tasks()
                + " held-out tasks, of which " + results.solved()
                + " were ever solved; intervals resample seeds and tasks; differences are paired by seed and task; rollouts: spent on"
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
