package org.elenchus.tools.cli.simulate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.elenchus.protocol.ProtocolJson;
import org.elenchus.tools.simulation.Campaign;
import org.elenchus.tools.simulation.Play;
import org.elenchus.tools.simulation.Violation;
import org.elenchus.tools.simulation.machine.Fault;

/** The result of a simulation, for people and for scripts. */
final class SimulationReport {
    private static final double SECONDS_PER_MINUTE = 60;
    private static final double MILLIS_PER_SECOND = 1000;

    private SimulationReport() {}

    static String text(Campaign.Result result, Set<Fault> faults) {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%,d schedules, %,d steps, %.1f s (%,.0f schedules per minute); %.1f days of virtual time%n",
                result.played(),
                result.steps(),
                seconds(result),
                perMinute(result),
                result.time().toSeconds() / 86_400.0));
        result.violation()
                .ifPresentOrElse(play -> violated(text, play, faults), () -> text.append("every invariant held\n"));
        return text.toString();
    }

    private static void violated(StringBuilder text, Play play, Set<Fault> faults) {
        Violation violation = play.violation().orElseThrow();
        text.append("violated: ").append(violation.invariant().claim()).append('\n');
        text.append("seen:     ").append(violation.seen()).append('\n');
        text.append("seed:     ").append(play.seed()).append('\n');
        text.append("replay:   elenchus simulate --replay ").append(play.seed());
        text.append(" --faults ").append(String.join(",", names(faults))).append('\n');
    }

    /** Field names are a promise; new ones may be added. */
    static String json(Campaign.Result result, long seed, Set<Fault> faults, int threads) {
        ObjectNode json = ProtocolJson.mapper().createObjectNode();
        json.put("schedules", result.played()).put("seed", seed).put("steps", result.steps());
        json.put("seconds", seconds(result)).put("schedulesPerMinute", perMinute(result));
        json.put("virtualSeconds", result.time().toSeconds()).put("threads", threads);
        ArrayNode kinds = json.putArray("faults");
        names(faults).forEach(kinds::add);
        result.violation()
                .ifPresentOrElse(play -> json.set("violation", violation(play)), () -> json.putNull("violation"));
        return json.toPrettyString() + "\n";
    }

    private static ObjectNode violation(Play play) {
        Violation violation = play.violation().orElseThrow();
        return ProtocolJson.mapper()
                .createObjectNode()
                .put("seed", play.seed())
                .put("invariant", violation.invariant().name())
                .put("seen", violation.seen())
                .put("steps", play.steps());
    }

    private static Set<String> names(Set<Fault> faults) {
        return faults.stream()
                .map(fault -> fault.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static double seconds(Campaign.Result result) {
        return result.wall().toMillis() / MILLIS_PER_SECOND;
    }

    private static double perMinute(Campaign.Result result) {
        return result.played() / Math.max(seconds(result), 1 / MILLIS_PER_SECOND) * SECONDS_PER_MINUTE;
    }
}
