package org.elenchus.tools.cli.experiment;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.elenchus.actors.evaluation.AcrossSeeds.Estimate;
import org.elenchus.protocol.ProtocolJson;

/** Results for scripts. Field names are a promise; new ones may be added. */
final class ResultsJson {
    private ResultsJson() {}

    static String of(Plan plan, Results results) {
        ObjectNode json = ProtocolJson.mapper().createObjectNode();
        json.put("tasks", results.tasks());
        json.put("solved", results.solved());
        ArrayNode seeds = json.putArray("seeds");
        results.seeds().forEach(seeds::add);
        json.put("trials", plan.trials().size());
        ObjectNode strategies = json.putObject("strategies");
        for (Map.Entry<Strategy, Results.Curve> entry : results.curves().entrySet()) {
            strategies.set(entry.getKey().label(), curve(entry.getValue()));
        }
        plan.trials().stream()
                .findFirst()
                .ifPresent(trial -> json.set("spec", ProtocolJson.mapper().valueToTree(trial.spec())));
        return json.toPrettyString() + "\n";
    }

    private static ObjectNode curve(Results.Curve curve) {
        ObjectNode json = ProtocolJson.mapper().createObjectNode();
        series(json, "rate", curve, Estimate::value);
        series(json, "low", curve, Estimate::low);
        series(json, "high", curve, Estimate::high);
        curve.rise().ifPresent(rise -> json.set("rise", difference(rise)));
        ArrayNode rises = json.putArray("rises");
        curve.rises().forEach(rise -> rises.add(difference(rise)));
        curve.vsFull().ifPresent(difference -> json.set("vsFull", difference(difference)));
        ArrayNode budgets = json.putArray("budgets");
        curve.budgets().forEach(within -> budgets.add(within(within)));
        return json.put("rollouts", curve.rollouts());
    }

    private static void series(ObjectNode json, String name, Results.Curve curve, ToDoubleFunction<Estimate> part) {
        ArrayNode series = json.putArray(name);
        curve.rates().forEach(rate -> series.add(part.applyAsDouble(rate)));
    }

    private static ObjectNode within(Results.Curve.Within within) {
        ObjectNode json = ProtocolJson.mapper().createObjectNode().put("edits", within.edits());
        json.set("base", rate(within.base()));
        json.set("last", rate(within.last()));
        return json;
    }

    private static ObjectNode rate(Estimate estimate) {
        return ProtocolJson.mapper()
                .createObjectNode()
                .put("rate", estimate.value())
                .put("low", estimate.low())
                .put("high", estimate.high());
    }

    private static ObjectNode difference(Estimate estimate) {
        return ProtocolJson.mapper()
                .createObjectNode()
                .put("delta", estimate.value())
                .put("low", estimate.low())
                .put("high", estimate.high());
    }
}
