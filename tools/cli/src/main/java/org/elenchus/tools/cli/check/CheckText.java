package org.elenchus.tools.cli.check;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.elenchus.actors.gates.Evidence.Observation;
import org.elenchus.protocol.ProtocolJson;
import org.elenchus.protocol.execution.Failure;
import org.elenchus.protocol.execution.TestResult;
import org.elenchus.protocol.execution.TestRun;
import org.elenchus.protocol.repository.Quarantined;
import org.elenchus.protocol.repository.RepositorySummary;
import org.elenchus.protocol.task.Gate;
import org.elenchus.protocol.task.Task;
import org.elenchus.tools.cli.history.Words;

/** A check for people and for scripts. */
final class CheckText {
    private CheckText() {}

    static String text(Checked checked) {
        StringBuilder text = new StringBuilder(repository(checked.repository()));
        for (Gate gate : Checked.GATES) {
            String said = checked.said(gate);
            text.append(String.format(Locale.ROOT, "%-10s %s", Words.of(gate), said));
            text.append(said.equals("rejected") ? ": " + checked.reason() : "").append('\n');
        }
        checked.evidence().forEach(seen -> text.append(observation(seen)));
        checked.task().ifPresent(task -> text.append(task(task)));
        return text.append(checked.artifact()
                        .map(digest -> "valid: task " + digest)
                        .orElse("rejected"))
                .append('\n')
                .toString();
    }

    private static String repository(RepositorySummary summary) {
        StringBuilder text = new StringBuilder()
                .append(summary.coordinate())
                .append(": ")
                .append(summary.mainFiles())
                .append(" main files, ")
                .append(summary.mainLines())
                .append(" lines, ")
                .append(summary.tests())
                .append(" trusted tests, snapshot ")
                .append(summary.snapshot().brief())
                .append('\n');
        for (Quarantined test : summary.quarantined()) {
            text.append("  quarantined (").append(Words.of(test.reason())).append("): ");
            text.append(test.id()).append('\n');
        }
        return text.toString();
    }

    private static String observation(Observation seen) {
        long passed =
                seen.tests().stream().filter(test -> test.endsWith(": passed")).count();
        String counted = seen.tests().isEmpty()
                ? seen.outcome()
                : passed + " of " + seen.tests().size() + " tests passed";
        return "  " + seen.state() + ": " + counted + "\n";
    }

    private static String task(Task task) {
        StringBuilder text = new StringBuilder();
        text.append("FAIL_TO_PASS (")
                .append(task.verifier().failToPass().size())
                .append(")\n");
        for (TestResult result : task.observed()) {
            text.append("  ").append(result.test()).append('\n');
            result.outcome()
                    .observed()
                    .ifPresent(failure ->
                            text.append("    ").append(shown(failure)).append('\n'));
        }
        text.append("PASS_TO_PASS (")
                .append(task.verifier().passToPass().size())
                .append(")\n");
        task.verifier()
                .passToPass()
                .forEach(run -> text.append("  ").append(run.test()).append('\n'));
        return text.toString();
    }

    private static String shown(Failure failure) {
        String first = failure.message().lines().findFirst().orElse("");
        return first.startsWith(failure.exception()) || first.isEmpty()
                ? first.isEmpty() ? failure.exception() : first
                : failure.exception() + ": " + first;
    }

    static String json(Checked checked) {
        ObjectNode root = ProtocolJson.mapper().createObjectNode();
        root.put("verdict", checked.isValid() ? "valid" : "rejected");
        root.set("repository", ProtocolJson.mapper().valueToTree(checked.repository()));
        ObjectNode gates = root.putObject("gates");
        Checked.GATES.forEach(gate -> gates.put(Words.of(gate), checked.said(gate)));
        checked.refusedBy().ifPresent(gate -> root.put("rejectedBy", Words.of(gate)));
        if (!checked.isValid()) {
            root.put("reason", checked.reason());
        }
        checked.artifact().ifPresent(digest -> root.put("task", digest.hex()));
        checked.task().ifPresent(task -> {
            tests(root.putArray("failToPass"), task.verifier().failToPass());
            tests(root.putArray("passToPass"), task.verifier().passToPass());
            root.set("observed", ProtocolJson.mapper().valueToTree(task.observed()));
        });
        root.set("evidence", ProtocolJson.mapper().valueToTree(checked.evidence()));
        return root.toPrettyString();
    }

    private static void tests(ArrayNode array, List<TestRun> runs) {
        runs.forEach(run -> array.add(run.test().toString()));
    }
}
