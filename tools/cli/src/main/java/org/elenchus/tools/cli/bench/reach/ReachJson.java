package org.elenchus.tools.cli.bench.reach;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.elenchus.protocol.ProtocolJson;
import org.elenchus.tools.repair.mending.Miss;

/** Reach for scripts. Field names are a promise; new ones may be added. What there is none of is null. */
public final class ReachJson {
    private ReachJson() {}

    /** Pretty-printed, ended by a line feed. @param repositories coordinate → states; @param fixes of {@code --pairs} */
    public static String text(long seed, Map<String, List<StateReach>> repositories, List<RealFix> fixes) {
        ObjectNode json = ProtocolJson.mapper().createObjectNode();
        json.put("seed", seed);
        ArrayNode all = json.putArray("repositories");
        repositories.forEach((coordinate, states) -> {
            ObjectNode one = all.addObject().put("repository", coordinate);
            ArrayNode families = one.putArray("families");
            FamilyReach.of(states).forEach(family -> family(families.addObject(), family));
            ArrayNode each = one.putArray("states");
            states.forEach(state -> state(each.addObject(), state));
        });
        ArrayNode pairs = json.putArray("pairs");
        LibrariesApart apart = new LibrariesApart(fixes);
        fixes.forEach(fix -> fix(pairs.addObject(), fix).put("madeWithoutItsLibrary", apart.isMadeWithoutItsOwn(fix)));
        return json.toPrettyString() + "\n";
    }

    private static void family(ObjectNode json, FamilyReach family) {
        json.put("family", family.name()).put("states", family.states().size()).put("reached", family.reached());
        number(json, "share", family.share());
        number(json, "medianRank", family.medianRank());
        number(json, "meanLogProbability", family.meanLogProbability());
        number(json, "meanLogProbabilityOfEdit", family.meanLogProbabilityOfEdit());
        number(json, "chancePerTry", family.chance());
        number(json, "medianEditsPerPlace", family.medianMenu());
        number(json, "medianSecondsPerPlace", family.medianSeconds());
    }

    private static void state(ObjectNode json, StateReach state) {
        json.put("family", state.family())
                .put("path", state.path())
                .put("line", state.line())
                .put("removed", state.removed())
                .put("inserted", state.inserted())
                .put("places", state.places())
                .put("reached", state.reached());
        json.put("miss", state.miss().map(Miss::label).orElse(null));
        state.found()
                .ifPresentOrElse(
                        found -> {
                            json.put("mendedBy", found.operator()).put("rank", found.rank());
                            number(json, "logProbabilityOfPlace", found.place());
                            number(json, "logProbability", found.all());
                        },
                        () -> json.putNull("mendedBy"));
    }

    private static ObjectNode fix(ObjectNode json, RealFix fix) {
        json.put("task", fix.task())
                .put("outcome", fix.reading().outcome().name().toLowerCase(Locale.ROOT));
        ArrayNode operators = json.putArray("operators");
        fix.reading().operators().forEach(operators::add);
        json.put("miss", fix.reading().miss().map(Miss::label).orElse(null));
        ArrayNode edits = json.putArray("edits");
        fix.reading()
                .made()
                .forEach(found -> edits.addObject()
                        .put("operator", found.edit().operator().label())
                        .put("variant", found.edit().variant().label())
                        .put("further", found.edit().further())
                        .put("line", found.place().firstLine())
                        .put("removed", found.edit().removed())
                        .put("inserted", found.edit().inserted()));
        json.put("category", fix.category());
        fix.localised()
                .ifPresentOrElse(
                        l -> json.putObject("localised")
                                .put("places", l.places())
                                .put("near", l.near())
                                .put("made", l.made()),
                        () -> json.putNull("localised"));
        return json;
    }

    private static void number(ObjectNode json, String name, double value) {
        if (Double.isFinite(value)) {
            json.put(name, Double.parseDouble(String.format(Locale.ROOT, "%.6g", value)));
        } else {
            json.putNull(name);
        }
    }
}
