package org.elenchus.tools.repair.solver;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.elenchus.actors.port.Problem;
import org.elenchus.protocol.Digest;
import org.elenchus.tools.repair.operators.CandidateEdit;
import org.elenchus.tools.repair.syntax.Recent;

/**
 * The edits at places of broken states, of those looked at last. Tasks are attempted again and again, under other policies and by other runs,
 * and what can be edited in them stays the same. Thread-safe.
 */
final class KnownEdits {
    private final Recent<Spot, List<CandidateEdit>> recent;

    /** @param capacity edits kept; one takes some 250 bytes */
    KnownEdits(long capacity) {
        this.recent = new Recent<>(capacity, (spot, edits) -> edits.size() + 1L);
    }

    /** A place of a broken state. */
    record Spot(Digest state, String path, int place, boolean member) {
        static Spot of(Digest state, Suspect suspect) {
            return new Spot(
                    state,
                    suspect.path(),
                    suspect.place().index(),
                    suspect.place().isMember());
        }
    }

    List<CandidateEdit> at(Spot spot, Supplier<List<CandidateEdit>> listing) {
        return recent.of(spot, listing);
    }

    /** What all places of a problem's broken state have in common. */
    static Digest state(Problem problem) {
        List<String> parts = new ArrayList<>(List.of(problem.snapshot().hex()));
        problem.workspace().broken().files().forEach((path, text) -> parts.addAll(List.of(path, text)));
        return Digest.ofParts(parts);
    }
}
