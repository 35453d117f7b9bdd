package org.elenchus.actors.validator;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.elenchus.protocol.task.CandidateRef;
import org.elenchus.protocol.task.Verdict;
import org.elenchus.protocol.validator.ValidatorProtocol.BatchReceived;
import org.elenchus.protocol.validator.ValidatorProtocol.CandidateJudged;
import org.elenchus.protocol.validator.ValidatorProtocol.Event;

/**
 * The batches of one repository and their verdicts.
 *
 * @param batches by batch id
 * @param known broken states seen, by content digest → the candidate that was first
 */
record ValidatorState(SortedMap<String, Batch> batches, SortedMap<String, String> known) {
    static final ValidatorState EMPTY = new ValidatorState(new TreeMap<>(), new TreeMap<>());

    ValidatorState {
        batches = Collections.unmodifiableSortedMap(new TreeMap<>(batches));
        known = Collections.unmodifiableSortedMap(new TreeMap<>(known));
    }

    /** @param candidates in id order; @param verdicts by candidate id */
    record Batch(List<CandidateRef> candidates, SortedMap<String, Verdict> verdicts) {
        Batch {
            candidates = List.copyOf(candidates);
            verdicts = Collections.unmodifiableSortedMap(new TreeMap<>(verdicts));
        }

        /** Candidates without a verdict, in id order. */
        List<CandidateRef> open() {
            return candidates.stream()
                    .filter(candidate -> !verdicts.containsKey(candidate.id()))
                    .toList();
        }
    }

    Optional<Batch> batch(String batchId) {
        return Optional.ofNullable(batches.get(batchId));
    }

    /** The batch that waits for a verdict on this candidate. */
    Optional<String> awaiting(String candidate) {
        return batches.entrySet().stream()
                .filter(entry -> entry.getValue().open().stream()
                        .anyMatch(open -> open.id().equals(candidate)))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    ValidatorState apply(Event event) {
        return switch (event) {
            case BatchReceived received -> received(received);
            case CandidateJudged judged -> judged(judged);
        };
    }

    private ValidatorState received(BatchReceived received) {
        SortedMap<String, Batch> more = new TreeMap<>(batches);
        more.put(received.batchId(), new Batch(received.candidates(), new TreeMap<>()));
        SortedMap<String, String> seen = new TreeMap<>(known);
        received.candidates()
                .forEach(candidate -> seen.putIfAbsent(candidate.content().hex(), candidate.id()));
        return new ValidatorState(more, seen);
    }

    private ValidatorState judged(CandidateJudged judged) {
        Batch batch = batch(judged.batchId())
                .orElseThrow(() -> new IllegalStateException("a verdict of an unknown batch: " + judged));
        SortedMap<String, Verdict> verdicts = new TreeMap<>(batch.verdicts());
        verdicts.put(judged.verdict().candidate(), judged.verdict());
        SortedMap<String, Batch> more = new TreeMap<>(batches);
        more.put(judged.batchId(), new Batch(new ArrayList<>(batch.candidates()), verdicts));
        return new ValidatorState(more, known);
    }
}
