package org.elenchus.actors.run;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.BackoffSupervisorStrategy;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.SupervisorStrategy;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.TimerScheduler;
import org.apache.pekko.persistence.typed.PersistenceId;
import org.apache.pekko.persistence.typed.RecoveryCompleted;
import org.apache.pekko.persistence.typed.javadsl.CommandHandlerWithReply;
import org.apache.pekko.persistence.typed.javadsl.EventHandler;
import org.apache.pekko.persistence.typed.javadsl.EventSourcedBehaviorWithEnforcedReplies;
import org.apache.pekko.persistence.typed.javadsl.ReplyEffect;
import org.apache.pekko.persistence.typed.javadsl.RetentionCriteria;
import org.apache.pekko.persistence.typed.javadsl.SignalHandler;
import org.elenchus.actors.Directory;
import org.elenchus.actors.slot.WorkDesk;
import org.elenchus.protocol.curator.CuratorProtocol;
import org.elenchus.protocol.repository.RepositoryProtocol;
import org.elenchus.protocol.run.EvolutionRunProtocol.Cancel;
import org.elenchus.protocol.run.EvolutionRunProtocol.Command;
import org.elenchus.protocol.run.EvolutionRunProtocol.Event;
import org.elenchus.protocol.run.EvolutionRunProtocol.GetStatus;
import org.elenchus.protocol.run.EvolutionRunProtocol.IterationCompleted;
import org.elenchus.protocol.run.EvolutionRunProtocol.Pause;
import org.elenchus.protocol.run.EvolutionRunProtocol.Resume;
import org.elenchus.protocol.run.EvolutionRunProtocol.SetShare;
import org.elenchus.protocol.run.EvolutionRunProtocol.Start;
import org.elenchus.protocol.run.EvolutionRunProtocol.Status;
import org.elenchus.protocol.run.IterationReport;
import org.elenchus.protocol.skill.SkillProtocol;
import org.elenchus.protocol.solver.SolverProtocol;
import org.elenchus.protocol.validator.ValidatorProtocol;

/**
 * The EvolutionRun entity. Persists what the decisions say, then sends what the state says is pending. Intent is persisted before any
 * effect; after a restart, whatever has no answer is asked again under the same id.
 */
public final class EvolutionRunActor extends EventSourcedBehaviorWithEnforcedReplies<Command, Event, RunState> {
    private static final int SNAPSHOT_EVERY = 200;
    private static final int SNAPSHOTS_KEPT = 2;

    /**
     * A journal that does not answer costs a pause, not the run. The other entities stop instead: whoever asked asks again, and so wakes
     * them. Nobody asks a run.
     */
    private static final BackoffSupervisorStrategy JOURNAL_TROUBLE =
            SupervisorStrategy.restartWithBackoff(Duration.ofSeconds(1), Duration.ofSeconds(10), 0.2);

    private final String runId;
    private final ActorRef<WorkDesk.Command> desk;
    private final RunDecisions decisions;
    private final Listener listener;
    private final Outbox outbox;
    private final Dispatch dispatch;
    private final ActorRef<Command> self;
    private final TimerScheduler<Command> timers;
    private final Duration tick;
    private boolean toldAtRest;

    /**
     * The behaviour of one run.
     *
     * @param desk told what share of the slots the run has
     * @param rates estimates the solve rates of the reports
     * @param patience how long a request may stay unanswered before it is sent again; targets know a request by its id
     */
    public static Behavior<Command> create(
            String runId,
            PersistenceId persistenceId,
            Directory directory,
            ActorRef<WorkDesk.Command> desk,
            SolveRates rates,
            Patience patience,
            Listener listener) {
        return Behaviors.setup(context -> Behaviors.withTimers(timers -> new EvolutionRunActor(
                runId, persistenceId, directory, desk, rates, patience, listener, context, timers)));
    }

    /** Hears of a run on its own thread, now and then twice. */
    public interface Listener {
        /** It has nothing to do; it stops on {@link Rest}. */
        default void atRest(ActorRef<Command> run) {}

        /** It stops, since it was at rest, but has got something to do meanwhile: whoever speaks to it starts it again. */
        default void wanted() {}

        default void completed(IterationReport report) {}
    }

    /** Stop; whoever speaks to the run starts it again. */
    public record Rest() implements Private {}

    /** A node has come or gone: what was asked may be lost, now or when shards move for it. Ask again soon. */
    public record Hasten() implements Private {}

    private EvolutionRunActor(
            String runId,
            PersistenceId persistenceId,
            Directory directory,
            ActorRef<WorkDesk.Command> desk,
            SolveRates rates,
            Patience patience,
            Listener listener,
            ActorContext<Command> context,
            TimerScheduler<Command> timers) {
        super(persistenceId, JOURNAL_TROUBLE);
        this.timers = timers;
        this.tick = patience.first();
        this.outbox = new Outbox(patience.ticks());
        this.runId = runId;
        this.desk = desk;
        this.decisions = new RunDecisions(rates);
        this.listener = listener;
        this.self = context.getSelf();
        this.dispatch = new Dispatch(
                runId,
                directory,
                context.messageAdapter(RepositoryProtocol.Reply.class, FromRepository::new),
                context.messageAdapter(SolverProtocol.Reply.class, FromSolver::new),
                context.messageAdapter(CuratorProtocol.Reply.class, FromCurator::new),
                context.messageAdapter(SkillProtocol.Reply.class, FromSkill::new),
                context.messageAdapter(ValidatorProtocol.Reply.class, FromValidator::new));
    }

    /** Messages of this actor to itself, and replies of others in its own words. They never leave the node. */
    private sealed interface Private extends Command {}

    private record FromRepository(RepositoryProtocol.Reply reply) implements Private {}

    private record FromSolver(SolverProtocol.Reply reply) implements Private {}

    private record FromCurator(CuratorProtocol.Reply reply) implements Private {}

    private record FromSkill(SkillProtocol.Reply reply) implements Private {}

    private record FromValidator(ValidatorProtocol.Reply reply) implements Private {}

    /** Time has passed: requests age. */
    private record Tick() implements Private {}

    /** Recovery is complete: do what is due. */
    private record GoOn() implements Private {}

    @Override
    public RunState emptyState() {
        return new RunState.NotStarted();
    }

    @Override
    public CommandHandlerWithReply<Command, Event, RunState> commandHandler() {
        return this::handle;
    }

    @Override
    public EventHandler<RunState, Event> eventHandler() {
        return RunState::apply;
    }

    @Override
    public SignalHandler<RunState> signalHandler() {
        return newSignalHandlerBuilder()
                .onSignal(RecoveryCompleted.class, (state, signal) -> {
                    outbox.clear();
                    // A restart has cancelled it.
                    timers.startTimerWithFixedDelay(new Tick(), tick);
                    self.tell(new GoOn());
                })
                .build();
    }

    /** Snapshots shorten recovery; events are kept for ever, the audit reads them. */
    @Override
    public RetentionCriteria retentionCriteria() {
        return RetentionCriteria.snapshotEvery(SNAPSHOT_EVERY, SNAPSHOTS_KEPT);
    }

    private ReplyEffect<Event, RunState> handle(RunState state, Command command) {
        return switch (command) {
            case Start start -> start(state, start);
            case GetStatus query -> Effect().reply(query.replyTo(), RunStatus.of(runId, state));
            case Pause pause -> control(state, pause.replyTo(), decisions::pause);
            case Resume resume -> control(state, resume.replyTo(), decisions::resume);
            case Cancel cancel -> control(state, cancel.replyTo(), decisions::cancel);
            case SetShare set -> control(state, set.replyTo(), s -> decisions.share(s, set.share()));
            case Private message -> handle(state, message);
            default -> throw new IllegalArgumentException("not a command of a run: " + command);
        };
    }

    private ReplyEffect<Event, RunState> handle(RunState state, Private message) {
        return switch (message) {
            case FromRepository m -> persist(state, s -> decisions.on(s, m.reply()));
            case FromSolver m -> persist(state, s -> decisions.on(s, m.reply()));
            case FromCurator m -> persist(state, s -> decisions.on(s, m.reply()));
            case FromSkill m -> persist(state, s -> decisions.on(s, m.reply()));
            case FromValidator m -> persist(state, s -> decisions.on(s, m.reply()));
            case GoOn m -> persist(state, decisions::due);
            case Rest m -> {
                // A node that hands its runs over tells them to rest, too; who takes them over starts them.
                if (toldAtRest && !isIdle(state)) {
                    listener.wanted();
                }
                yield Effect().stop().thenNoReply();
            }
            case Hasten m -> {
                outbox.hasten();
                yield persist(state, decisions::due);
            }
            case Tick m -> {
                outbox.tick();
                if (isIdle(state)) {
                    toldAtRest = true;
                    listener.atRest(self);
                }
                tellDesk(state);
                yield persist(state, decisions::due);
            }
        };
    }

    private static boolean isIdle(RunState state) {
        return !(state instanceof Started started) || started.at().idle();
    }

    private ReplyEffect<Event, RunState> start(RunState state, Start start) {
        ActorRef<Status> replyTo = start.replyTo();
        if (state instanceof Started started && !started.spec().equals(start.spec())) {
            String reason = runId + " was started with another specification; a run keeps the one it has";
            return Effect().reply(replyTo, RunStatus.refusing(runId, state, reason));
        }
        return told(replyTo, decisions.start(state, start.spec()));
    }

    private ReplyEffect<Event, RunState> control(
            RunState state, ActorRef<Status> replyTo, Function<Started, List<Event>> decide) {
        return switch (state) {
            case RunState.NotStarted none -> Effect().reply(replyTo, RunStatus.of(runId, none));
            case Started s -> told(replyTo, decide.apply(s));
        };
    }

    private ReplyEffect<Event, RunState> told(ActorRef<Status> replyTo, List<Event> events) {
        return Effect()
                .persist(events)
                .thenRun(this::tellDesk)
                .thenRun(this::sendDue)
                .thenReply(replyTo, now -> RunStatus.of(runId, now));
    }

    private ReplyEffect<Event, RunState> persist(RunState state, Function<Started, List<Event>> decide) {
        return switch (state) {
            case RunState.NotStarted none -> Effect().noReply();
            case Started s -> {
                List<Event> events = decide.apply(s);
                yield Effect()
                        .persist(events)
                        .thenRun(this::sendDue)
                        .thenRun(now -> tell(events))
                        .thenNoReply();
            }
        };
    }

    private void tell(List<Event> events) {
        for (Event event : events) {
            if (event instanceof IterationCompleted completed) {
                listener.completed(completed.report());
            }
        }
    }

    private void sendDue(RunState state) {
        if (state instanceof Started s) {
            outbox.due(Agenda.pending(s)).forEach(request -> dispatch.send(s.spec(), request));
        }
    }

    /** The desk remembers nothing when it moves, so it is told again with every tick. */
    private void tellDesk(RunState state) {
        if (state instanceof Started s) {
            desk.tell(s.at().idle() ? new WorkDesk.Withdraw(runId) : new WorkDesk.Standing(runId, s.share()));
        }
    }
}
