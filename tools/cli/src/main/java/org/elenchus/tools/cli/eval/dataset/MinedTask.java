package org.elenchus.tools.cli.eval.dataset;

import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.elenchus.actors.port.PreparedRepository;
import org.elenchus.actors.port.Repositories;
import org.elenchus.actors.port.Sandbox;
import org.elenchus.protocol.DrawKey;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.protocol.task.Task;
import org.elenchus.tools.cli.solve.Defect;
import org.elenchus.tools.mining.history.search.Recreation.Made;

/**
 * A real bug that was made a task again. What was mended is the release that mended it.
 *
 * @param repositories where the release is prepared
 * @param holdBack share of the covering tests that only grade, 0..1
 * @param key of the draws which those are
 */
public record MinedTask(Made made, Repositories repositories, double holdBack, DrawKey key) implements EvalTask {
    @Override
    public String id() {
        return made.bug().id();
    }

    @Override
    public Optional<RepositoryCoordinate> release() {
        return Optional.of(made.bug().library().at(made.bug().to()));
    }

    @Override
    public PosedTask pose(Sandbox sandbox) throws InvalidTask {
        return switch (made) {
            case Made.Not not -> throw new InvalidTask(not.why());
            case Made.Valid valid -> posed(valid.task());
        };
    }

    private PosedTask posed(Task task) {
        PreparedRepository release = repositories.open(task.snapshot());
        SortedMap<String, String> fixed = new TreeMap<>();
        task.breaking().paths().forEach(path -> fixed.put(path, release.source(path)));
        Defect defect = Defect.of(task, release);
        return PosedTask.drawn(defect, defect, Set.of(), fixed, holdBack, key.at(id()));
    }
}
