package org.elenchus.protocol.run;

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
import org.elenchus.protocol.OperationalEvent;
import org.elenchus.protocol.learning.Role;
import org.elenchus.protocol.learning.TaskScore;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.protocol.repository.RepositorySummary;
import org.elenchus.protocol.skill.SkillId;
import org.elenchus.protocol.skill.SkillRef;
import org.elenchus.protocol.task.CandidateRef;
import org.elenchus.protocol.task.Pool;
import org.elenchus.protocol.task.Verdict;
import org.elenchus.protocol.trace.GroupRef;

/** The EvolutionRun entity: a process manager; it holds what was asked and what came back. Id: run id. */
public final class EvolutionRunProtocol {
    private EvolutionRunProtocol() {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Start.class, name = "start"),
        @JsonSubTypes.Type(value = GetStatus.class, name = "get-status"),
        @JsonSubTypes.Type(value = Pause.class, name = "pause"),
        @JsonSubTypes.Type(value = Resume.class, name = "resume"),
        @JsonSubTypes.Type(value = Cancel.class, name = "cancel"),
        @JsonSubTypes.Type(value = SetShare.class, name = "set-share")
    })
    public interface Command extends Message {}

    /** Start the run, or go on with it; a run that failed or was cancelled tries its phase again, a paused one goes on. */
    public record Start(RunSpec spec, ActorRef<Status> replyTo) implements Command {}

    public record GetStatus(ActorRef<Status> replyTo) implements Command {}

    /** Ask for nothing more until told to go on. What is in a slot's hands is finished and kept. */
    public record Pause(ActorRef<Status> replyTo) implements Command {}

    /** Go on after a pause, a failure or a cancellation. */
    public record Resume(ActorRef<Status> replyTo) implements Command {}

    /** End the run where it stands. */
    public record Cancel(ActorRef<Status> replyTo) implements Command {}

    public record SetShare(Share share, ActorRef<Status> replyTo) implements Command {}

    /**
     * Where the run stands.
     *
     * @param asked requests made in this phase
     * @param answered how many have come back
     * @param failure why the run failed, when it did; that it was cancelled, when it was
     */
    public record Status(
            String runId,
            Phase phase,
            int iteration,
            int asked,
            int answered,
            List<IterationReport> reports,
            Optional<String> failure,
            Share share)
            implements Message {
        public Status {
            reports = List.copyOf(reports);
            // Nodes of earlier versions know of none.
            share = Objects.requireNonNullElse(share, Share.DEFAULT);
        }

        /** Whether it neither works nor will without being told to. */
        public boolean ended() {
            return phase == Phase.FINISHED || phase == Phase.FAILED;
        }
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = RunStarted.class, name = "run-started"),
        @JsonSubTypes.Type(value = PhaseEntered.class, name = "phase-entered"),
        @JsonSubTypes.Type(value = RepositoryReady.class, name = "repository-ready"),
        @JsonSubTypes.Type(value = SolverReady.class, name = "solver-ready"),
        @JsonSubTypes.Type(value = CandidatesReceived.class, name = "candidates-received"),
        @JsonSubTypes.Type(value = VerdictReceived.class, name = "verdict-received"),
        @JsonSubTypes.Type(value = TasksPlanted.class, name = "tasks-planted"),
        @JsonSubTypes.Type(value = GroupReceived.class, name = "group-received"),
        @JsonSubTypes.Type(value = GroupMissed.class, name = "group-missed"),
        @JsonSubTypes.Type(value = SkillsReceived.class, name = "skills-received"),
        @JsonSubTypes.Type(value = ScoresReceived.class, name = "scores-received"),
        @JsonSubTypes.Type(value = TasksSelected.class, name = "tasks-selected"),
        @JsonSubTypes.Type(value = OutcomesAcknowledged.class, name = "outcomes-acknowledged"),
        @JsonSubTypes.Type(value = PolicyReceived.class, name = "policy-received"),
        @JsonSubTypes.Type(value = IterationCompleted.class, name = "iteration-completed"),
        @JsonSubTypes.Type(value = RunFailed.class, name = "run-failed"),
        @JsonSubTypes.Type(value = RunResumed.class, name = "run-resumed"),
        @JsonSubTypes.Type(value = RunPaused.class, name = "run-paused"),
        @JsonSubTypes.Type(value = RunCancelled.class, name = "run-cancelled"),
        @JsonSubTypes.Type(value = ShareSet.class, name = "share-set")
    })
    public sealed interface Event extends JournaledEvent {}

    public record RunStarted(RunSpec spec) implements Event {}

    /**
     * Intent: what a phase will ask follows from the state at its start.
     *
     * @param round training round from 1; in PLANTING the wave from 0; else 0
     */
    public record PhaseEntered(Phase phase, int iteration, int round) implements Event {}

    public record RepositoryReady(RepositorySummary summary) implements Event {}

    /** @param planter of held-out tasks; absent where it is the generator */
    public record SolverReady(
            Digest solver,
            Digest generator,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Digest> planter) implements Event {
        public SolverReady {
            // Events of earlier versions have none.
            planter = Objects.requireNonNullElse(planter, Optional.empty());
        }
    }

    /** @param asked how many were asked for; fewer may have been found */
    public record CandidatesReceived(
            String requestId,
            SkillId skill,
            Pool pool,
            RepositoryCoordinate repository,
            int asked,
            List<CandidateRef> candidates,
            Digest proposals)
            implements Event {
        public CandidatesReceived {
            candidates = List.copyOf(candidates);
        }
    }

    /** The tasks of the pools for the whole run, by id. @param seed training tasks whose traces start the first iteration */
    public record TasksPlanted(List<String> validation, List<String> test, List<String> seed) implements Event {
        public TasksPlanted {
            validation = List.copyOf(validation);
            test = List.copyOf(test);
            seed = List.copyOf(seed);
        }
    }

    public record VerdictReceived(String batchId, Verdict verdict) implements Event {}

    public record GroupReceived(GroupRef group) implements Event {}

    public record GroupMissed(String groupId, String taskId, String fault) implements Event {}

    public record SkillsReceived(int iteration, List<SkillRef> active) implements Event {
        public SkillsReceived {
            active = List.copyOf(active);
        }
    }

    public record ScoresReceived(int iteration, double anchorNorm, List<TaskScore> scores) implements Event {
        public ScoresReceived {
            scores = List.copyOf(scores);
        }
    }

    /** Admission: the iteration's curriculum and what was left out. */
    public record TasksSelected(int iteration, List<String> admitted, List<String> misaligned, List<String> surplus)
            implements Event {
        public TasksSelected {
            admitted = List.copyOf(admitted);
            misaligned = List.copyOf(misaligned);
            surplus = List.copyOf(surplus);
        }
    }

    public record OutcomesAcknowledged(int iteration, SkillId skill) implements Event {}

    public record PolicyReceived(int iteration, int round, Role role, Digest policy) implements Event {}

    public record IterationCompleted(IterationReport report) implements Event {}

    /** It cannot go on; it stands where it is until it is started again. */
    public record RunFailed(String reason) implements Event, OperationalEvent {}

    /** It was started again where it had failed, or had been paused or cancelled. */
    public record RunResumed(Phase phase, int iteration, int round) implements Event, OperationalEvent {}

    public record RunPaused() implements Event, OperationalEvent {}

    public record RunCancelled() implements Event, OperationalEvent {}

    public record ShareSet(Share share) implements Event, OperationalEvent {}
}
