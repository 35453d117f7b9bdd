package org.elenchus.tools.cli.bench.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.elenchus.protocol.ProtocolJson;
import org.elenchus.protocol.execution.Execution;
import org.elenchus.tools.cli.bench.measure.Cost;
import org.elenchus.tools.cli.bench.measure.OutcomeKind;
import org.elenchus.tools.cli.bench.measure.Pass;
import org.elenchus.tools.cli.bench.measure.Split;
import org.elenchus.tools.cli.bench.peer.BareLimit;
import org.elenchus.tools.cli.bench.peer.PitRun;

/** The speed of execution for scripts. Field names are a promise; new ones may be added. What was not measured is null. */
public final class ExecutionJson {
    private ExecutionJson() {}

    /** Pretty-printed, ended by a line feed. */
    public static String text(ExecutionReport report) {
        return of(report).toPrettyString() + "\n";
    }

    static ObjectNode of(ExecutionReport report) {
        ObjectNode json = object();
        json.set("perCpuSecond", headline(report, Rate::perProcessorSecond));
        json.set("perSecond", headline(report, Rate::perSecond));
        number(json, "coldBuild", report.coldBuild());
        number(json, "bareLimit", report.bareLimit().perSecond());
        number(json, "bareLimitPerCpuSecond", report.bareLimit().perProcessorSecond());
        json.set("ratios", ratios(report));
        json.set("machine", machine(report.machine()));
        json.put("seed", report.seed()).put("candidates", report.candidates());
        ArrayNode repositories = json.putArray("repositories");
        report.repositories().forEach(repository -> repositories.add(repository(repository)));
        return json;
    }

    private static ObjectNode headline(ExecutionReport report, ToDoubleFunction<Rate> part) {
        ObjectNode json = object();
        number(json, "failToPass", part.applyAsDouble(report.failToPass()));
        number(json, "everyFailToPass", part.applyAsDouble(report.everyFailToPass()));
        number(json, "covering", part.applyAsDouble(report.covering()));
        number(json, "pit", part.applyAsDouble(report.pit()));
        number(json, "pitWhole", part.applyAsDouble(report.pitWhole()));
        return json;
    }

    private static ObjectNode ratios(ExecutionReport report) {
        ObjectNode json = object();
        Ratios.of(report).forEach(ratio -> number(json, ratio.name(), ratio.value()));
        return json;
    }

    private static ObjectNode machine(ExecutionReport.Machine machine) {
        ObjectNode json = object().put("cores", machine.cores());
        json.put("java", machine.java()).put("system", machine.system());
        number(json, "loadBefore", machine.loadBefore());
        return json;
    }

    private static ObjectNode repository(RepositoryResult result) {
        ObjectNode json = object();
        json.put("repository", result.repository().coordinate().value())
                .put("tests", result.repository().tests())
                .put("quarantined", result.repository().quarantined().size())
                .put("enumerated", result.enumerated());
        number(json, "enumerateSecondsPerEdit", result.secondsPerEdit());
        ArrayNode slots = json.putArray("slots");
        for (RepositoryResult.AtSlots at : result.slots()) {
            ObjectNode one = slots.addObject().put("slots", at.slots());
            one.set("covering", pass(at.covering()));
            one.set("failToPass", pass(at.failToPass()));
            one.set("everyFailToPass", pass(at.everyFailToPass()));
            at.pit().ifPresentOrElse(run -> one.set("pit", pit(run)), () -> one.putNull("pit"));
        }
        result.coldBuild()
                .ifPresentOrElse(
                        cold -> number(
                                json.putObject("coldBuild")
                                        .put("tool", cold.tool())
                                        .put("candidates", cold.candidates()),
                                "perSecond",
                                cold.perSecond()),
                        () -> json.putNull("coldBuild"));
        result.bareLimit().ifPresentOrElse(bare -> json.set("bareLimit", bare(bare)), () -> json.putNull("bareLimit"));
        ArrayNode notes = json.putArray("notes");
        result.notes().forEach(notes::add);
        return json;
    }

    private static ObjectNode bare(BareLimit.Result bare) {
        ObjectNode json = object().put("candidates", bare.candidates()).put("skipped", bare.skipped());
        number(json, "perSecond", bare.perSecond());
        number(json, "perCpuSecond", bare.perProcessorSecond());
        json.put("killed", bare.killed());
        json.set("sameInSandbox", pass(bare.ours()));
        return json;
    }

    private static ObjectNode pass(Pass pass) {
        ObjectNode json = object();
        json.put("candidates", pass.outcomes().size()).put("compiled", pass.compiled());
        number(json, "perSecond", pass.perSecond());
        number(json, "perCpuSecond", pass.perProcessorSecond());
        json.set("seconds", cost(pass.cost()));
        json.set("split", split(pass.split()));
        json.set("outcomes", kinds(pass.outcomes()));
        return json;
    }

    private static ObjectNode cost(Cost cost) {
        ObjectNode json = object();
        number(json, "wall", cost.wall());
        number(json, "workersCpu", cost.workers());
        number(json, "ownerCpu", cost.owner());
        return json;
    }

    private static ObjectNode split(Split split) {
        ObjectNode json = object();
        number(json, "compile", split.compile());
        number(json, "load", split.load());
        number(json, "test", split.test());
        number(json, "protocol", split.protocol());
        return json;
    }

    private static ObjectNode kinds(List<Execution> outcomes) {
        ObjectNode json = object();
        OutcomeKind.count(outcomes)
                .forEach((kind, count) -> json.put(kind.name().toLowerCase(Locale.ROOT), count));
        return json;
    }

    private static ObjectNode pit(PitRun run) {
        ObjectNode json = object();
        json.put("threads", run.threads())
                .put("classes", run.classes())
                .put("ofClasses", run.allClasses())
                .put("mutants", run.report().mutants())
                .put("executed", run.report().executed());
        number(json, "perSecond", ExecutionReport.analysis(run).perSecond());
        number(json, "perCpuSecond", ExecutionReport.analysis(run).perProcessorSecond());
        number(json, "wholePerSecond", ExecutionReport.whole(run).perSecond());
        number(json, "wholePerCpuSecond", ExecutionReport.whole(run).perProcessorSecond());
        json.set("wholeSeconds", cost(run.whole()));
        json.set("analysisSeconds", cost(run.analysis()));
        ObjectNode statuses = json.putObject("statuses");
        run.report().statuses().forEach(statuses::put);
        return json;
    }

    private static ObjectNode object() {
        return ProtocolJson.mapper().createObjectNode();
    }

    /** Six significant digits are more than any of this is good for. */
    private static void number(ObjectNode json, String name, double value) {
        if (Double.isFinite(value)) {
            json.put(name, Double.parseDouble(String.format(Locale.ROOT, "%.6g", value)));
        } else {
            json.putNull(name);
        }
    }
}
