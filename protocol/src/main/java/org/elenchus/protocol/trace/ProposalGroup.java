package org.elenchus.protocol.trace;

import java.util.List;
import org.elenchus.protocol.Digest;

/**
 * The candidates one TaskGenerator drew, with the choices that led to each: the generator's trajectories. An artifact.
 *
 * @param candidates candidate ids; {@code choices} has one list per candidate
 */
public record ProposalGroup(
        String id, Digest policy, List<String> candidates, List<List<Choice>> choices, List<ChoiceSet> choiceSets) {
    public ProposalGroup {
        candidates = List.copyOf(candidates);
        choices = List.copyOf(choices);
        choiceSets = List.copyOf(choiceSets);
        if (candidates.size() != choices.size()) {
            throw new IllegalArgumentException("one list of choices per candidate is needed");
        }
    }
}
