package org.elenchus.tools.cli.bench.reach;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.elenchus.tools.cli.report.Figures;
import org.elenchus.tools.cli.report.Table;
import org.elenchus.tools.repair.mending.Mend;
import org.elenchus.tools.repair.mending.Miss;

/** Reach for people. */
public final class ReachText {
    private ReachText() {}

    public static String ofStates(List<StateReach> states) {
        Table table = new Table(
                "family",
                "states",
                "reached",
                "share",
                "median rank",
                "log chance",
                "of the edit",
                "chance per try",
                "edits per place",
                "ms per place");
        for (FamilyReach family : FamilyReach.of(states)) {
            table.row(
                    family.name(),
                    Integer.toString(family.states().size()),
                    Integer.toString(family.reached()),
                    number(family.share(), 2),
                    number(family.medianRank(), 0),
                    number(family.meanLogProbability(), 2),
                    number(family.meanLogProbabilityOfEdit(), 2),
                    number(family.chance(), 4),
                    number(family.medianMenu(), 0),
                    number(family.medianSeconds() * 1e3, 1));
        }
        return table.render() + misses(states);
    }

    private static String misses(List<StateReach> states) {
        TreeMap<Miss, Integer> counts = new TreeMap<>();
        states.forEach(s -> s.miss().ifPresent(m -> counts.merge(m, 1, Integer::sum)));
        StringBuilder text = new StringBuilder();
        counts.forEach((miss, count) -> text.append("  %d: %s%n".formatted(count, miss.label())));
        return counts.isEmpty() ? "" : "\nnot reached, by reason\n" + text;
    }

    public static String ofFixes(List<RealFix> fixes) {
        Table table = new Table("real fix", "edits", "operators or reason");
        for (RealFix fix : fixes) {
            Mend.Reading reading = fix.reading();
            table.row(
                    fix.task(),
                    edits(reading.outcome()),
                    reading.miss().map(Miss::label).orElse(String.join(", ", reading.operators())));
        }
        return table.render()
                + categories(fixes)
                + localised(fixes)
                + apart(fixes)
                + "\n%d of %d by one edit, %d by two, %d by neither%n"
                        .formatted(
                                count(fixes, Mend.Outcome.ONE),
                                fixes.size(),
                                count(fixes, Mend.Outcome.TWO),
                                count(fixes, Mend.Outcome.NOT));
    }

    private static String categories(List<RealFix> fixes) {
        TreeMap<String, List<RealFix>> byCategory = new TreeMap<>();
        fixes.stream()
                .filter(f -> !f.category().isEmpty())
                .forEach(f -> byCategory
                        .computeIfAbsent(f.category(), c -> new ArrayList<>())
                        .add(f));
        if (byCategory.isEmpty()) {
            return "";
        }
        Table table = new Table("category", "fixes", "by one", "by two", "neither");
        byCategory.forEach((category, own) -> table.row(
                category,
                Integer.toString(own.size()),
                Long.toString(count(own, Mend.Outcome.ONE)),
                Long.toString(count(own, Mend.Outcome.TWO)),
                Long.toString(count(own, Mend.Outcome.NOT))));
        return "\n" + table.render();
    }

    private static String localised(List<RealFix> fixes) {
        List<RealFix.Localised> known =
                fixes.stream().flatMap(f -> f.localised().stream()).toList();
        return known.isEmpty()
                ? ""
                : "\nfailing tests lead to a place at the fix or next to it in %d of %d, to the place of the first mending edit in %d%n"
                        .formatted(
                                known.stream().filter(RealFix.Localised::near).count(),
                                known.size(),
                                known.stream().filter(RealFix.Localised::made).count());
    }

    private static String apart(List<RealFix> fixes) {
        LibrariesApart apart = new LibrariesApart(fixes);
        return fixes.stream().map(RealFix::library).distinct().count() < 2
                ? ""
                : "\nby edits that undo mutations, or in a shape that a fix of another library has too: %d of %d%n"
                        .formatted(
                                fixes.stream()
                                        .filter(apart::isMadeWithoutItsOwn)
                                        .count(),
                                fixes.size());
    }

    private static String edits(Mend.Outcome outcome) {
        return switch (outcome) {
            case ONE -> "1";
            case TWO -> "2";
            case NOT -> Figures.NONE;
        };
    }

    private static long count(List<RealFix> fixes, Mend.Outcome outcome) {
        return fixes.stream().filter(f -> f.reading().outcome() == outcome).count();
    }

    private static String number(double value, int decimals) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%." + decimals + "f", value) : Figures.NONE;
    }
}
