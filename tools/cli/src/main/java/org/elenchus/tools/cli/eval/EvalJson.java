package org.elenchus.tools.cli.eval;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.elenchus.actors.evaluation.AcrossSeeds.Estimate;
import org.elenchus.actors.evaluation.PassAtK;
import org.elenchus.protocol.ProtocolJson;
import org.elenchus.protocol.run.IterationReport.Rate;
import org.elenchus.protocol.task.Pool;
import org.elenchus.protocol.task.TextEdit;

/** An evaluation for scripts. */
final class EvalJson {
    private EvalJson() {}

    static String of(String solver, EvalOptions options, Summary summary) {
        ObjectNode root = ProtocolJson.mapper().createObjectNode();
        root.put("solver", solver)
                .put("seed", options.seed())
                .put("attempts", options.attempts())
                .put("budget", options.budget())
                .put("edits", options.edits())
                .put("holdBack", options.holdBack());
        ObjectNode counts =
                root.putObject("counts").put("tasks", summary.reports().size());
        counts.put("scored", summary.scored().size());
        for (TaskReport.Standing standing : TaskReport.Standing.values()) {
            counts.put(standing.word(), summary.count(standing));
        }
        ArrayNode passAt = root.putArray("passAt");
        for (Summary.Pass pass : summary.passAt()) {
            ObjectNode node = passAt.addObject().put("k", pass.k());
            estimate(node, "plausible", pass.plausible());
            estimate(node, "correct", pass.correct());
        }
        curve(root, summary.curve());
        ArrayNode shares = root.putArray("byPool");
        for (Summary.Share share : summary.shares()) {
            ObjectNode node = shares.addObject()
                    .put("pool", share.pool().map(EvalJson::name).orElse("none"));
            share.tasks().forEach(node.putArray("tasks")::add);
            curve(node, share.curve());
        }
        ArrayNode tasks = root.putArray("tasks");
        for (TaskReport report : summary.reports()) {
            task(tasks.addObject(), report, summary);
        }
        return root.toPrettyString() + "\n";
    }

    private static void curve(ObjectNode of, List<Summary.Point> points) {
        ArrayNode curve = of.putArray("curve");
        for (Summary.Point point : points) {
            ObjectNode node = curve.addObject().put("budget", point.budget());
            rate(node.putObject("plausible"), point.plausible());
            rate(node.putObject("correct"), point.correct());
        }
    }

    private static String name(Pool pool) {
        return pool.name().toLowerCase(Locale.ROOT);
    }

    private static void task(ObjectNode node, TaskReport report, Summary summary) {
        node.put("id", report.id()).put("standing", report.standing().word());
        switch (report) {
            case TaskReport.Invalid invalid -> node.put("reason", invalid.reason());
            case TaskReport.Undecided undecided -> node.put("reason", undecided.reason());
            case TaskReport.Scored scored -> scored(node, scored, summary);
        }
    }

    private static void scored(ObjectNode node, TaskReport.Scored task, Summary summary) {
        node.put("solved", task.plausible().solved() > 0)
                .put("failing", task.failing())
                .put("heldBack", task.heldBack())
                .put("canTell", task.canTell())
                .put("plausible", task.plausible().solved())
                .put("correct", task.correct().solved())
                .put("wrong", task.wrong())
                .put("executions", task.executions())
                .put("seconds", task.seconds());
        ArrayNode passAt = node.putArray("passAt");
        for (Summary.Pass pass : summary.passAt()) {
            int n = task.attempts().size();
            passAt.addObject()
                    .put("k", pass.k())
                    .put("plausible", PassAtK.of(n, task.plausible().solved(), pass.k()))
                    .put("correct", PassAtK.of(n, task.correct().solved(), pass.k()));
        }
        ArrayNode attempts = node.putArray("attempts");
        task.attempts().forEach(attempt -> attempt(attempts.addObject(), attempt));
    }

    private static void attempt(ObjectNode node, Attempt attempt) {
        node.put("grade", attempt.grade().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .put("executions", attempt.executions())
                .put("rollouts", attempt.rollouts());
        attempt.solvedAt().ifPresent(number -> node.put("solvedAt", number));
        ArrayNode edits = node.putArray("patch");
        for (TextEdit edit : attempt.patch().edits()) {
            edits.addObject()
                    .put("path", edit.path())
                    .put("offset", edit.offset())
                    .put("removed", edit.removed())
                    .put("inserted", edit.inserted());
        }
    }

    private static void estimate(ObjectNode node, String name, Optional<Estimate> estimate) {
        estimate.ifPresent(e ->
                node.putObject(name).put("value", e.value()).put("low", e.low()).put("high", e.high()));
    }

    private static void rate(ObjectNode node, Rate rate) {
        node.put("solved", rate.solved())
                .put("total", rate.total())
                .put("tasks", rate.tasks())
                .put("low", rate.low())
                .put("high", rate.high());
        if (rate.total() > 0) {
            node.put("rate", rate.rate());
        }
    }
}
