package org.elenchus.actors.run;

import java.util.List;
import org.elenchus.actors.run.Request.Attempt;
import org.elenchus.actors.run.Request.Distil;
import org.elenchus.actors.run.Request.Judge;
import org.elenchus.actors.run.Request.OpenSolver;
import org.elenchus.actors.run.Request.PrepareRepository;
import org.elenchus.actors.run.Request.Propose;
import org.elenchus.actors.run.Request.RecordOutcomes;
import org.elenchus.actors.run.Request.Score;
import org.elenchus.actors.run.Request.Train;

/** Which requests have their answers in the state. */
final class Answers {
    private Answers() {}

    static boolean all(Started s, List<Request> requests) {
        return requests.stream().allMatch(request -> isComplete(s, request));
    }

    static boolean isComplete(Started s, Request request) {
        return count(s, request) == request.items();
    }

    /** How many answers to a request have come, at most its {@link Request#items()}. */
    static int count(Started s, Request request) {
        Work work = s.work();
        return switch (request) {
            case PrepareRepository r ->
                one(s.repositories().containsKey(r.repository().value()));
            case OpenSolver r -> one(!s.policies().isEmpty());
            case Propose r -> one(work.proposals().containsKey(r.id()));
            case Judge r ->
                (int) r.candidates().stream()
                        .filter(candidate -> work.verdicts().containsKey(candidate.id()))
                        .count();
            case Attempt r -> one(work.hasAnswer(r.id()));
            case Distil r -> one(work.skills().isPresent());
            case Score r -> one(work.scores().isPresent());
            case RecordOutcomes r -> one(work.acknowledged().contains(r.skill().value()));
            case Train r -> one(work.trained().contains(r.id()));
        };
    }

    private static int one(boolean answered) {
        return answered ? 1 : 0;
    }
}
