package org.elenchus.actors.run;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.protocol.trace.GroupRef;

/** What the iteration before tried in vain: of the groups it trained on, those with a rollout that did not solve its task. */
final class Attempts {
    private Attempts() {}

    /** Digests of the groups of one repository, by group id. */
    static List<Digest> failed(Started s, RepositoryCoordinate repository) {
        Set<String> tasks = s.curriculum().stream()
                .map(Admitted::task)
                .filter(task -> task.repository().equals(repository))
                .map(TaskRef::id)
                .collect(Collectors.toSet());
        return s.undistilled().stream()
                .filter(group -> tasks.contains(group.taskId()) && group.solved() < group.rollouts())
                .sorted(Comparator.comparing(GroupRef::id))
                .map(GroupRef::artifact)
                .toList();
    }
}
