package org.elenchus.actors.run;

import java.util.List;
import java.util.Optional;
import org.elenchus.protocol.learning.TaskScore;
import org.elenchus.protocol.skill.SkillId;
import org.elenchus.protocol.skill.SkillProtocol.End;
import org.elenchus.protocol.skill.SkillProtocol.Outcome;
import org.elenchus.protocol.task.CandidateRef;
import org.elenchus.protocol.task.Gate;
import org.elenchus.protocol.task.Verdict;

/** How every candidate of an iteration ended. Each has exactly one end, so the iteration's account balances. */
final class Endings {
    private Endings() {}

    record Ending(SkillId skill, Outcome outcome) {}

    /** In id order; complete once the iteration's selection is made. */
    static List<Ending> of(Started s) {
        return s.work().candidates().stream()
                .map(candidate -> new Ending(candidate.skill(), outcome(s, candidate)))
                .toList();
    }

    private static Outcome outcome(Started s, CandidateRef candidate) {
        String id = candidate.id();
        Optional<TaskScore> score = s.work().scores().flatMap(scores -> Optional.ofNullable(scores.get(id)));
        return new Outcome(
                id,
                end(s, id),
                gate(s, id),
                score.map(TaskScore::cosine),
                score.map(TaskScore::reward),
                score.map(TaskScore::solveRate));
    }

    private static Optional<Gate> gate(Started s, String id) {
        return s.work().verdicts().get(id) instanceof Verdict.Rejected rejected
                ? Optional.of(rejected.gate())
                : Optional.empty();
    }

    private static End end(Started s, String id) {
        Verdict verdict = s.work().verdicts().get(id);
        if (verdict == null) {
            return End.UNDECIDED;
        }
        return switch (verdict) {
            case Verdict.Rejected rejected -> End.REJECTED;
            case Verdict.Undecided undecided -> End.UNDECIDED;
            case Verdict.Valid valid ->
                s.work().selection().map(made -> end(made, id)).orElse(End.UNDECIDED);
        };
    }

    /** A valid candidate that is on no list has no score: the infrastructure could not roll it out. */
    private static End end(Selection selection, String id) {
        if (selection.admitted().contains(id)) {
            return End.ADMITTED;
        }
        if (selection.misaligned().contains(id)) {
            return End.MISALIGNED;
        }
        return selection.surplus().contains(id) ? End.SURPLUS : End.UNDECIDED;
    }
}
