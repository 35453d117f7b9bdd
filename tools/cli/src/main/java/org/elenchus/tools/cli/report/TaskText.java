package org.elenchus.tools.cli.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.ProtocolJson;
import org.elenchus.protocol.execution.TestResult;
import org.elenchus.protocol.execution.TestRun;
import org.elenchus.protocol.learning.TaskScore;
import org.elenchus.protocol.task.Task;
import org.elenchus.protocol.task.Verdict;
import org.elenchus.protocol.trace.GroupRef;
import org.elenchus.tools.cli.history.TaskRecord;
import org.elenchus.tools.cli.history.Words;
import org.elenchus.tools.sandbox.SnapshotLayout;

/** Tasks for people and for scripts. */
public final class TaskText {
    private TaskText() {}

    public static String table(List<TaskRecord> tasks) {
        Table table = new Table("task", "digest", "pool", "repository", "F2P", "P2P", "solved", "cosine", "outcome");
        for (TaskRecord task : tasks) {
            Optional<Verdict.Valid> valid = valid(task);
            table.row(
                    task.id(),
                    task.task().map(Digest::brief).orElse(Figures.NONE),
                    Words.of(task.pool()),
                    task.repository().shortName(),
                    valid.map(v -> Integer.toString(v.failToPass())).orElse(Figures.NONE),
                    valid.map(v -> Integer.toString(v.passToPass())).orElse(Figures.NONE),
                    solved(task),
                    task.score().map(s -> Figures.fraction(s.cosine())).orElse(Figures.NONE),
                    task.outcome());
        }
        return table.render();
    }

    /** What the run knows of a candidate. */
    public static String text(TaskRecord task) {
        StringBuilder text = new StringBuilder(task.id()).append(": ").append(task.outcome());
        text.append("\nrepository: ").append(task.repository());
        text.append(" (").append(Words.of(task.pool())).append(" pool)");
        text.append("\nskill: ").append(task.candidate().skill()).append('\n');
        task.verdict().ifPresent(verdict -> text.append(verdict(verdict)));
        task.score().ifPresent(score -> text.append(score(score)));
        for (GroupRef group : task.attempts()) {
            text.append("attempted: ").append(group.id()).append(", solved ");
            text.append(group.solved()).append(" of ").append(group.rollouts()).append('\n');
        }
        return text.toString();
    }

    /** The task itself, up to its diff. */
    public static String text(Task task, SnapshotLayout layout) {
        StringBuilder text = new StringBuilder("\nstatement:\n");
        task.statement().lines().forEach(line -> text.append("  ").append(line).append('\n'));
        tests(text, "FAIL_TO_PASS", task.verifier().failToPass());
        for (TestResult result : task.observed()) {
            result.outcome()
                    .observed()
                    .ifPresent(failure -> text.append("  observed: ")
                            .append(result.test())
                            .append(": ")
                            .append(failure.exception())
                            .append(": ")
                            .append(failure.message().lines().findFirst().orElse(""))
                            .append('\n'));
        }
        tests(text, "PASS_TO_PASS", task.verifier().passToPass());
        text.append("made by:\n");
        task.mutations()
                .forEach(mutation -> text.append("  ")
                        .append(mutation.operator())
                        .append(" at ")
                        .append(mutation.path())
                        .append(':')
                        .append(mutation.line())
                        .append(" in ")
                        .append(mutation.symbol())
                        .append('\n'));
        text.append("prepared sources: ")
                .append(layout.root())
                .append("\n  dependencies, in the order of their names: ");
        text.append(layout.libraries())
                .append("\n  Java level: ")
                .append(layout.release())
                .append('\n');
        return text.toString();
    }

    private static void tests(StringBuilder text, String list, List<TestRun> tests) {
        text.append(list).append(" (").append(tests.size()).append("):\n");
        tests.forEach(run -> text.append("  ").append(run.test()).append('\n'));
    }

    private static String verdict(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Valid valid ->
                "verdict: passed all gates; task " + valid.task() + ", evidence " + valid.evidence() + "\n";
            case Verdict.Rejected rejected ->
                "verdict: rejected by the " + Words.of(rejected.gate()) + " gate: " + rejected.reason() + "; evidence "
                        + rejected.evidence() + "\n";
            case Verdict.Undecided undecided -> "verdict: none, the infrastructure failed: " + undecided.fault() + "\n";
        };
    }

    private static String score(TaskScore score) {
        return "score: cosine " + Figures.fraction(score.cosine()) + ", reward " + Figures.fraction(score.reward())
                + ", solve rate " + Figures.fraction(score.solveRate()) + ", gradient norm "
                + Figures.fraction(score.gradientNorm()) + "\n";
    }

    /** The digest of what the gates saw. */
    public static Optional<Digest> evidence(TaskRecord task) {
        return task.verdict().flatMap(verdict -> switch (verdict) {
            case Verdict.Valid valid -> Optional.of(valid.evidence());
            case Verdict.Rejected rejected -> Optional.of(rejected.evidence());
            case Verdict.Undecided undecided -> Optional.empty();
        });
    }

    public static ObjectNode json(TaskRecord task) {
        ObjectNode json = ProtocolJson.mapper().createObjectNode();
        json.put("id", task.id())
                .put("outcome", task.outcome())
                .put("pool", task.pool().name());
        json.put("repository", task.repository().value())
                .put("skill", task.candidate().skill().value());
        task.task().ifPresent(digest -> json.put("digest", digest.hex()));
        if (task.admitted().isPresent()) {
            json.put("admitted", task.admitted().getAsInt());
        }
        task.verdict()
                .ifPresent(verdict -> json.set("verdict", ProtocolJson.mapper().valueToTree(verdict)));
        task.score().ifPresent(score -> json.set("score", ProtocolJson.mapper().valueToTree(score)));
        ArrayNode attempts = json.putArray("attempts");
        task.attempts().forEach(group -> attempts.add(ProtocolJson.mapper().<ObjectNode>valueToTree(group)));
        return json;
    }

    /** With the task itself, where there is one. */
    public static ObjectNode json(TaskRecord record, Optional<Task> task) {
        ObjectNode json = json(record);
        task.ifPresent(whole -> json.set("task", ProtocolJson.mapper().valueToTree(whole)));
        return json;
    }

    public static JsonNode tree(byte[] json) {
        try {
            return ProtocolJson.mapper().readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Verdict.Valid> valid(TaskRecord task) {
        return task.verdict().filter(Verdict.Valid.class::isInstance).map(Verdict.Valid.class::cast);
    }

    private static String solved(TaskRecord task) {
        int rollouts = task.attempts().stream().mapToInt(GroupRef::rollouts).sum();
        int solved = task.attempts().stream().mapToInt(GroupRef::solved).sum();
        return rollouts == 0 ? Figures.NONE : solved + "/" + rollouts;
    }
}
