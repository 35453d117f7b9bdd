package org.elenchus.actors.slot;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.Message;
import org.elenchus.protocol.repository.RepositoryCoordinate;

/** A piece of work that needs a sandbox. It carries all that its result depends on, so any slot of any node may do it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "work")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Work.PrepareRepository.class, name = "prepare-repository"),
    @JsonSubTypes.Type(value = Work.AttemptTask.class, name = "attempt-task"),
    @JsonSubTypes.Type(value = Work.JudgeCandidate.class, name = "judge-candidate")
})
public sealed interface Work extends Message {
    /** Unique among all runs: submitted again under the same id, it is not done twice. */
    String id();

    record PrepareRepository(String id, RepositoryCoordinate coordinate) implements Work {}

    /**
     * K rollouts of a task under a policy, each graded apart.
     *
     * @param task digest of the task artifact
     * @param policy digest of the solver's policy
     * @param seed the run's seed; draws are keyed by it and the group's id, of test tasks by the task's
     */
    record AttemptTask(
            String id, String groupId, String taskId, Digest task, Digest policy, int rollouts, int edits, long seed)
            implements Work {}

    /** The four gates. @param artifact digest of the candidate artifact */
    record JudgeCandidate(String id, String candidate, Digest artifact) implements Work {}
}
