package org.elenchus.tools.cli.solve;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.elenchus.actors.port.PreparedRepository;
import org.elenchus.protocol.ProtocolJson;
import org.elenchus.protocol.repository.TestId;
import org.elenchus.protocol.task.Patch;
import org.elenchus.tools.cli.task.UnifiedDiff;

/**
 * Repairs for people and for scripts.
 *
 * @param repository the project as it was prepared
 * @param sources its folder of main sources, from the top of the project; ends with a slash
 */
record Suggestion(PreparedRepository repository, String sources) {
    private static final int NAMED = 10;
    private static final int SHOWN = 5;

    /** The patch as a diff, to be applied at the top of the project. */
    String diff(Patch patch) {
        Map<String, String> before = new TreeMap<>();
        patch.paths().forEach(path -> before.put(path, repository.source(path)));
        StringBuilder diff = new StringBuilder();
        after(patch, before)
                .forEach((path, text) ->
                        diff.append(UnifiedDiff.of(sources + path, before.getOrDefault(path, ""), text)));
        return diff.toString();
    }

    /** The new text of each file the patch changes. */
    static Map<String, String> after(Patch patch, Map<String, String> before) {
        try {
            return new TreeMap<>(patch.applyTo(before));
        } catch (Patch.DoesNotApply e) {
            throw new IllegalStateException("a patch that was executed does not apply: " + e.getMessage(), e);
        }
    }

    /** The best repairs and what the search came to. Where there is a whole one, others are not shown. */
    String text(Search.Findings findings) {
        List<Repair> shown = findings.repairs().stream()
                .filter(repair -> repair.isWhole() || !findings.isRepaired())
                .limit(SHOWN)
                .toList();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < shown.size(); i++) {
            text.append(text(i + 1, shown.get(i)));
        }
        String effort = "(" + findings.rollouts() + " rollouts, " + findings.tried() + " edits executed)";
        return text.append(
                        findings.isRepaired()
                                ? "repaired " + effort + "; passing tests do not prove a repair right: read it\n"
                                : "not repaired " + effort + ": " + why(findings)
                                        + ". A larger --budget, fewer tests by --test, or a policy trained on more may help\n")
                .toString();
    }

    private static String why(Search.Findings findings) {
        if (findings.repairs().isEmpty()) {
            return "no edit that was tried makes a failing test pass";
        }
        Repair best = findings.repairs().get(0);
        return best.unmended().isEmpty()
                ? "what makes the failing tests pass makes others fail"
                : "the best patch leaves " + best.unmended().size() + " of the failing tests failing";
    }

    String json(Search.Findings findings) {
        ObjectNode root = ProtocolJson.mapper().createObjectNode();
        root.put("repaired", findings.isRepaired())
                .put("rollouts", findings.rollouts())
                .put("edits", findings.tried());
        ArrayNode repairs = root.putArray("repairs");
        findings.repairs().forEach(repair -> repairs.add(json(repair)));
        return root.toPrettyString() + "\n";
    }

    /** @param rank from 1 */
    private String text(int rank, Repair repair) {
        StringBuilder text = new StringBuilder();
        text.append("repair ").append(rank).append(repair.isWhole() ? "" : " (not whole)");
        text.append(": ").append(repair.mended().size()).append(" of ");
        text.append(repair.mended().size() + repair.unmended().size()).append(" failing tests pass, ");
        text.append(repair.kept().size()).append(" of ");
        text.append(repair.kept().size() + repair.spoilt().size());
        text.append(" tests that reach the changed files still pass; found by ").append(repair.found());
        text.append(repair.found() == 1 ? " rollout\n" : " rollouts\n");
        names(text, "mended", repair.mended());
        names(text, "still failing", repair.unmended());
        names(text, "now failing", repair.spoilt());
        return text.append('\n').append(diff(repair.patch())).append('\n').toString();
    }

    private static void names(StringBuilder text, String what, List<TestId> tests) {
        tests.stream()
                .limit(NAMED)
                .forEach(test ->
                        text.append("  ").append(what).append(": ").append(test).append('\n'));
        if (tests.size() > NAMED) {
            text.append("  ")
                    .append(what)
                    .append(": and ")
                    .append(tests.size() - NAMED)
                    .append(" more\n");
        }
    }

    private ObjectNode json(Repair repair) {
        ObjectNode json = ProtocolJson.mapper().createObjectNode();
        json.put("whole", repair.isWhole()).put("found", repair.found());
        tests(json.putArray("mended"), repair.mended());
        tests(json.putArray("unmended"), repair.unmended());
        tests(json.putArray("spoilt"), repair.spoilt());
        tests(json.putArray("kept"), repair.kept());
        return json.put("diff", diff(repair.patch()));
    }

    private static void tests(ArrayNode array, List<TestId> tests) {
        tests.forEach(test -> array.add(test.toString()));
    }
}
