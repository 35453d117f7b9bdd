package org.elenchus.tools.cli.bench.reach;

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
                + "\n%d of %d by one edit, %d by two, %d by neither%n"
                        .formatted(
                                count(fixes, Mend.Outcome.ONE),
                                fixes.size(),
                                count(fixes, Mend.Outcome.TWO),
                                count(fixes, Mend.Outcome.NOT));
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
