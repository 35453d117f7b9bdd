package org.elenchus.actors.run;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.elenchus.actors.run.Request.RecordOutcomes;
import org.elenchus.actors.run.Request.Score;
import org.elenchus.protocol.run.Phase;
import org.elenchus.protocol.skill.SkillId;
import org.elenchus.protocol.skill.SkillProtocol.Outcome;
import org.elenchus.protocol.trace.GroupRef;

/** Rolls out the valid candidates, scores them against the anchor, and, once admission is decided, tells every skill how its own fared. */
final class Scoring {
    private Scoring() {}

    static List<Request> requests(Started s) {
        List<Request> requests = new ArrayList<>(
                Agenda.attempts(s, s.work().validTasks(), s.spec().rollouts()));
        if (!Answers.all(s, requests)) {
            return requests;
        }
        List<GroupRef> candidates = candidateGroups(s);
        if (!candidates.isEmpty()) {
            requests.add(new Score(Ids.score(s.at().iteration()), anchor(s), candidates));
        }
        if (s.work().selection().isPresent()) {
            requests.addAll(outcomes(s));
        }
        return requests;
    }

    /** The validation tasks' groups, in id order. */
    static List<GroupRef> anchor(Started s) {
        return s.work()
                .rolledOut(s.pools().validation().stream()
                        .map(task -> Ids.group(Phase.ANCHORING, s.at().iteration(), 0, task.id()))
                        .toList());
    }

    /** The id of a candidate's scoring group. */
    static String groupId(Started s, String task) {
        return Ids.group(Phase.SCORING, s.at().iteration(), 0, task);
    }

    private static List<GroupRef> candidateGroups(Started s) {
        return s.work()
                .rolledOut(s.work().validTasks().stream()
                        .map(task -> groupId(s, task.id()))
                        .toList());
    }

    private static List<Request> outcomes(Started s) {
        var bySkill = Endings.of(s).stream()
                .collect(Collectors.groupingBy(
                        Endings.Ending::skill,
                        TreeMap::new,
                        Collectors.mapping(Endings.Ending::outcome, Collectors.toList())));
        List<Request> requests = new ArrayList<>();
        for (var entry : bySkill.entrySet()) {
            requests.add(outcomes(s.at().iteration(), entry.getKey(), entry.getValue()));
        }
        return requests;
    }

    private static Request outcomes(int iteration, SkillId skill, List<Outcome> outcomes) {
        return new RecordOutcomes(Ids.outcomes(iteration, skill), iteration, skill, outcomes);
    }
}
