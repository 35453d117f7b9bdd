package org.elenchus.actors.curator;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.DispatcherSelector;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.TimerScheduler;
import org.apache.pekko.persistence.typed.PersistenceId;
import org.apache.pekko.persistence.typed.javadsl.CommandHandlerWithReply;
import org.apache.pekko.persistence.typed.javadsl.EventHandler;
import org.apache.pekko.persistence.typed.javadsl.EventSourcedBehaviorWithEnforcedReplies;
import org.apache.pekko.persistence.typed.javadsl.ReplyEffect;
import org.apache.pekko.persistence.typed.javadsl.RetentionCriteria;
import org.elenchus.actors.Directory;
import org.elenchus.actors.port.Artifacts;
import org.elenchus.actors.port.SkillDistiller.Evidence;
import org.elenchus.actors.reply.Blocking;
import org.elenchus.actors.reply.History;
import org.elenchus.actors.reply.Retries;
import org.elenchus.actors.reply.Waiters;
import org.elenchus.actors.slot.Workbench;
import org.elenchus.protocol.curator.CuratorProtocol;
import org.elenchus.protocol.curator.CuratorProtocol.Command;
import org.elenchus.protocol.curator.CuratorProtocol.Distil;
import org.elenchus.protocol.curator.CuratorProtocol.Distilled;
import org.elenchus.protocol.curator.CuratorProtocol.Event;
import org.elenchus.protocol.curator.CuratorProtocol.Reply;
import org.elenchus.protocol.curator.CuratorProtocol.TracesDistilled;
import org.elenchus.protocol.skill.SkillId;
import org.elenchus.protocol.skill.SkillProposal;
import org.elenchus.protocol.skill.SkillProtocol;
import org.elenchus.protocol.skill.SkillRef;
import org.elenchus.protocol.task.Task;
import org.elenchus.protocol.trace.GroupRef;
import org.elenchus.protocol.trace.TraceGroup;

/**
 * The SkillCurator entity. A distillation is decided and journaled first, then told to the skills concerned until each has answered, then
 * concluded; one at a time.
 */
public final class CuratorActor extends EventSourcedBehaviorWithEnforcedReplies<Command, Event, CuratorState> {
    private static final Duration TELL_AGAIN = Duration.ofSeconds(5);

    private final ActorContext<Command> context;
    private final TimerScheduler<Command> timers;
    private final String runId;
    private final Directory directory;
    private final Workbench workbench;
    private final ActorRef<SkillProtocol.Reply> skills;
    private final Executor blocking;
    private final Waiters<Reply> waiters = new Waiters<>();
    private final Retries retries = new Retries();
    private final SortedMap<String, SkillRef> answers = new TreeMap<>();
    private Optional<String> distilling = Optional.empty();

    private record Decided(TracesDistilled event) implements Command {}

    private record Failed(Distil distil, Throwable failure) implements Command {}

    private record TryAgain(Distil distil) implements Command {}

    private record SkillAnswered(SkillProtocol.Reply reply) implements Command {}

    private record TellAgain() implements Command {}

    private CuratorActor(
            PersistenceId id,
            ActorContext<Command> context,
            TimerScheduler<Command> timers,
            String runId,
            Directory directory,
            Workbench workbench) {
        super(id);
        this.context = context;
        this.timers = timers;
        this.runId = runId;
        this.directory = directory;
        this.workbench = workbench;
        this.skills = context.messageAdapter(SkillProtocol.Reply.class, SkillAnswered::new);
        this.blocking = context.getSystem().dispatchers().lookup(DispatcherSelector.fromConfig(Blocking.DISPATCHER));
    }

    public static Behavior<Command> create(PersistenceId id, String runId, Directory directory, Workbench workbench) {
        return Behaviors.setup(context ->
                Behaviors.withTimers(timers -> new CuratorActor(id, context, timers, runId, directory, workbench)));
    }

    @Override
    public CuratorState emptyState() {
        return CuratorState.EMPTY;
    }

    @Override
    public EventHandler<CuratorState, Event> eventHandler() {
        return CuratorState::apply;
    }

    @Override
    public RetentionCriteria retentionCriteria() {
        return History.KEPT;
    }

    @Override
    public CommandHandlerWithReply<Command, Event, CuratorState> commandHandler() {
        return this::handle;
    }

    private ReplyEffect<Event, CuratorState> handle(CuratorState state, Command command) {
        return switch (command) {
            case Distil distil -> distil(state, distil);
            case Decided decided -> decided(decided.event());
            case Failed failed -> failed(failed);
            case TryAgain again -> {
                start(state, again.distil());
                yield Effect().noReply();
            }
            case SkillAnswered answered -> answered(state, answered.reply());
            case TellAgain again -> proceed(state);
            default -> throw new IllegalArgumentException("unknown command " + command);
        };
    }

    private ReplyEffect<Event, CuratorState> distil(CuratorState state, Distil distil) {
        String id = distil.requestId();
        List<SkillRef> known = state.answers().get(id);
        if (known != null) {
            return Effect().none().thenReply(distil.replyTo(), unchanged -> new Distilled(id, known));
        }
        Optional<String> busy =
                state.pending().map(CuratorState.Pending::requestId).or(() -> distilling);
        if (busy.isPresent() && !busy.get().equals(id)) {
            context.getSelf().tell(new TellAgain());
            return Effect().stash();
        }
        boolean first = waiters.add(id, distil.replyTo());
        if (state.pending().isPresent()) {
            // Asked again, it tells its skills again: whoever waits knows best when something may be lost.
            return proceed(state);
        }
        if (first) {
            start(state, distil);
        }
        return Effect().noReply();
    }

    /** @param state stays what it is while this goes on: one distillation at a time */
    private void start(CuratorState state, Distil distil) {
        distilling = Optional.of(distil.requestId());
        context.pipeToSelf(
                CompletableFuture.supplyAsync(() -> decide(state, distil), blocking),
                (event, failure) -> failure == null ? new Decided(event) : new Failed(distil, failure));
    }

    /** Blocks. */
    private TracesDistilled decide(CuratorState state, Distil distil) {
        Artifacts artifacts = workbench.artifacts();
        List<Evidence> evidence = distil.groups().stream()
                .sorted(Comparator.comparing(GroupRef::id))
                .map(group -> new Evidence(
                        artifacts.get(group.task(), Task.class), artifacts.get(group.artifact(), TraceGroup.class)))
                .toList();
        List<SkillProposal> proposals = workbench.distiller().distil(evidence);
        return new TracesDistilled(distil.requestId(), distil.iteration(), CuratorDecisions.distil(state, proposals));
    }

    private ReplyEffect<Event, CuratorState> decided(TracesDistilled event) {
        distilling = Optional.empty();
        retries.succeeded(event.requestId());
        return Effect()
                .persist(event)
                .thenRun(decided -> context.getSelf().tell(new TellAgain()))
                .thenNoReply();
    }

    /** A missing artifact or a bug: nothing is journaled; it is tried again a few times, then given up. */
    private ReplyEffect<Event, CuratorState> failed(Failed failed) {
        String id = failed.distil().requestId();
        Optional<Duration> pause = retries.failed(id);
        context.getLog().error("{} failed; {}", id, pause.isPresent() ? "trying again" : "given up", failed.failure());
        if (pause.isPresent()) {
            context.scheduleOnce(pause.get(), context.getSelf(), new TryAgain(failed.distil()));
            return Effect().noReply();
        }
        distilling = Optional.empty();
        waiters.answer(id, new CuratorProtocol.Failed(id, Retries.reason(failed.failure())));
        return Effect().noReply().thenUnstashAll();
    }

    private ReplyEffect<Event, CuratorState> answered(CuratorState state, SkillProtocol.Reply reply) {
        if (!(reply instanceof SkillProtocol.Observed observed)
                || state.pending()
                        .filter(pending -> pending.requestId().equals(observed.requestId()))
                        .isEmpty()) {
            return Effect().noReply();
        }
        answers.put(observed.skill().id().value(), observed.skill());
        return isComplete(state) ? proceed(state) : Effect().noReply();
    }

    private boolean isComplete(CuratorState state) {
        return state.pending()
                .filter(pending -> answers.keySet().containsAll(pending.shares().keySet()))
                .isPresent();
    }

    /** Concludes the pending distillation if every skill concerned has answered; else tells those that have not. */
    private ReplyEffect<Event, CuratorState> proceed(CuratorState state) {
        if (state.pending().isEmpty()) {
            return Effect().noReply();
        }
        CuratorState.Pending pending = state.pending().get();
        if (!isComplete(state)) {
            tellSkills(pending);
            return Effect().noReply();
        }
        String id = pending.requestId();
        return Effect()
                .persist(CuratorDecisions.conclude(state, id, answers))
                .thenRun((CuratorState concluded) -> {
                    answers.clear();
                    timers.cancelAll();
                    waiters.answer(id, new Distilled(id, concluded.answers().getOrDefault(id, List.of())));
                })
                .thenNoReply()
                .thenUnstashAll();
    }

    private void tellSkills(CuratorState.Pending pending) {
        pending.shares().forEach((id, proposals) -> {
            if (!answers.containsKey(id)) {
                directory
                        .skill(runId, new SkillId(id))
                        .tell(new SkillProtocol.ObserveTraces(
                                pending.requestId(), pending.iteration(), proposals, skills));
            }
        });
        timers.startSingleTimer(new TellAgain(), TELL_AGAIN);
    }
}
