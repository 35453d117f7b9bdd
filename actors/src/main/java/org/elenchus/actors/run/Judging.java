package org.elenchus.actors.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.elenchus.actors.run.Request.Judge;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.protocol.task.CandidateRef;

/** Sends the candidates through the gates: one batch per repository, in id order, so that the same duplicate is refused every time. */
final class Judging {
    private Judging() {}

    static List<Request> requests(Started s) {
        List<Request> batches = new ArrayList<>();
        for (RepositoryCoordinate repository : Agenda.train(s)) {
            List<CandidateRef> candidates = inOrder(s.work().proposals().values().stream()
                    .filter(proposal -> proposal.repository().equals(repository))
                    .flatMap(proposal -> proposal.candidates().stream()));
            if (!candidates.isEmpty()) {
                batches.add(
                        new Judge(Ids.judge(s.at().iteration(), Agenda.name(s, repository)), repository, candidates));
            }
        }
        return batches;
    }

    static List<CandidateRef> inOrder(Stream<CandidateRef> candidates) {
        return candidates.sorted(Comparator.comparing(CandidateRef::id)).toList();
    }
}
