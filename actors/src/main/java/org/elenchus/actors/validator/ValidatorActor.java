package org.elenchus.actors.validator;

import java.util.List;
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
import org.elenchus.protocol.task.CandidateRef;
import org.elenchus.protocol.task.Verdict;
import org.elenchus.protocol.validator.ValidatorProtocol.CandidateJudged;
import org.elenchus.protocol.validator.ValidatorProtocol.Command;
import org.elenchus.protocol.validator.ValidatorProtocol.Event;
import org.elenchus.protocol.validator.ValidatorProtocol.Judge;
import org.elenchus.protocol.validator.ValidatorProtocol.Judged;
import org.elenchus.protocol.validator.ValidatorProtocol.Reply;

/**
 * The Validator entity of one repository. A batch asked for again is answered with the verdicts there are, and the missing ones are
 * resumed.
 */
public final class ValidatorActor extends EventSourcedBehaviorWithEnforcedReplies<Command, Event, ValidatorState> {
    private final String runId;
    private final ActorRef<WorkDesk.Command> desk;
    private final ActorRef<WorkResult> results;
    private final Waiters<Reply> waiters = new Waiters<>();

    private record Finished(WorkResult result) implements Command {}

    private ValidatorActor(
            PersistenceId id, String runId, ActorContext<Command> context, ActorRef<WorkDesk.Command> desk) {
        super(id);
        this.runId = runId;
        this.desk = desk;
        this.results = context.messageAdapter(WorkResult.class, Finished::new);
    }

    public static Behavior<Command> create(PersistenceId id, String runId, ActorRef<WorkDesk.Command> desk) {
        return Behaviors.setup(context -> new ValidatorActor(id, runId, context, desk));
    }

    @Override
    public ValidatorState emptyState() {
        return ValidatorState.EMPTY;
    }

    @Override
    public EventHandler<ValidatorState, Event> eventHandler() {
        return ValidatorState::apply;
    }

    @Override
    public RetentionCriteria retentionCriteria() {
        return History.KEPT;
    }

    @Override
    public CommandHandlerWithReply<Command, Event, ValidatorState> commandHandler() {
        return this::handle;
    }

    private ReplyEffect<Event, ValidatorState> handle(ValidatorState state, Command command) {
        return switch (command) {
            case Judge judge -> judge(state, judge);
            case Finished finished -> finished(state, finished.result());
            default -> throw new IllegalArgumentException("unknown command " + command);
        };
    }

    private ReplyEffect<Event, ValidatorState> judge(ValidatorState state, Judge judge) {
        List<Event> events = ValidatorDecisions.receive(state, judge.batchId(), judge.candidates());
        return Effect()
                .persist(events)
                .thenRun((ValidatorState received) -> proceed(received, judge))
                .thenNoReply();
    }

    /** Tells the verdicts there are and has the others made. */
    private void proceed(ValidatorState state, Judge judge) {
        ValidatorState.Batch batch = state.batch(judge.batchId()).orElseThrow();
        batch.verdicts().values().forEach(verdict -> judge.replyTo().tell(new Judged(judge.batchId(), verdict)));
        if (!batch.open().isEmpty()) {
            waiters.add(judge.batchId(), judge.replyTo());
        }
        for (CandidateRef open : batch.open()) {
            Work work = new Work.JudgeCandidate(workId(open.id()), open.id(), open.artifact());
            desk.tell(new WorkDesk.Submit(runId, work, results));
        }
    }

    private String workId(String candidate) {
        return persistenceId().id() + "|" + candidate;
    }

    private ReplyEffect<Event, ValidatorState> finished(ValidatorState state, WorkResult result) {
        String candidate = result.id().substring(workId("").length());
        return state.awaiting(candidate)
                .map(batchId -> judged(batchId, ValidatorDecisions.conclude(candidate, result)))
                .orElseGet(() -> Effect().noReply());
    }

    private ReplyEffect<Event, ValidatorState> judged(String batchId, Verdict verdict) {
        return Effect()
                .persist(new CandidateJudged(batchId, verdict))
                .thenRun((ValidatorState state) -> {
                    waiters.tell(batchId, new Judged(batchId, verdict));
                    if (state.batch(batchId).orElseThrow().open().isEmpty()) {
                        waiters.forget(batchId);
                    }
                })
                .thenNoReply();
    }
}
