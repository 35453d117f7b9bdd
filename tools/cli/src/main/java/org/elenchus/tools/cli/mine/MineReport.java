package org.elenchus.tools.cli.mine;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.elenchus.protocol.ProtocolJson;
import org.elenchus.protocol.execution.TestRun;
import org.elenchus.tools.cli.report.Table;
import org.elenchus.tools.mining.history.Lineage;
import org.elenchus.tools.mining.history.fix.Category;
import org.elenchus.tools.mining.history.record.BugList;
import org.elenchus.tools.mining.history.record.Fixes;
import org.elenchus.tools.mining.history.record.RealBug;
import org.elenchus.tools.mining.history.search.Found;
import org.elenchus.tools.mining.history.search.Recreation.Made;

/** What mining came to: tables for people, JSON for scripts. Pure. */
final class MineReport {
    private MineReport() {}

    /** All bugs of a search as a list. */
    static BugList list(List<Found> all, boolean mixed) {
        return BugList.of(all.stream()
                .flatMap(found -> found.bugs().stream())
                .filter(bug -> mixed || bug.genuine())
                .toList());
    }

    static String line(Found found) {
        return found.bugs().stream().filter(RealBug::genuine).count() + " genuine, "
                + found.bugs().stream().filter(bug -> !bug.genuine()).count() + " mixed; "
                + found.changes() + " changes, " + found.executed() + " executed"
                + (found.note().isEmpty() ? "" : " (" + found.note() + ")");
    }

    static String searched(List<Found> all, BugList listed) {
        SortedMap<Lineage, List<Found>> byLibrary = new TreeMap<>();
        all.forEach(found -> byLibrary
                .computeIfAbsent(found.pair().library(), library -> new ArrayList<>())
                .add(found));
        Table table = new Table("library", "pairs", "changes", "executed", "genuine", "fixes", "mixed", "refused");
        byLibrary.forEach((library, pairs) -> row(table, library.toString(), pairs));
        row(table, "all", all);
        StringBuilder text = new StringBuilder(table.render());
        text.append("(fixes: genuine ones of a pair that a common test tells of count once; refused: by a gate)\n\n");
        text.append(categories(listed.bugs()));
        if (!listed.leftOut().isEmpty()) {
            text.append(listed.leftOut().size())
                    .append(" are left out of the list: a reader of the reviewed list refused them\n");
        }
        all.stream()
                .filter(found -> !found.note().isEmpty())
                .forEach(found -> text.append(found.pair())
                        .append(": ")
                        .append(found.note())
                        .append('\n'));
        return text.toString();
    }

    private static void row(Table table, String name, Collection<Found> pairs) {
        List<RealBug> bugs =
                pairs.stream().flatMap(found -> found.bugs().stream()).toList();
        List<RealBug> genuine = bugs.stream().filter(RealBug::genuine).toList();
        table.row(
                name,
                number(pairs.size()),
                number(pairs.stream().mapToInt(Found::changes).sum()),
                number(pairs.stream().mapToInt(Found::executed).sum()),
                number(genuine.size()),
                number(Fixes.count(genuine)),
                number(bugs.size() - genuine.size()),
                number(pairs.stream().mapToInt(Found::refusedByGates).sum()));
    }

    static String categories(Collection<RealBug> bugs) {
        Table table = new Table("category", "tasks", "one hunk", "lines");
        for (Category category : Category.values()) {
            List<RealBug> those =
                    bugs.stream().filter(bug -> bug.category() == category).toList();
            table.row(
                    category.words(),
                    number(those.size()),
                    number((int) those.stream().filter(RealBug::isSingleHunk).count()),
                    median(those));
        }
        table.row(
                "all",
                number(bugs.size()),
                number((int) bugs.stream().filter(RealBug::isSingleHunk).count()),
                median(bugs));
        return table.render() + "(lines: removed and added by the fix, median)\n";
    }

    private static String median(Collection<RealBug> bugs) {
        int[] lines = bugs.stream()
                .mapToInt(bug -> bug.fixRemoved() + bug.fixAdded())
                .sorted()
                .toArray();
        return lines.length == 0 ? "–" : number(lines[lines.length / 2]);
    }

    static String made(List<Made> all) {
        SortedMap<Lineage, List<Made>> byLibrary = new TreeMap<>();
        all.forEach(made -> byLibrary
                .computeIfAbsent(made.bug().library(), library -> new ArrayList<>())
                .add(made));
        Table table = new Table("library", "listed", "made", "fixes", "tests");
        byLibrary.forEach((library, those) -> madeRow(table, library.toString(), those));
        madeRow(table, "all", all);
        return table.render() + "(tests: FAIL_TO_PASS, in all)\n\n" + categories(bugs(all));
    }

    private static void madeRow(Table table, String name, List<Made> all) {
        List<RealBug> bugs = bugs(all);
        int tests = all.stream()
                .mapToInt(made -> made instanceof Made.Valid valid
                        ? valid.task().verifier().failToPass().size()
                        : 0)
                .sum();
        table.row(name, number(all.size()), number(bugs.size()), number(Fixes.count(bugs)), number(tests));
    }

    private static List<RealBug> bugs(List<Made> all) {
        return all.stream().filter(Made.Valid.class::isInstance).map(Made::bug).toList();
    }

    static String json(List<Found> all) {
        return ProtocolJson.mapper().valueToTree(Map.of("pairs", all)).toPrettyString() + "\n";
    }

    static String madeJson(List<Made> all) {
        ObjectNode root = ProtocolJson.mapper().createObjectNode();
        root.put("listed", all.size()).put("made", bugs(all).size()).put("fixes", Fixes.count(bugs(all)));
        ArrayNode tasks = root.putArray("tasks");
        for (Made made : all) {
            ObjectNode node = tasks.addObject();
            node.put("made", made instanceof Made.Valid);
            node.set("bug", ProtocolJson.mapper().valueToTree(made.bug()));
            switch (made) {
                case Made.Valid valid -> {
                    tests(node.putArray("failToPass"), valid.task().verifier().failToPass());
                    tests(node.putArray("passToPass"), valid.task().verifier().passToPass());
                }
                case Made.Not not -> node.put("reason", not.why());
            }
        }
        return root.toPrettyString() + "\n";
    }

    private static void tests(ArrayNode array, List<TestRun> runs) {
        runs.forEach(run -> array.add(run.test().toString()));
    }

    private static String number(int value) {
        return Integer.toString(value);
    }
}
