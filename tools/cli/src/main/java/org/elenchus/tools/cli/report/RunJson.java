package org.elenchus.tools.cli.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.elenchus.actors.evaluation.Rise;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.ProtocolJson;
import org.elenchus.protocol.run.IterationReport;
import org.elenchus.protocol.task.Gate;
import org.elenchus.tools.cli.history.RunHistory;

/** A run's report for scripts. Field names are a promise; new ones may be added. */
public final class RunJson {
    private static final List<Gate> GATES =
            List.of(Gate.FORMAT, Gate.GROUNDING, Gate.EXECUTION, Gate.SEMANTICS, Gate.DUPLICATE);

    private RunJson() {}

    /** @param digest canonical digest of the run's events */
    public static ObjectNode of(RunHistory run, Digest digest, Timings timings) {
        ObjectNode json = ProtocolJson.mapper().createObjectNode();
        json.put("run", run.runId()).put("seed", run.spec().seed()).put("digest", digest.hex());
        ArrayNode iterations = json.putArray("iterations");
        run.reports().forEach(report -> iterations.add(iteration(run, report, timings)));
        json.set("time", time(timings.total(run.runId())));
        return json;
    }

    private static ObjectNode iteration(RunHistory run, IterationReport report, Timings timings) {
        IterationTiming timing = timings.of(run.runId(), report.index());
        ObjectNode json = ProtocolJson.mapper().createObjectNode();
        json.put("index", report.index());
        json.set("tasks", tasks(report));
        report.meanCosine().ifPresentOrElse(mean -> json.put("meanCosine", mean), () -> json.putNull("meanCosine"));
        json.set("training", rate(report.training(), false));
        ObjectNode heldOut = rate(report.heldOut(), true);
        run.rise(report.index()).ifPresent(rise -> heldOut.set("rise", rise(rise)));
        json.set("heldOut", heldOut);
        json.put("skills", report.skills()).put("solver", report.solver());
        json.put("seconds", rounded(timing.seconds()));
        json.set("time", time(timing));
        return json;
    }

    private static ObjectNode tasks(IterationReport report) {
        ObjectNode json = ProtocolJson.mapper().createObjectNode();
        json.put("asked", report.asked()).put("admitted", report.admitted());
        ObjectNode rejected = json.putObject("rejected");
        GATES.forEach(gate -> rejected.put(
                gate.name().toLowerCase(Locale.ROOT), report.rejected().getOrDefault(gate, 0)));
        return json.put("notProduced", report.notProduced())
                .put("undecided", report.undecided())
                .put("misaligned", report.misaligned())
                .put("surplus", report.surplus());
    }

    private static ObjectNode rate(IterationReport.Rate rate, boolean interval) {
        ObjectNode json = ProtocolJson.mapper().createObjectNode();
        json.put("solved", rate.solved()).put("total", rate.total()).put("tasks", rate.tasks());
        return interval ? json.put("rate", rate.rate()).put("low", rate.low()).put("high", rate.high()) : json;
    }

    private static ObjectNode rise(Rise rise) {
        return ProtocolJson.mapper()
                .createObjectNode()
                .put("delta", rise.delta())
                .put("low", rise.low())
                .put("high", rise.high())
                .put("tasks", rise.tasks());
    }

    private static ObjectNode time(IterationTiming timing) {
        return ProtocolJson.mapper()
                .createObjectNode()
                .put("executing", rounded(timing.executing()))
                .put("learning", rounded(timing.learning()))
                .put("remainder", rounded(timing.remainder()));
    }

    /** Milliseconds are as fine as was measured. */
    private static double rounded(double seconds) {
        return Math.round(seconds * 1000) / 1000.0;
    }
}
