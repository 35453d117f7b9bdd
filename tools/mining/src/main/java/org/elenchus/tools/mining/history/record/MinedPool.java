package org.elenchus.tools.mining.history.record;

import java.util.ArrayList;
import java.util.List;
import org.elenchus.actors.port.PreparedRepository;
import org.elenchus.actors.port.RepositoryFault;
import org.elenchus.protocol.task.CandidateTask;
import org.elenchus.protocol.task.Pool;
import org.elenchus.tools.mining.history.OlderSources;

/** Real bugs as the tasks of a pool: the candidates of one repository, out of a list. Thread-safe. */
public final class MinedPool {
    private final BugList list;
    private final OlderSources sources;

    public MinedPool(BugList list, OlderSources sources) {
        this.list = list;
        this.sources = sources;
    }

    /**
     * The bugs this very release mended, by id; none where the list knows none. The gates have yet to judge them.
     *
     * @throws RepositoryFault when an older release cannot be had
     * @throws Stale when a record does not belong to these sources
     */
    public List<CandidateTask> candidates(PreparedRepository repository, Pool pool) throws RepositoryFault, Stale {
        List<CandidateTask> candidates = new ArrayList<>();
        for (RealBug bug : list.bugs()) {
            if (bug.pair().newer().equals(repository.summary().coordinate())) {
                candidates.add(MinedTasks.of(
                        bug, repository, pool, sources.of(bug.pair().older())));
            }
        }
        return List.copyOf(candidates);
    }
}
