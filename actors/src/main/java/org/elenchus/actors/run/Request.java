package org.elenchus.actors.run;

import java.util.List;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.learning.Role;
import org.elenchus.protocol.learning.TaskScore;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.protocol.skill.SkillId;
import org.elenchus.protocol.skill.SkillProtocol.Outcome;
import org.elenchus.protocol.task.CandidateRef;
import org.elenchus.protocol.task.Pool;
import org.elenchus.protocol.trace.GroupRef;

/** What the run asks of others, as data. */
sealed interface Request {
    /** Unique in the run; asked again under the same id, it is answered from memory. */
    String id();

    /** How many answers it takes. */
    default int items() {
        return 1;
    }

    record PrepareRepository(RepositoryCoordinate repository) implements Request {
        @Override
        public String id() {
            return "prepare/" + repository;
        }
    }

    record OpenSolver() implements Request {
        @Override
        public String id() {
            return "open";
        }
    }

    record Propose(
            String id,
            SkillId skill,
            Pool pool,
            RepositoryCoordinate repository,
            Digest snapshot,
            int count,
            Digest generator,
            List<String> taken,
            List<Digest> attempted)
            implements Request {}

    /** One answer per candidate. */
    record Judge(String id, RepositoryCoordinate repository, List<CandidateRef> candidates) implements Request {
        @Override
        public int items() {
            return candidates.size();
        }
    }

    /**
     * Rollouts of one task.
     *
     * @param id the group's id
     * @param edits candidate edits a rollout may try
     */
    record Attempt(String id, TaskRef task, int rollouts, int edits) implements Request {}

    record Distil(String id, int iteration, List<GroupRef> groups) implements Request {}

    record Score(String id, List<GroupRef> anchor, List<GroupRef> candidates) implements Request {}

    record RecordOutcomes(String id, int iteration, SkillId skill, List<Outcome> outcomes) implements Request {}

    record Train(String id, int round, Role role, List<GroupRef> groups, List<Digest> proposals, List<TaskScore> scores)
            implements Request {}
}
