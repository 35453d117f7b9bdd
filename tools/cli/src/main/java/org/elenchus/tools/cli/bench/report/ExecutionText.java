package org.elenchus.tools.cli.bench.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.elenchus.tools.cli.bench.measure.OutcomeKind;
import org.elenchus.tools.cli.bench.measure.Pass;
import org.elenchus.tools.cli.bench.measure.Split;
import org.elenchus.tools.cli.report.Figures;
import org.elenchus.tools.cli.report.Table;

/** The speed of execution for people. */
public final class ExecutionText {
    private ExecutionText() {}

    public static String of(ExecutionReport report) {
        ExecutionReport.Machine machine = report.machine();
        return "%d cores, Java %s, %s, load %s before%n%n"
                        .formatted(machine.cores(), machine.java(), machine.system(), number(machine.loadBefore()))
                + rates(report.repositories())
                + "\nmilliseconds of a slot per candidate\n"
                + split(report.repositories())
                + "\noutcomes\n"
                + outcomes(report.repositories())
                + "\n"
                + remarks(report)
                + ratios(report);
    }

    private static String rates(List<RepositoryResult> repositories) {
        Table table = new Table(
                "repository", "how", "slots", "candidates", "per second", "per CPU-second", "CPU workers+owner");
        for (RepositoryResult result : repositories) {
            String name = result.repository().coordinate().shortName();
            for (RepositoryResult.AtSlots at : result.slots()) {
                row(table, name, "covering", at.slots(), at.covering());
                row(table, name, "FAIL_TO_PASS", at.slots(), at.failToPass());
                row(table, name, "every FAIL_TO_PASS", at.slots(), at.everyFailToPass());
                at.pit().ifPresent(run -> {
                    pitRow(
                            table,
                            name,
                            "PIT, analysis phase",
                            run.threads(),
                            run.report().executed(),
                            ExecutionReport.analysis(run),
                            run.analysis().workers());
                    pitRow(
                            table,
                            name,
                            "PIT, whole",
                            run.threads(),
                            run.report().executed(),
                            ExecutionReport.whole(run),
                            run.whole().workers());
                });
            }
            result.bareLimit().ifPresent(bare -> row(table, name, "as the bare limit", 1, bare.ours()));
            result.bareLimit()
                    .ifPresent(bare -> table.row(
                            name,
                            "bare limit",
                            "1",
                            Integer.toString(bare.candidates()),
                            number(bare.perSecond()),
                            number(bare.perProcessorSecond()),
                            number(bare.processorSeconds()) + " s"));
            result.coldBuild()
                    .ifPresent(cold -> table.row(
                            name,
                            "cold: " + cold.tool(),
                            "1",
                            Integer.toString(cold.candidates()),
                            number(cold.perSecond()),
                            Figures.NONE,
                            Figures.NONE));
        }
        return table.render();
    }

    private static void row(Table table, String name, String how, int slots, Pass pass) {
        table.row(
                name,
                how,
                Integer.toString(slots),
                Integer.toString(pass.compiled()),
                number(pass.perSecond()),
                number(pass.perProcessorSecond()),
                number(pass.cost().workers()) + " + " + number(pass.cost().owner()) + " s");
    }

    private static void pitRow(Table table, String name, String how, int threads, int mutants, Rate rate, double cpu) {
        table.row(
                name,
                how,
                Integer.toString(threads),
                Integer.toString(mutants),
                number(rate.perSecond()),
                number(rate.perProcessorSecond()),
                number(cpu) + " s");
    }

    private static String split(List<RepositoryResult> repositories) {
        Table table =
                new Table("repository", "how", "slots", "enumerate", "compile", "load", "test", "protocol", "sum");
        for (RepositoryResult result : repositories) {
            for (RepositoryResult.AtSlots at : result.slots()) {
                split(table, result, "covering", at.slots(), at.covering());
                split(table, result, "FAIL_TO_PASS", at.slots(), at.failToPass());
                split(table, result, "every FAIL_TO_PASS", at.slots(), at.everyFailToPass());
            }
        }
        return table.render();
    }

    private static void split(Table table, RepositoryResult result, String how, int slots, Pass pass) {
        int count = Math.max(1, pass.outcomes().size());
        Split split = pass.split();
        table.row(
                result.repository().coordinate().shortName(),
                how,
                Integer.toString(slots),
                number(result.secondsPerEdit() * 1e3),
                number(split.compile() * 1e3 / count),
                number(split.load() * 1e3 / count),
                number(split.test() * 1e3 / count),
                number(split.protocol() * 1e3 / count),
                number(result.secondsPerEdit() * 1e3 + split.total() * 1e3 / count));
    }

    private static String outcomes(List<RepositoryResult> repositories) {
        Table table = new Table("repository", "of all edits", "sampled", "outcomes");
        for (RepositoryResult result : repositories) {
            Pass pass = result.slots().getLast().covering();
            table.row(
                    result.repository().coordinate().shortName(),
                    Integer.toString(result.enumerated()),
                    Integer.toString(pass.outcomes().size()),
                    OutcomeKind.count(pass.outcomes()).entrySet().stream()
                            .filter(count -> count.getValue() > 0)
                            .map(count -> count.getKey().label() + " " + count.getValue())
                            .collect(Collectors.joining(", ")));
        }
        return table.render();
    }

    private static String remarks(ExecutionReport report) {
        StringBuilder text = new StringBuilder();
        for (RepositoryResult result : report.repositories()) {
            String name = result.repository().coordinate().shortName();
            result.slots()
                    .getLast()
                    .pit()
                    .filter(run -> run.classes() < run.allClasses())
                    .ifPresent(run -> text.append("%s: PIT mutated a sample of %d of %d classes%n"
                            .formatted(name, run.classes(), run.allClasses())));
            result.notes().forEach(note -> text.append("%s: %s%n".formatted(name, note)));
            result.bareLimit()
                    .filter(bare -> bare.skipped() > 0)
                    .ifPresent(
                            bare -> text.append("%s: the bare limit left out %d candidates whose classes change shape%n"
                                    .formatted(name, bare.skipped())));
        }
        return text.isEmpty() ? "" : text.append('\n').toString();
    }

    private static String ratios(ExecutionReport report) {
        Table table = new Table("ratio (geometric mean over repositories)", "");
        Ratios.of(report).stream()
                .filter(ratio -> Double.isFinite(ratio.value()))
                .forEach(ratio -> table.row(ratio.words(), number(ratio.value())));
        return table.isEmpty() ? "" : table.render();
    }

    /** Three significant digits. */
    static String number(double value) {
        if (!Double.isFinite(value)) {
            return Figures.NONE;
        }
        double size = Math.abs(value);
        int decimals = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}
