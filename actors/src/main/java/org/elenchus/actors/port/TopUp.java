package org.elenchus.actors.port;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.elenchus.actors.learning.Policy;
import org.elenchus.actors.port.TaskAuthor.Commission;
import org.elenchus.actors.port.TaskAuthor.Proposals;
import org.elenchus.protocol.skill.Skill;
import org.elenchus.protocol.task.CandidateTask;
import org.elenchus.protocol.trace.Choice;

/**
 * Makes up for what an author could not find: as many candidates of another skill, so that every curriculum is asked for as many. They
 * belong to the skill that was asked; their mutations say how they were made. Pure.
 */
public final class TopUp {
    private final TaskAuthor others;
    private final Skill skill;

    /** @param skill what the rest is made by */
    public TopUp(TaskAuthor others, Skill skill) {
        this.others = others;
        this.skill = skill;
    }

    /** These candidates, which no policy drew, and what is missing of those commissioned. */
    public Proposals of(Commission commission, List<CandidateTask> found, Policy generator) {
        int missing = commission.count() - found.size();
        if (missing <= 0) {
            return Proposals.undrawn(found);
        }
        Proposals rest =
                others.propose(commission.part(skill, missing, skill.id().value()), generator);
        List<CandidateTask> all = new ArrayList<>(found);
        List<List<Choice>> choices = new ArrayList<>(Proposals.undrawn(found).choices());
        Set<String> known = new HashSet<>();
        found.forEach(candidate -> known.add(candidate.content().brief()));
        for (int i = 0; i < rest.candidates().size(); i++) {
            CandidateTask candidate = rest.candidates().get(i);
            if (known.add(candidate.content().brief())) {
                all.add(candidate.as(
                        commission.candidateId(all.size()), commission.skill().id()));
                choices.add(rest.choices().get(i));
            }
        }
        return new Proposals(all, choices, rest.choiceSets());
    }
}
