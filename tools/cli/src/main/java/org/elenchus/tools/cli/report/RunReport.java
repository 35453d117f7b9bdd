package org.elenchus.tools.cli.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.elenchus.persistence.CanonicalDigest;
import org.elenchus.protocol.ProtocolJson;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.protocol.repository.RepositorySummary;
import org.elenchus.protocol.task.Pool;
import org.elenchus.tools.cli.history.Histories;
import org.elenchus.tools.cli.history.RunHistory;
import org.elenchus.tools.cli.history.Words;

/** What is known of a run, for people and for scripts. */
public record RunReport(RunHistory run, CanonicalDigest digest, Timings timings) {
    public static RunReport of(Histories.Digested run, Timings timings) {
        return new RunReport(run.run(), run.digest(), timings);
    }

    public String text() {
        StringBuilder text = new StringBuilder();
        text.append(run.runId())
                .append(", seed ")
                .append(run.spec().seed())
                .append(": ")
                .append(run.standing())
                .append('\n');
        run.failure().ifPresent(reason -> text.append("failed: ").append(reason).append('\n'));
        text.append('\n').append(repositories()).append('\n');
        text.append(IterationTable.render(run, timings));
        text.append("digest: ")
                .append(digest.digest())
                .append(" (")
                .append(digest.events())
                .append(" events)\n");
        return text.toString();
    }

    /** Pretty-printed, ended by a line feed. */
    public String json() {
        return node().toPrettyString() + "\n";
    }

    private ObjectNode node() {
        ObjectNode json = RunJson.of(run, digest.digest(), timings);
        json.put("standing", run.standing()).put("events", digest.events());
        run.failure().ifPresent(reason -> json.put("failure", reason));
        return json.set("spec", ProtocolJson.mapper().valueToTree(run.spec()));
    }

    private String repositories() {
        Table table = new Table("repository", "pool", "files", "lines", "tests", "quarantined");
        for (RepositorySummary summary : run.repositories()) {
            table.row(
                    summary.coordinate().value(),
                    pool(summary.coordinate()),
                    Integer.toString(summary.mainFiles()),
                    Integer.toString(summary.mainLines()),
                    Integer.toString(summary.tests()),
                    Integer.toString(summary.quarantined().size()));
        }
        return table.isEmpty() ? "" : table.render();
    }

    private String pool(RepositoryCoordinate coordinate) {
        for (Pool pool : Pool.values()) {
            if (run.spec().pools().of(pool).contains(coordinate)) {
                return Words.of(pool);
            }
        }
        return Figures.NONE;
    }
}
