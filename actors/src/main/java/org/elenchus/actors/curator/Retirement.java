package org.elenchus.actors.curator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.elenchus.protocol.curator.CuratorProtocol.Decision;
import org.elenchus.protocol.curator.CuratorProtocol.Retired;
import org.elenchus.protocol.skill.SkillId;

/** Which skills leave the registry: the mastered, the unsupported, and the least needed where there are too many. Pure. */
final class Retirement {
    /** Distillations without support after which a skill leaves. */
    static final int UNSUPPORTED = 2;

    /** Above this solve rate there is nothing left to teach. */
    static final double MASTERED = 0.9;

    /** Active skills at most: each is to get its share of an iteration's candidates. */
    static final int CAPACITY = 24;

    private Retirement() {}

    /** @param placed what was decided of the proposals. @return in skill-id order, the crowded out last */
    static List<Decision> decide(CuratorState state, List<Decision> placed) {
        SortedMap<String, Support> support = Support.bySkill(placed);
        List<Decision> retired = new ArrayList<>();
        SortedSet<String> staying = new TreeSet<>(support.keySet());
        state.active().forEach((id, entry) -> {
            Support now = support.getOrDefault(id, Support.NONE);
            double mastery = now.mastery(entry.mastery());
            int silent = state.distillations() + 1 - entry.lastSupported();
            if (mastery > MASTERED) {
                retired.add(new Retired(new SkillId(id), "mastered: solve rate " + percent(mastery)));
                staying.remove(id);
            } else if (silent >= UNSUPPORTED && !support.containsKey(id)) {
                retired.add(new Retired(new SkillId(id), "no trace supported it in " + silent + " distillations"));
                staying.remove(id);
            } else {
                staying.add(id);
            }
        });
        retired.addAll(crowdedOut(state, support, staying));
        return retired;
    }

    private static String percent(double rate) {
        return Math.round(100 * rate) + " %";
    }

    private static List<Decision> crowdedOut(
            CuratorState state, SortedMap<String, Support> support, SortedSet<String> staying) {
        SortedMap<String, Double> need = new TreeMap<>();
        staying.forEach(id -> need.put(id, need(state, id, support.getOrDefault(id, Support.NONE))));
        return need.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .skip(CAPACITY)
                .map(Map.Entry::getKey)
                .sorted()
                .<Decision>map(id -> new Retired(
                        new SkillId(id), "the registry is full (" + CAPACITY + " skills); others need it more"))
                .toList();
    }

    /** (1 − mastery) · c / (c + required): the solver's weakness, shrunk where coverage c is thin. */
    private static double need(CuratorState state, String id, Support now) {
        SortedSet<String> traces = new TreeSet<>(now.traces());
        CuratorState.Entry entry = state.entries().get(id);
        if (entry != null) {
            traces.addAll(entry.supporting());
        }
        int coverage = traces.size();
        double mastery = now.mastery(entry == null ? 0 : entry.mastery());
        return (1 - mastery) * coverage / (coverage + CuratorDecisions.REQUIRED_COVERAGE);
    }
}
