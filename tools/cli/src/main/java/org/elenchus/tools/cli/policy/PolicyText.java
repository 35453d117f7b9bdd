package org.elenchus.tools.cli.policy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.elenchus.persistence.Database;
import org.elenchus.protocol.ProtocolJson;
import org.elenchus.tools.cli.Fault;
import org.elenchus.tools.cli.history.SolverVersion;
import org.elenchus.tools.cli.policy.PolicyChange.Weighed;
import org.elenchus.tools.cli.report.Table;

/**
 * A policy for people and for scripts.
 *
 * @param run its id
 * @param top most features shown per group
 */
public record PolicyText(String run, SolverVersion version, SolverVersion against, PolicyChange change, int top) {
    private static final int CHANGES = 4;

    /** @throws Fault when the two know different features */
    public static PolicyText of(String run, SolverVersion version, SolverVersion against, Database database, int top)
            throws Fault {
        PolicyChange change = PolicyChange.between(
                SolverPolicies.weights(against, database), SolverPolicies.weights(version, database));
        return new PolicyText(run, version, against, change, top);
    }

    public String text() {
        StringBuilder text = new StringBuilder();
        text.append(run).append(", solver ").append(name(version));
        text.append("; beside it ").append(name(against)).append('\n');
        text.append(change.features().size()).append(" features, of which ");
        text.append(change.changed()).append(" differ\n");
        change.strongest(top)
                .forEach((group, features) ->
                        text.append('\n').append(group).append('\n').append(table(features, false)));
        List<Weighed> changes = change.mostChanged(CHANGES * top);
        if (!changes.isEmpty()) {
            text.append("\nwhat changed most\n").append(table(changes, true));
        }
        return text.append("\n(odds: how many times likelier a choice gets by the change, all else being equal)\n")
                .toString();
    }

    private static String name(SolverVersion version) {
        return "version " + version.number() + " (" + version.origin() + ", "
                + version.policy().brief() + ")";
    }

    private static String table(List<Weighed> features, boolean grouped) {
        Table table = new Table("  feature", "weight", "before", "change", "odds");
        for (Weighed feature : features) {
            String about = grouped ? feature.feature().group() + " = " : "";
            table.row(
                    "  " + about + feature.feature().value(),
                    figure("%.3f", feature.weight()),
                    figure("%.3f", feature.before()),
                    figure("%+.3f", feature.change()),
                    figure("%.2f", StrictMath.exp(feature.change())));
        }
        return table.render();
    }

    private static String figure(String form, double value) {
        return String.format(Locale.ROOT, form, value);
    }

    public String json() {
        ObjectNode json = ProtocolJson.mapper().createObjectNode();
        json.put("run", run);
        version(json.putObject("version"), version);
        version(json.putObject("against"), against);
        json.put("features", change.features().size()).put("differ", change.changed());
        ArrayNode groups = json.putArray("groups");
        change.strongest(top).forEach((group, features) -> {
            ObjectNode node = groups.addObject().put("group", group);
            features(node.putArray("features"), features);
        });
        features(json.putArray("changed"), change.mostChanged(CHANGES * top));
        return json.toPrettyString() + "\n";
    }

    private static void version(ObjectNode json, SolverVersion version) {
        json.put("number", version.number())
                .put("iteration", version.iteration())
                .put("round", version.round())
                .put("policy", version.policy().hex());
    }

    private static void features(ArrayNode array, List<Weighed> features) {
        features.forEach(feature -> array.addObject()
                .put("name", feature.feature().name())
                .put("weight", feature.weight())
                .put("before", feature.before())
                .put("change", feature.change()));
    }
}
