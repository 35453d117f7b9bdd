package org.elenchus.protocol.skill;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.pekko.actor.typed.ActorRef;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.JournaledEvent;
import org.elenchus.protocol.Message;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.protocol.task.CandidateRef;
import org.elenchus.protocol.task.Gate;
import org.elenchus.protocol.task.Pool;

/** The Skill entity: its versions and its own curriculum. Id: run id and skill id. */
public final class SkillProtocol {
    private SkillProtocol() {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = ObserveTraces.class, name = "observe-traces"),
        @JsonSubTypes.Type(value = Propose.class, name = "propose"),
        @JsonSubTypes.Type(value = RecordOutcomes.class, name = "record-outcomes")
    })
    public interface Command extends Message {}

    /** Trace messages: evolve on what a distillation read from traces. */
    public record ObserveTraces(String requestId, int iteration, List<SkillProposal> proposals, ActorRef<Reply> replyTo)
            implements Command {}

    /**
     * Ask for candidates in one repository; a TaskGenerator child makes them.
     *
     * @param requestId {@code phase/iteration/pool/repository/skill}; candidate ids begin with it
     * @param generator digest of the generator's policy
     * @param taken what was asked of this repository before, ascending: {@link Digest#brief} of candidates' contents
     * @param attempted digests of {@code TraceGroup} artifacts, where the skill builds on earlier attempts at tasks of this repository
     */
    public record Propose(
            String requestId,
            long seed,
            Pool pool,
            RepositoryCoordinate repository,
            Digest snapshot,
            int count,
            Digest generator,
            List<String> taken,
            List<Digest> attempted,
            ActorRef<Reply> replyTo)
            implements Command {
        public Propose {
            // Nodes of earlier versions say nothing of attempts.
            attempted = List.copyOf(Objects.requireNonNullElse(attempted, List.of()));
        }
    }

    /** What became of this skill's candidates in an iteration, in id order. */
    public record RecordOutcomes(String requestId, int iteration, List<Outcome> outcomes, ActorRef<Reply> replyTo)
            implements Command {}

    /** The end of a candidate. */
    public enum End {
        ADMITTED,
        REJECTED,
        UNDECIDED,
        MISALIGNED,
        SURPLUS
    }

    /** @param gate the gate that rejected it; @param solveRate over its scoring rollouts, when scored */
    public record Outcome(
            String candidate,
            End end,
            Optional<Gate> gate,
            Optional<Double> cosine,
            Optional<Double> reward,
            Optional<Double> solveRate) {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Observed.class, name = "observed"),
        @JsonSubTypes.Type(value = Proposed.class, name = "proposed"),
        @JsonSubTypes.Type(value = Recorded.class, name = "recorded"),
        @JsonSubTypes.Type(value = Failed.class, name = "failed")
    })
    public sealed interface Reply extends Message {}

    public record Observed(String requestId, SkillRef skill) implements Reply {}

    /** @param proposals digest of the {@code ProposalGroup} artifact: the generator's choices, for its own training */
    public record Proposed(String requestId, SkillId skill, List<CandidateRef> candidates, Digest proposals)
            implements Reply {}

    public record Recorded(String requestId, SkillId skill) implements Reply {}

    /** It was tried as often as is allowed and nothing is known; asked again, it is tried anew. @param reason in one line */
    public record Failed(String requestId, String reason) implements Reply {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = SkillRevised.class, name = "skill-revised"),
        @JsonSubTypes.Type(value = TracesObserved.class, name = "traces-observed"),
        @JsonSubTypes.Type(value = TasksRequested.class, name = "tasks-requested"),
        @JsonSubTypes.Type(value = TasksProposed.class, name = "tasks-proposed"),
        @JsonSubTypes.Type(value = OutcomesRecorded.class, name = "outcomes-recorded")
    })
    public sealed interface Event extends JournaledEvent {}

    /** A new version. @param causedBy ids of the traces that caused it */
    public record SkillRevised(
            String requestId, int iteration, int version, Skill skill, List<String> causedBy, int attempts, int solved)
            implements Event {
        public SkillRevised {
            causedBy = List.copyOf(causedBy);
        }
    }

    /** More traces for the version there is: its evidence grew, its content did not. */
    public record TracesObserved(String requestId, int iteration, List<String> traces, int attempts, int solved)
            implements Event {
        public TracesObserved {
            traces = List.copyOf(traces);
        }
    }

    /** Intent: candidates will be made. @param taken as in {@link Propose} @param attempted as there */
    public record TasksRequested(
            String requestId,
            Pool pool,
            RepositoryCoordinate repository,
            Digest snapshot,
            int count,
            Digest generator,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) @JsonSetter(nulls = Nulls.AS_EMPTY)
            List<String> taken,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) @JsonSetter(nulls = Nulls.AS_EMPTY)
            List<Digest> attempted)
            implements Event {
        public TasksRequested {
            taken = List.copyOf(taken);
            attempted = List.copyOf(attempted);
        }
    }

    public record TasksProposed(String requestId, List<CandidateRef> candidates, Digest proposals) implements Event {
        public TasksProposed {
            candidates = List.copyOf(candidates);
        }
    }

    public record OutcomesRecorded(String requestId, int iteration, List<Outcome> outcomes) implements Event {
        public OutcomesRecorded {
            outcomes = List.copyOf(outcomes);
        }
    }
}
