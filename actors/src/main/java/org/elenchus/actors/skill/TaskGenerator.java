package org.elenchus.actors.skill;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.DispatcherSelector;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.elenchus.actors.learning.Policy;
import org.elenchus.actors.port.PreparedRepository;
import org.elenchus.actors.port.SandboxFault;
import org.elenchus.actors.port.TaskAuthor;
import org.elenchus.actors.port.TaskAuthor.Commission;
import org.elenchus.actors.port.TaskAuthor.Proposals;
import org.elenchus.actors.reply.Blocking;
import org.elenchus.actors.slot.Policies;
import org.elenchus.actors.slot.Workbench;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.DrawKey;
import org.elenchus.protocol.skill.Skill;
import org.elenchus.protocol.skill.SkillProtocol.TasksProposed;
import org.elenchus.protocol.skill.SkillProtocol.TasksRequested;
import org.elenchus.protocol.task.CandidateRef;
import org.elenchus.protocol.task.CandidateTask;
import org.elenchus.protocol.task.Task;
import org.elenchus.protocol.trace.ProposalGroup;
import org.elenchus.protocol.trace.TraceGroup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A skill's child that writes candidates for one repository. It keeps nothing: what it made is in the artifact store, and what it was
 * asked is its parent's intent.
 */
final class TaskGenerator {
    private static final Logger LOG = LoggerFactory.getLogger(TaskGenerator.class);

    private final Workbench workbench;
    private final Policies policies;

    private TaskGenerator(Workbench workbench) {
        this.workbench = workbench;
        this.policies = new Policies(workbench.artifacts());
    }

    /** Write what was requested. @param seed the run's seed */
    record Generate(TasksRequested request, Skill skill, long seed, ActorRef<Result> replyTo) {}

    sealed interface Result {
        record Generated(TasksProposed proposed) implements Result {}

        /** Something outside failed: nothing is known, asking again may help. */
        record Failed(Generate generate, Throwable failure) implements Result {}
    }

    static Behavior<Generate> create(Workbench workbench) {
        return Behaviors.setup(context -> new TaskGenerator(workbench).behavior(context));
    }

    private Behavior<Generate> behavior(ActorContext<Generate> context) {
        Executor blocking =
                context.getSystem().dispatchers().lookup(DispatcherSelector.fromConfig(Blocking.DISPATCHER));
        return Behaviors.receiveMessage(generate -> {
            CompletableFuture.supplyAsync(() -> generate(generate), blocking)
                    .exceptionally(failure -> new Result.Failed(generate, failure))
                    .thenAccept(generate.replyTo()::tell);
            return Behaviors.same();
        });
    }

    private Result generate(Generate generate) {
        TasksRequested request = generate.request();
        DrawKey key = DrawKey.of(generate.seed(), "propose", request.requestId());
        Commission commission = new Commission(
                request.requestId(),
                request.pool(),
                repository(request),
                generate.skill(),
                request.count(),
                Set.copyOf(request.taken()),
                request.attempted().stream().map(this::attempted).toList(),
                key);
        return new Result.Generated(
                store(request, write(workbench.author(), commission, policies.policy(request.generator()))));
    }

    private PreparedRepository repository(TasksRequested request) {
        try {
            return workbench.repository(request.repository(), request.snapshot());
        } catch (SandboxFault e) {
            throw new CompletionException(e);
        }
    }

    private TaskAuthor.Attempted attempted(Digest group) {
        TraceGroup found = workbench.artifacts().get(group, TraceGroup.class);
        return new TaskAuthor.Attempted(workbench.artifacts().get(found.task(), Task.class), found.traces());
    }

    /** An author is pure: what it throws it would throw again, so its failure is a result without candidates; unless it says otherwise. */
    private static Proposals write(TaskAuthor author, Commission commission, Policy generator) {
        try {
            return author.propose(commission, generator);
        } catch (TaskAuthor.Unavailable e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("the task author failed at {}; it has no candidates there", commission.requestId(), e);
            return new Proposals(List.of(), List.of(), List.of());
        }
    }

    private TasksProposed store(TasksRequested request, Proposals proposals) {
        List<CandidateRef> refs = new ArrayList<>();
        for (CandidateTask candidate : proposals.candidates()) {
            Digest artifact = workbench.artifacts().put(candidate);
            refs.add(new CandidateRef(candidate.id(), candidate.skill(), artifact, candidate.content()));
        }
        Digest group = workbench
                .artifacts()
                .put(new ProposalGroup(
                        request.requestId(),
                        request.generator(),
                        refs.stream().map(CandidateRef::id).toList(),
                        proposals.choices(),
                        proposals.choiceSets()));
        return new TasksProposed(request.requestId(), refs, group);
    }
}
