package org.elenchus.actors.solver;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.DispatcherSelector;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.persistence.typed.PersistenceId;
import org.apache.pekko.persistence.typed.javadsl.CommandHandlerWithReply;
import org.apache.pekko.persistence.typed.javadsl.EventHandler;
import org.apache.pekko.persistence.typed.javadsl.EventSourcedBehaviorWithEnforcedReplies;
import org.apache.pekko.persistence.typed.javadsl.ReplyEffect;
import org.apache.pekko.persistence.typed.javadsl.RetentionCriteria;
import org.elenchus.actors.reply.Blocking;
import org.elenchus.actors.reply.History;
import org.elenchus.actors.reply.Retries;
import org.elenchus.actors.reply.Waiters;
import org.elenchus.actors.slot.WorkDesk;
import org.elenchus.actors.slot.WorkResult;
import org.elenchus.actors.slot.Workbench;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.solver.SolverProtocol;
import org.elenchus.protocol.solver.SolverProtocol.Attempt;
import org.elenchus.protocol.solver.SolverProtocol.Command;
import org.elenchus.protocol.solver.SolverProtocol.Event;
import org.elenchus.protocol.solver.SolverProtocol.Open;
import org.elenchus.protocol.solver.SolverProtocol.PolicyUpdated;
import org.elenchus.protocol.solver.SolverProtocol.Reply;
import org.elenchus.protocol.solver.SolverProtocol.Score;
import org.elenchus.protocol.solver.SolverProtocol.SolverOpened;
import org.elenchus.protocol.solver.SolverProtocol.Train;

/** The Solver entity. Rollouts are work for slots; scores and updates are computed on blocking threads beside it. */
public final class SolverActor extends EventSourcedBehaviorWithEnforcedReplies<Command, Event, SolverState> {
    private static final String OPENING = "open";

    private final ActorContext<Command> context;
    private final String runId;
    private final ActorRef<WorkDesk.Command> desk;
    private final ActorRef<WorkResult> results;
    private final Workbench workbench;
    private final Lessons lessons;
    private final Executor blocking;
    private final Waiters<Reply> waiters = new Waiters<>();
    private final Retries retries = new Retries();
    private final Map<String, Attempt> attempts = new LinkedHashMap<>();

    private record AttemptFinished(WorkResult result) implements Command {}

    /** What was computed beside the actor. @param cause the command it was computed for */
    private record Computed(String key, Command cause, Event event) implements Command {}

    private record Failed(Try failed, Throwable failure) implements Command {}

    /** To compute, now or after a pause. */
    private record Try(String key, Command cause, Supplier<Event> computation) implements Command {}

    private SolverActor(
            PersistenceId id,
            String runId,
            ActorContext<Command> context,
            ActorRef<WorkDesk.Command> desk,
            Workbench workbench) {
        super(id);
        this.runId = runId;
        this.context = context;
        this.desk = desk;
        this.workbench = workbench;
        this.lessons = new Lessons(workbench.artifacts());
        this.results = context.messageAdapter(WorkResult.class, AttemptFinished::new);
        this.blocking = context.getSystem().dispatchers().lookup(DispatcherSelector.fromConfig(Blocking.DISPATCHER));
    }

    public static Behavior<Command> create(
            PersistenceId id, String runId, ActorRef<WorkDesk.Command> desk, Workbench workbench) {
        return Behaviors.setup(context -> new SolverActor(id, runId, context, desk, workbench));
    }

    @Override
    public SolverState emptyState() {
        return SolverState.EMPTY;
    }

    @Override
    public EventHandler<SolverState, Event> eventHandler() {
        return SolverState::apply;
    }

    @Override
    public RetentionCriteria retentionCriteria() {
        return History.KEPT;
    }

    @Override
    public CommandHandlerWithReply<Command, Event, SolverState> commandHandler() {
        return this::handle;
    }

    private ReplyEffect<Event, SolverState> handle(SolverState state, Command command) {
        return switch (command) {
            case Open open -> open(state, open);
            case Computed computed -> computed(state, computed);
            case Failed failed -> failed(failed);
            case Try again -> {
                start(again);
                yield Effect().noReply();
            }
            case AttemptFinished finished -> finished(finished.result());
            default -> state.isOpen() ? answer(state, command) : unopened(command);
        };
    }

    private ReplyEffect<Event, SolverState> answer(SolverState state, Command command) {
        return switch (command) {
            case Attempt attempt -> attempt(state, attempt);
            case Score score -> {
                String key = SolverState.score(score.requestId());
                yield compute(state, key, score, score.replyTo(), () -> lessons.score(state, score));
            }
            case Train train -> {
                String key = SolverState.train(train.requestId());
                yield compute(state, key, train, train.replyTo(), () -> lessons.train(state, train));
            }
            default -> throw new IllegalArgumentException("unknown command " + command);
        };
    }

    /** A run opens its solver before all else, so its journal is not whole. */
    private ReplyEffect<Event, SolverState> unopened(Command command) {
        return switch (command) {
            case Attempt attempt -> unopened(attempt.groupId(), attempt.replyTo());
            case Score score -> unopened(score.requestId(), score.replyTo());
            case Train train -> unopened(train.requestId(), train.replyTo());
            default -> throw new IllegalArgumentException("unknown command " + command);
        };
    }

    private ReplyEffect<Event, SolverState> unopened(String requestId, ActorRef<Reply> replyTo) {
        Reply refusal = new SolverProtocol.Failed(requestId, "the journal does not hold that the solver was opened");
        return Effect().none().thenReply(replyTo, unchanged -> refusal);
    }

    private ReplyEffect<Event, SolverState> open(SolverState state, Open open) {
        return SolverDecisions.opened(state)
                .map(opened -> Effect().none().<Reply>thenReply(open.replyTo(), unchanged -> opened))
                .orElseGet(() -> compute(state, OPENING, open, open.replyTo(), () -> bases(open)));
    }

    private SolverOpened bases(Open open) {
        Digest generator = workbench.artifacts().put(workbench.author().basePolicy(open.mutations()));
        Digest unskewed = workbench.artifacts().put(workbench.author().basePolicy());
        return new SolverOpened(
                open.runId(),
                open.seed(),
                workbench.artifacts().put(workbench.solver().basePolicy()),
                generator,
                Optional.of(unskewed).filter(planter -> !planter.equals(generator)));
    }

    private ReplyEffect<Event, SolverState> attempt(SolverState state, Attempt attempt) {
        String key = SolverState.attempt(attempt.groupId());
        var known = SolverDecisions.attempted(state, key);
        if (known.isPresent()) {
            return Effect().none().thenReply(attempt.replyTo(), unchanged -> known.get());
        }
        waiters.add(key, attempt.replyTo());
        String workId = persistenceId().id() + "|" + attempt.groupId();
        attempts.put(workId, attempt);
        desk.tell(new WorkDesk.Submit(runId, SolverDecisions.work(state, attempt, workId), results));
        return Effect().noReply();
    }

    private ReplyEffect<Event, SolverState> finished(WorkResult result) {
        Attempt attempt = attempts.remove(result.id());
        if (attempt == null) {
            return Effect().noReply();
        }
        return persist(SolverState.attempt(attempt.groupId()), SolverDecisions.conclude(attempt, result));
    }

    /** Answers from memory, or starts the computation unless it is under way. */
    private ReplyEffect<Event, SolverState> compute(
            SolverState state, String key, Command cause, ActorRef<Reply> replyTo, Supplier<Event> computation) {
        var known = state.answer(key);
        if (known.isPresent()) {
            return Effect().none().thenReply(replyTo, unchanged -> known.get());
        }
        if (waiters.add(key, replyTo)) {
            start(new Try(key, cause, computation));
        }
        return Effect().noReply();
    }

    private void start(Try next) {
        context.pipeToSelf(
                CompletableFuture.supplyAsync(next.computation(), blocking),
                (event, failure) ->
                        failure == null ? new Computed(next.key(), next.cause(), event) : new Failed(next, failure));
    }

    private ReplyEffect<Event, SolverState> computed(SolverState state, Computed computed) {
        if (computed.event() instanceof PolicyUpdated updated
                && computed.cause() instanceof Train train
                && !SolverDecisions.isCurrent(state, updated)) {
            start(new Try(computed.key(), train, () -> lessons.train(state, train)));
            return Effect().noReply();
        }
        return persist(computed.key(), computed.event());
    }

    private ReplyEffect<Event, SolverState> persist(String key, Event event) {
        retries.succeeded(key);
        return Effect()
                .persist(event)
                .thenRun((SolverState state) -> {
                    Reply reply = key.equals(OPENING)
                            ? SolverDecisions.opened(state).orElseThrow()
                            : state.answer(key).orElseThrow();
                    waiters.answer(key, reply);
                })
                .thenNoReply();
    }

    /** A missing artifact, a full disk or a bug: nothing is journaled; it is tried again a few times, then given up. */
    private ReplyEffect<Event, SolverState> failed(Failed message) {
        Try failed = message.failed();
        Optional<Duration> pause = retries.failed(failed.key());
        context.getLog()
                .error(
                        "{} failed; {}",
                        failed.key(),
                        pause.isPresent() ? "trying again" : "given up",
                        message.failure());
        if (pause.isPresent()) {
            context.scheduleOnce(pause.get(), context.getSelf(), failed);
        } else {
            String reason = Retries.reason(message.failure());
            waiters.answer(failed.key(), new SolverProtocol.Failed(requestId(failed.cause()), reason));
        }
        return Effect().noReply();
    }

    private static String requestId(Command cause) {
        return switch (cause) {
            case Open open -> OPENING;
            case Score score -> score.requestId();
            case Train train -> train.requestId();
            default -> throw new IllegalArgumentException("nothing is computed for " + cause);
        };
    }
}
