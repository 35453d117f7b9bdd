package org.elenchus.tools.cli.ablation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.elenchus.actors.evaluation.Rise;
import org.elenchus.protocol.ProtocolJson;
import org.elenchus.protocol.run.IterationReport.Rate;
import org.elenchus.tools.cli.report.Figures;
import org.elenchus.tools.cli.report.Table;

/**
 * An ablation for people and for scripts.
 *
 * @param run its id; @param version of its solver
 * @param tasks how many were rolled out; @param rollouts of each under each policy; @param edits a rollout might try
 * @param missed groups that the machine failed at
 */
record AblationText(String run, int version, int tasks, int rollouts, int edits, int missed, AblationReport report) {
    String text() {
        Table table = new Table("family", "changed", "without", "adds", "only", "alone");
        for (AblationReport.Family family : report.families()) {
            table.row(
                    family.name(),
                    Integer.toString(family.changed()),
                    Figures.rate(family.without()),
                    rise(family.adds()),
                    Figures.rate(family.only()),
                    rise(family.alone()));
        }
        StringBuilder text = new StringBuilder();
        text.append(run)
                .append(", solver version ")
                .append(version)
                .append(", ")
                .append(tasks);
        text.append(" validation tasks, ")
                .append(rollouts)
                .append(" rollouts each of up to ")
                .append(edits);
        text.append(" edits\nwhole ").append(Figures.rate(report.whole()));
        text.append(", untrained ").append(Figures.rate(report.untrained()));
        text.append(", learned ").append(rise(report.learned())).append('\n');
        if (missed > 0) {
            text.append(missed).append(" groups are left out: the sandbox failed; run the same command again\n");
        }
        return text.append('\n')
                .append(table.render())
                .append(
                        "(changed: weights that training has changed; without: solved with the family's weights as before")
                .append(
                        " training; adds: whole less without;\n only: solved with no other family's training; alone: only")
                .append(
                        " less untrained; 95% intervals over tasks, in pairs; of twenty, one may exclude 0 by chance)\n")
                .toString();
    }

    private static String rise(Optional<Rise> rise) {
        return rise.map(Figures::rise).orElse(Figures.NONE);
    }

    String json() {
        ObjectNode json = ProtocolJson.mapper().createObjectNode();
        json.put("run", run).put("version", version).put("tasks", tasks);
        json.put("rollouts", rollouts).put("edits", edits).put("missed", missed);
        rate(json.putObject("whole"), report.whole());
        rate(json.putObject("untrained"), report.untrained());
        rise(json, "learned", report.learned());
        ArrayNode families = json.putArray("families");
        for (AblationReport.Family family : report.families()) {
            ObjectNode node = families.addObject().put("family", family.name()).put("changed", family.changed());
            rate(node.putObject("without"), family.without());
            rise(node, "adds", family.adds());
            rate(node.putObject("only"), family.only());
            rise(node, "alone", family.alone());
        }
        return json.toPrettyString() + "\n";
    }

    private static void rate(ObjectNode node, Rate rate) {
        node.put("solved", rate.solved()).put("total", rate.total());
        node.put("low", rate.low()).put("high", rate.high());
    }

    private static void rise(ObjectNode node, String name, Optional<Rise> rise) {
        rise.ifPresent(r -> node.putObject(name)
                .put("delta", r.delta())
                .put("low", r.low())
                .put("high", r.high())
                .put("tasks", r.tasks()));
    }
}
