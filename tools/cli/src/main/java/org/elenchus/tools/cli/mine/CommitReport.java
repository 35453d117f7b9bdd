package org.elenchus.tools.cli.mine;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.elenchus.protocol.ProtocolJson;
import org.elenchus.tools.cli.report.Table;
import org.elenchus.tools.mining.history.commits.PassedOver;
import org.elenchus.tools.mining.history.commits.Survey;
import org.elenchus.tools.mining.history.record.BugList;
import org.elenchus.tools.mining.history.record.Fixes;
import org.elenchus.tools.mining.history.record.RealBug;
import org.elenchus.tools.mining.history.search.Found;
import org.elenchus.tools.mining.intake.GitCommit;

/** What the search of a git history came to: tables for people, JSON for scripts. Pure. */
final class CommitReport {
    private final Survey survey;
    private final List<Found> all;
    private final BugList listed;
    private final Map<String, GitCommit> commits = new LinkedHashMap<>();

    /** @param all of the candidates that were searched @param listed the bugs to show */
    CommitReport(Survey survey, List<Found> all, BugList listed) {
        this.survey = survey;
        this.all = List.copyOf(all);
        this.listed = listed;
        survey.candidates().forEach(commit -> commits.put(commit.name(), commit));
    }

    String text() {
        StringBuilder text = new StringBuilder();
        text.append(survey.line())
                .append(" from ")
                .append(survey.line().shown(survey.head()))
                .append(" on\n\n");
        text.append(counts());
        text.append(
                "(a test that fails on the whole parent, by behaviour, and with the change taken back is what makes a task genuine)\n\n");
        text.append(MineReport.categories(listed.bugs()));
        if (!listed.bugs().isEmpty()) {
            text.append('\n').append(tasks());
        }
        return text.toString();
    }

    private String counts() {
        Table table = new Table("commits", "number");
        table.row("looked at", number(survey.looked()));
        survey.passedOver().forEach((why, count) -> table.row("  " + why.words(), number(count)));
        table.row("promising", number(survey.candidates().size()));
        outcomes().forEach((outcome, count) -> table.row("  " + outcome, number(count)));
        return table.render() + "\n" + figures().render();
    }

    private Table figures() {
        Table table = new Table("changes", "executed", "genuine", "fixes", "mixed", "refused");
        List<RealBug> bugs =
                all.stream().flatMap(found -> found.bugs().stream()).toList();
        List<RealBug> genuine = bugs.stream().filter(RealBug::genuine).toList();
        return table.row(
                number(all.stream().mapToInt(Found::changes).sum()),
                number(all.stream().mapToInt(Found::executed).sum()),
                number(genuine.size()),
                number(Fixes.count(genuine)),
                number(bugs.size() - genuine.size()),
                number(all.stream().mapToInt(Found::refusedByGates).sum()));
    }

    /** What became of the promising ones, in the order in which one is ruled out. */
    private Map<String, Integer> outcomes() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        Map<String, Integer> unsearched = new TreeMap<>();
        all.stream()
                .filter(found -> found.tests() == 0)
                .forEach(found -> unsearched.merge(reason(found), 1, Integer::sum));
        unsearched.forEach((why, count) -> counts.put("not searched: " + why, count));
        all.stream().filter(found -> found.tests() > 0).forEach(found -> counts.merge(outcome(found), 1, Integer::sum));
        int failed = survey.candidates().size() - all.size();
        if (failed > 0) {
            counts.put("left for the next time: the sandbox failed", failed);
        }
        return counts;
    }

    private static String outcome(Found found) {
        if (found.bugs().stream().anyMatch(RealBug::genuine)) {
            return "with a genuine bug";
        }
        if (!found.bugs().isEmpty()) {
            return "with mixed bugs alone";
        }
        if (!found.note().isEmpty()) {
            return found.note();
        }
        if (found.failingOnOlder() == 0) {
            return "no test fails on the parent by behaviour";
        }
        return found.refusedByGates() > 0
                ? "a gate refused what was found"
                : "nothing in one file, taken back, makes such a test fail";
    }

    /** A note without what differs from commit to commit. */
    private static String reason(Found found) {
        return found.note()
                .replace(found.pair().newer().value(), "the commit")
                .replace(found.pair().older().value(), "the parent")
                .replaceAll("\\s*[:(].*", "");
    }

    private String tasks() {
        Table table = new Table("task", "level", "genuine", "subject of the commit");
        for (RealBug bug : listed.bugs()) {
            table.row(bug.id(), bug.level().label(), bug.genuine() ? "yes" : "no", subject(bug));
        }
        return table.render();
    }

    private String subject(RealBug bug) {
        GitCommit commit = commits.get(bug.to());
        return commit == null ? "" : commit.subject();
    }

    String json() {
        ObjectNode root = ProtocolJson.mapper().createObjectNode();
        root.put("history", survey.line().toString()).put("head", survey.head());
        root.put("looked", survey.looked()).put("promising", survey.candidates().size());
        ObjectNode passed = root.putObject("passedOver");
        for (PassedOver why : PassedOver.values()) {
            passed.put(why.label(), survey.passedOver().getOrDefault(why, 0));
        }
        ObjectNode outcomes = root.putObject("outcomes");
        outcomes().forEach(outcomes::put);
        ArrayNode nodes = root.putArray("commits");
        commits.values()
                .forEach(commit -> nodes.addObject()
                        .put("commit", commit.name())
                        .put("parent", commit.parents().getFirst())
                        .put("seconds", commit.seconds())
                        .put("subject", commit.subject()));
        root.set("pairs", ProtocolJson.mapper().valueToTree(all));
        return root.toPrettyString() + "\n";
    }

    private static String number(int value) {
        return Integer.toString(value);
    }
}
