package org.elenchus.tools.cli.experiment;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Results as one HTML file that needs no other. Nothing in it comes from outside: labels and figures are our own. */
final class ResultsPage {
    private ResultsPage() {}

    static String of(Results results) {
        return """
                <!doctype html>
                <html lang="en"><head><meta charset="utf-8"><title>Elenchus: curricula compared</title>
                <style>body{font-family:sans-serif;max-width:60em;margin:2em auto}td,th{padding:.2em .8em;text-align:right}
                td:first-child,th:first-child{text-align:left}tr:nth-child(even){background:#f4f4f4}</style></head>
                <body><h1>Curricula compared</h1><p>%s.</p>
                %s
                <table><tr>%s</tr>
                %s
                </table><p>%s</p>
                <h2>Over the iterations</h2>
                <table><tr>%s</tr>
                %s
                </table>
                <h2>Over the number of edits a rollout may try</h2>
                <table><tr>%s</tr>
                %s
                </table>
                <h2>Beside the paper</h2>
                <table><tr>%s</tr>
                %s
                </table></body></html>
                """.formatted(
                        ResultsText.head(results),
                        CurvePlot.svg(results),
                        cells("th", ResultsText.COLUMNS),
                        rows(ResultsText.rows(results)),
                        ResultsText.ordering(results),
                        cells("th", ResultsText.curveColumns(results)),
                        rows(ResultsText.curves(results)),
                        cells("th", ResultsText.BUDGET_COLUMNS),
                        rows(ResultsText.budgets(results)),
                        cells("th", ResultsText.PAPER_COLUMNS),
                        rows(ResultsText.paper(results)));
    }

    private static String rows(List<List<String>> rows) {
        return rows.stream().map(row -> "<tr>" + cells("td", row) + "</tr>").collect(Collectors.joining("\n"));
    }

    private static String cells(String tag, List<String> texts) {
        return texts.stream()
                .map(text -> String.format(Locale.ROOT, "<%s>%s</%s>", tag, text, tag))
                .collect(Collectors.joining());
    }
}
