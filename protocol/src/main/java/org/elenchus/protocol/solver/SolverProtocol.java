package org.elenchus.protocol.solver;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.pekko.actor.typed.ActorRef;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.JournaledEvent;
import org.elenchus.protocol.Message;
import org.elenchus.protocol.learning.GeneratorReward;
import org.elenchus.protocol.learning.LearningSettings;
import org.elenchus.protocol.learning.Role;
import org.elenchus.protocol.learning.TaskScore;
import org.elenchus.protocol.learning.UpdateStatistics;
import org.elenchus.protocol.task.MutationMix;
import org.elenchus.protocol.trace.GroupRef;

/** The Solver entity: the policy in both its roles. Id: run id. Every request has an id; asked again, it is answered from memory. */
public final class SolverProtocol {
    private SolverProtocol() {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Open.class, name = "open"),
        @JsonSubTypes.Type(value = Attempt.class, name = "attempt"),
        @JsonSubTypes.Type(value = Score.class, name = "score"),
        @JsonSubTypes.Type(value = Train.class, name = "train")
    })
    public interface Command extends Message {}

    /** Start from the base policies, or say which policies are current. */
    public record Open(String runId, long seed, MutationMix mutations, ActorRef<Reply> replyTo) implements Command {
        public Open {
            // Nodes of earlier versions know of none.
            mutations = Objects.requireNonNullElse(mutations, MutationMix.BALANCED);
        }
    }

    /**
     * Roll out a task K times under the current solver policy.
     *
     * @param groupId {@code phase/iteration/round/task}
     * @param task digest of the task artifact
     */
    public record Attempt(String groupId, String taskId, Digest task, int rollouts, int edits, ActorRef<Reply> replyTo)
            implements Command {}

    /** Score groups against the anchor G_v. @param anchor groups of the validation tasks */
    public record Score(
            String requestId,
            List<GroupRef> anchor,
            List<GroupRef> candidates,
            GeneratorReward reward,
            LearningSettings learning,
            ActorRef<Reply> replyTo)
            implements Command {}

    /**
     * Update one role's policy. SOLVER: {@code groups} are trained on and {@code proposals} is empty. GENERATOR: {@code proposals} are
     * the digests of proposal groups and {@code scores} reward their candidates (0 for those not scored).
     */
    public record Train(
            String requestId,
            Role role,
            List<GroupRef> groups,
            List<Digest> proposals,
            List<TaskScore> scores,
            LearningSettings learning,
            ActorRef<Reply> replyTo)
            implements Command {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Opened.class, name = "opened"),
        @JsonSubTypes.Type(value = Attempted.class, name = "attempted"),
        @JsonSubTypes.Type(value = Unattempted.class, name = "unattempted"),
        @JsonSubTypes.Type(value = Scored.class, name = "scored"),
        @JsonSubTypes.Type(value = Trained.class, name = "trained"),
        @JsonSubTypes.Type(value = Failed.class, name = "failed")
    })
    public sealed interface Reply extends Message {}

    /** The current policies. @param planter of held-out tasks; absent where it is the generator */
    public record Opened(
            Digest solver,
            Digest generator,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Digest> planter) implements Reply {
        public Opened {
            planter = Objects.requireNonNullElse(planter, Optional.empty());
        }
    }

    public record Attempted(GroupRef group) implements Reply {}

    /** The infrastructure failed more often than is allowed; nothing is known of the solver. */
    public record Unattempted(String groupId, String taskId, String fault) implements Reply {}

    public record Scored(String requestId, double anchorNorm, List<TaskScore> scores) implements Reply {}

    public record Trained(String requestId, Role role, Digest policy, UpdateStatistics statistics) implements Reply {}

    /**
     * It was tried as often as is allowed and nothing is known; asked again, it is tried anew.
     *
     * @param requestId the request's id (an attempt's group id); {@code open} for {@link Open}
     * @param reason what went wrong the last time, in one line
     */
    public record Failed(String requestId, String reason) implements Reply {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = SolverOpened.class, name = "solver-opened"),
        @JsonSubTypes.Type(value = GroupAttempted.class, name = "group-attempted"),
        @JsonSubTypes.Type(value = GroupUnattempted.class, name = "group-unattempted"),
        @JsonSubTypes.Type(value = TasksScored.class, name = "tasks-scored"),
        @JsonSubTypes.Type(value = PolicyUpdated.class, name = "policy-updated")
    })
    public sealed interface Event extends JournaledEvent {}

    /** The base policies. @param planter the generator's without a preference, which plants held-out tasks; absent where it is the base */
    public record SolverOpened(
            String runId,
            long seed,
            Digest solver,
            Digest generator,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Digest> planter)
            implements Event {
        public SolverOpened {
            // Events of earlier versions have none.
            planter = Objects.requireNonNullElse(planter, Optional.empty());
        }
    }

    public record GroupAttempted(GroupRef group, Digest policy) implements Event {}

    public record GroupUnattempted(String groupId, String taskId, String fault) implements Event {}

    public record TasksScored(String requestId, double anchorNorm, List<TaskScore> scores) implements Event {}

    /** A new policy version. @param parent the version it was made from */
    public record PolicyUpdated(String requestId, Role role, Digest parent, Digest policy, UpdateStatistics statistics)
            implements Event {}
}
