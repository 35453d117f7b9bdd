package org.elenchus.tools.mining.history.reversion;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.elenchus.actors.learning.Policy;
import org.elenchus.actors.port.PreparedRepository;
import org.elenchus.actors.port.RepositoryFault;
import org.elenchus.actors.port.TaskAuthor;
import org.elenchus.actors.port.TopUp;
import org.elenchus.protocol.learning.PolicyWeights;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.protocol.repository.RepositorySummary;
import org.elenchus.protocol.skill.BuiltInSkills;
import org.elenchus.protocol.task.CandidateTask;
import org.elenchus.protocol.task.MutationMix;

/**
 * Answers for reversion with what a release changed, taken back, and where that runs out with removal; every other skill is another
 * author's. Thread-safe.
 */
public final class ReversionAuthor implements TaskAuthor {
    private static final int REPOSITORIES = 8;

    private final Predecessors predecessors;
    private final TaskAuthor others;
    private final TopUp removal;
    private final Map<RepositorySummary, Hunks> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<RepositorySummary, Hunks> eldest) {
            return size() > REPOSITORIES;
        }
    };

    /** Where the release before comes from. */
    public interface Predecessors {
        /** Its main sources, path → text; none where there is no such release. */
        SortedMap<String, String> before(RepositoryCoordinate release) throws RepositoryFault;
    }

    public ReversionAuthor(Predecessors predecessors, TaskAuthor others) {
        this.predecessors = predecessors;
        this.others = others;
        this.removal = new TopUp(others, BuiltInSkills.REMOVAL);
    }

    @Override
    public PolicyWeights basePolicy(MutationMix mutations) {
        return others.basePolicy(mutations);
    }

    @Override
    public Proposals propose(Commission commission, Policy generator) {
        if (!commission.skill().id().equals(BuiltInSkills.REVERSION.id())) {
            return others.propose(commission, generator);
        }
        return removal.of(commission, reversions(commission), generator);
    }

    private List<CandidateTask> reversions(Commission commission) {
        List<CandidateTask> fresh = Drafts.drawn(
                        hunks(commission.repository()), commission.key().at("reversion"))
                .map(draft -> draft.task(commission, 0))
                .filter(task -> !commission.taken().contains(task.content().brief()))
                .limit(commission.count())
                .toList();
        return numbered(commission, fresh);
    }

    private static List<CandidateTask> numbered(Commission commission, List<CandidateTask> tasks) {
        return Stream.iterate(0, i -> i < tasks.size(), i -> i + 1)
                .map(i ->
                        tasks.get(i).as(commission.candidateId(i), tasks.get(i).skill()))
                .toList();
    }

    private Hunks hunks(PreparedRepository repository) {
        synchronized (known) {
            Hunks hunks = known.get(repository.summary());
            if (hunks == null) {
                hunks = read(repository);
                known.put(repository.summary(), hunks);
            }
            return hunks;
        }
    }

    private Hunks read(PreparedRepository repository) {
        try {
            return Hunks.of(repository, predecessors.before(repository.summary().coordinate()));
        } catch (RepositoryFault e) {
            throw new Unavailable(e);
        }
    }
}
