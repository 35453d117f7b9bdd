package org.elenchus.tools.cli.retrain;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.elenchus.actors.evaluation.AcrossSeeds.Estimate;
import org.elenchus.protocol.ProtocolJson;
import org.elenchus.tools.cli.report.Figures;
import org.elenchus.tools.cli.report.Table;
import org.elenchus.tools.cli.retrain.RetrainReport.Row;

/** Settings beside each other, for people and for scripts. */
record RetrainText(RetrainReport report) {
    private static final String LEGEND = """
            (q: how likely the first edit tried is one that is known to mend the task; log q after n iterations: mean over the mended tasks;
             in n edits: 1 − (1 − q)^n after the last iteration, mean over all tasks; 95% intervals over runs)
            """;

    String text() {
        List<String> header = new ArrayList<>(List.of("settings"));
        shown().forEach(iteration -> header.add("log q, " + iteration));
        report.budgets().forEach(edits -> header.add("in " + edits + (edits == 1 ? " edit" : " edits")));
        Table table = new Table(header.toArray(String[]::new));
        // All settings start from the same policies.
        Row first = report.rows().get(0);
        table.row(cells("untrained", iteration -> first.logLikelihoods().get(0), first.base()));
        for (Row row : report.rows()) {
            table.row(cells(row.setting().text(), row.logLikelihoods()::get, row.last()));
        }
        return String.format(
                Locale.ROOT,
                "runs: %d, iterations: %d; validation tasks: %d, mended by a single edit: %d%n%n%s%s",
                report.runs().size(),
                report.iterations(),
                report.tasks(),
                report.mended(),
                table.render(),
                LEGEND);
    }

    /** The iterations whose log q is worth a column. */
    private IntStream shown() {
        return IntStream.of(1, 3, report.iterations())
                .filter(iteration -> iteration <= report.iterations())
                .sorted()
                .distinct();
    }

    private String[] cells(String settings, IntToDoubleFunction logLikelihood, List<Estimate> solved) {
        List<String> cells = new ArrayList<>(List.of(settings));
        shown().forEach(iteration ->
                cells.add(String.format(Locale.ROOT, "%.2f", logLikelihood.applyAsDouble(iteration))));
        solved.forEach(rate -> cells.add(Figures.fraction(rate.value()) + " [" + Figures.fraction(rate.low()) + " "
                + Figures.fraction(rate.high()) + "]"));
        return cells.toArray(String[]::new);
    }

    String json() {
        ObjectNode json = ProtocolJson.mapper().createObjectNode();
        report.runs().forEach(json.putArray("runs")::add);
        json.put("iterations", report.iterations()).put("tasks", report.tasks()).put("mended", report.mended());
        ArrayNode settings = json.putArray("settings");
        for (Row row : report.rows()) {
            ObjectNode node = settings.addObject();
            Setting setting = row.setting();
            setting.learningRate().ifPresent(rate -> node.put("learningRate", rate));
            setting.damping().ifPresent(damping -> node.put("damping", damping));
            setting.epochs().ifPresent(epochs -> node.put("epochs", epochs));
            setting.advantage()
                    .ifPresent(
                            advantage -> node.put("advantage", advantage.name().toLowerCase(Locale.ROOT)));
            row.logLikelihoods().forEach(node.putArray("logLikelihood")::add);
            ArrayNode solved = node.putArray("solved");
            for (int i = 0; i < report.budgets().size(); i++) {
                ObjectNode within =
                        solved.addObject().put("edits", report.budgets().get(i));
                rate(within.putObject("base"), row.base().get(i));
                rate(within.putObject("last"), row.last().get(i));
            }
        }
        return json.toPrettyString() + "\n";
    }

    private static void rate(ObjectNode node, Estimate rate) {
        node.put("value", rate.value()).put("low", rate.low()).put("high", rate.high());
    }
}
