package org.elenchus.tools.mining.history.record;

import java.util.ArrayList;
import java.util.List;
import org.elenchus.actors.learning.Policy;
import org.elenchus.actors.port.PreparedRepository;
import org.elenchus.actors.port.RepositoryFault;
import org.elenchus.actors.port.TaskAuthor;
import org.elenchus.protocol.learning.PolicyWeights;
import org.elenchus.protocol.skill.BuiltInSkills;
import org.elenchus.protocol.task.CandidateTask;
import org.elenchus.protocol.task.MutationMix;
import org.elenchus.protocol.task.Pool;

/** Answers for real bugs from a list, and leaves every other skill to another author. Nothing is drawn: the list's order is that of the candidates. */
public final class HistoricalAuthor implements TaskAuthor {
    private final Bugs bugs;
    private final TaskAuthor others;

    /** The bugs of a release, as {@link MinedPool#candidates} has them. */
    public interface Bugs {
        List<CandidateTask> of(PreparedRepository release, Pool pool) throws RepositoryFault, Stale;
    }

    public HistoricalAuthor(Bugs bugs, TaskAuthor others) {
        this.bugs = bugs;
        this.others = others;
    }

    @Override
    public PolicyWeights basePolicy(MutationMix mutations) {
        return others.basePolicy(mutations);
    }

    @Override
    public Proposals propose(Commission commission, Policy generator) {
        if (!commission.skill().id().equals(BuiltInSkills.REAL_BUG.id())) {
            return others.propose(commission, generator);
        }
        List<CandidateTask> candidates = new ArrayList<>();
        for (CandidateTask bug : known(commission)) {
            if (candidates.size() < commission.count()
                    && !commission.taken().contains(bug.content().brief())) {
                candidates.add(bug.as(commission.candidateId(candidates.size()), bug.skill()));
            }
        }
        return Proposals.undrawn(candidates);
    }

    private List<CandidateTask> known(Commission commission) {
        try {
            return bugs.of(commission.repository(), commission.pool());
        } catch (RepositoryFault | Stale e) {
            throw new Unavailable(e);
        }
    }
}
