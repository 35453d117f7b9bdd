package org.elenchus.actors.repository;

import java.time.Duration;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.persistence.typed.PersistenceId;
import org.apache.pekko.persistence.typed.javadsl.CommandHandlerWithReply;
import org.apache.pekko.persistence.typed.javadsl.EventHandler;
import org.apache.pekko.persistence.typed.javadsl.EventSourcedBehaviorWithEnforcedReplies;
import org.apache.pekko.persistence.typed.javadsl.ReplyEffect;
import org.apache.pekko.persistence.typed.javadsl.RetentionCriteria;
import org.elenchus.actors.reply.History;
import org.elenchus.actors.reply.Waiters;
import org.elenchus.actors.slot.Work;
import org.elenchus.actors.slot.WorkDesk;
import org.elenchus.actors.slot.WorkResult;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.protocol.repository.RepositoryProtocol.Command;
import org.elenchus.protocol.repository.RepositoryProtocol.Event;
import org.elenchus.protocol.repository.RepositoryProtocol.PreparationRefused;
import org.elenchus.protocol.repository.RepositoryProtocol.Prepare;
import org.elenchus.protocol.repository.RepositoryProtocol.Reply;

/** The Repository entity: prepares one repository of a run, once, and remembers what was found. */
public final class RepositoryActor extends EventSourcedBehaviorWithEnforcedReplies<Command, Event, RepositoryState> {
    private static final String PREPARATION = "preparation";

    /** Long enough that what runs ask once more is not downloaded once more, short enough for a user who has mended what was wrong. */
    private static final Duration REFUSAL_STANDS = Duration.ofSeconds(30);

    private final ActorContext<Command> context;
    private final Duration refusalStands;
    private final String runId;
    private final ActorRef<WorkDesk.Command> desk;
    private final ActorRef<WorkResult> results;
    private final Waiters<Reply> waiters = new Waiters<>();
    private boolean refusedHere;

    private record Finished(WorkResult result) implements Command {}

    /** The refusal has stood long enough. */
    private record Forget() implements Command {}

    private RepositoryActor(
            PersistenceId id,
            String runId,
            ActorContext<Command> context,
            ActorRef<WorkDesk.Command> desk,
            Duration refusalStands) {
        super(id);
        this.context = context;
        this.refusalStands = refusalStands;
        this.runId = runId;
        this.desk = desk;
        this.results = context.messageAdapter(WorkResult.class, Finished::new);
    }

    public static Behavior<Command> create(PersistenceId id, String runId, ActorRef<WorkDesk.Command> desk) {
        return create(id, runId, desk, REFUSAL_STANDS);
    }

    /** @param refusalStands how long a refusal is answered from memory */
    public static Behavior<Command> create(
            PersistenceId id, String runId, ActorRef<WorkDesk.Command> desk, Duration refusalStands) {
        return Behaviors.setup(context -> new RepositoryActor(id, runId, context, desk, refusalStands));
    }

    @Override
    public RepositoryState emptyState() {
        return new RepositoryState.Unknown();
    }

    @Override
    public EventHandler<RepositoryState, Event> eventHandler() {
        return RepositoryState::apply;
    }

    @Override
    public RetentionCriteria retentionCriteria() {
        return History.KEPT;
    }

    @Override
    public CommandHandlerWithReply<Command, Event, RepositoryState> commandHandler() {
        return this::handle;
    }

    private ReplyEffect<Event, RepositoryState> handle(RepositoryState state, Command command) {
        return switch (command) {
            case Prepare prepare -> prepare(state, prepare);
            case Finished finished -> finished(state, finished.result());
            case Forget forget -> {
                refusedHere = false;
                yield Effect().noReply();
            }
            default -> throw new IllegalArgumentException("unknown command " + command);
        };
    }

    private ReplyEffect<Event, RepositoryState> prepare(RepositoryState state, Prepare prepare) {
        return switch (RepositoryDecisions.prepare(state, prepare.coordinate(), refusedHere)) {
            case RepositoryDecisions.Response.Answer answer ->
                Effect().none().thenReply(prepare.replyTo(), unchanged -> answer.reply());
            case RepositoryDecisions.Response.GoOn goOn -> {
                waiters.add(PREPARATION, prepare.replyTo());
                submit(state);
                yield Effect().noReply();
            }
            case RepositoryDecisions.Response.Begin begin -> {
                waiters.add(PREPARATION, prepare.replyTo());
                yield Effect().persist(begin.intent()).thenRun(this::submit).thenNoReply();
            }
        };
    }

    /** The desk does not start work of one id twice, so it may be told of it whenever someone asks. */
    private void submit(RepositoryState state) {
        if (state instanceof RepositoryState.Preparing preparing) {
            Work work = new Work.PrepareRepository(workId(preparing), preparing.coordinate());
            desk.tell(new WorkDesk.Submit(runId, work, results));
        }
    }

    private String workId(RepositoryState.Preparing preparing) {
        return persistenceId().id() + "|" + preparing.attempt();
    }

    private ReplyEffect<Event, RepositoryState> finished(RepositoryState state, WorkResult result) {
        if (!(state instanceof RepositoryState.Preparing preparing)
                || !result.id().equals(workId(preparing))) {
            return Effect().noReply();
        }
        Event event = RepositoryDecisions.conclude(preparing.coordinate(), result);
        refusedHere = event instanceof PreparationRefused;
        if (refusedHere) {
            context.scheduleOnce(refusalStands, context.getSelf(), new Forget());
        }
        return Effect()
                .persist(event)
                .thenRun(concluded -> answer(preparing.coordinate(), concluded))
                .thenNoReply();
    }

    private void answer(RepositoryCoordinate coordinate, RepositoryState state) {
        if (RepositoryDecisions.prepare(state, coordinate, refusedHere)
                instanceof RepositoryDecisions.Response.Answer answer) {
            waiters.answer(PREPARATION, answer.reply());
        }
    }
}
