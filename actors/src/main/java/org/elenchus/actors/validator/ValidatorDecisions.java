package org.elenchus.actors.validator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.elenchus.actors.slot.WorkResult;
import org.elenchus.protocol.task.CandidateRef;
import org.elenchus.protocol.task.Gate;
import org.elenchus.protocol.task.Verdict;
import org.elenchus.protocol.validator.ValidatorProtocol.BatchReceived;
import org.elenchus.protocol.validator.ValidatorProtocol.CandidateJudged;
import org.elenchus.protocol.validator.ValidatorProtocol.Event;

/** What a batch and a result mean. Pure. */
final class ValidatorDecisions {
    private ValidatorDecisions() {}

    /**
     * Receives a batch in id order: the intent to judge it, then a refusal of each candidate whose broken state an earlier batch had, or an
     * earlier candidate of this one. Empty when the batch is known.
     */
    static List<Event> receive(ValidatorState state, String batchId, List<CandidateRef> candidates) {
        if (state.batch(batchId).isPresent()) {
            return List.of();
        }
        List<CandidateRef> ordered = candidates.stream()
                .sorted(Comparator.comparing(CandidateRef::id))
                .toList();
        List<Event> events = new ArrayList<>();
        events.add(new BatchReceived(batchId, ordered));
        Map<String, String> first = new HashMap<>(state.known());
        for (CandidateRef candidate : ordered) {
            String earlier = first.putIfAbsent(candidate.content().hex(), candidate.id());
            if (earlier != null) {
                events.add(new CandidateJudged(batchId, duplicate(candidate, earlier)));
            }
        }
        return events;
    }

    private static Verdict duplicate(CandidateRef candidate, String earlier) {
        return new Verdict.Rejected(
                candidate.id(), Gate.DUPLICATE, "same broken state as " + earlier, candidate.artifact());
    }

    /** The verdict that a result is. */
    static Verdict conclude(String candidate, WorkResult result) {
        return switch (result) {
            case WorkResult.CandidateJudged judged -> judged.verdict();
            case WorkResult.Faulted faulted -> new Verdict.Undecided(candidate, faulted.fault());
            case WorkResult.RepositoryReady other -> throw misdelivered(other);
            case WorkResult.RepositoryUnusable other -> throw misdelivered(other);
            case WorkResult.GroupAttempted other -> throw misdelivered(other);
        };
    }

    private static IllegalArgumentException misdelivered(WorkResult result) {
        return new IllegalArgumentException("not a verdict: " + result);
    }
}
