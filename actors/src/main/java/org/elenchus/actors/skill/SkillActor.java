package org.elenchus.actors.skill;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
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
import org.elenchus.actors.reply.Retries;
import org.elenchus.actors.reply.Waiters;
import org.elenchus.actors.slot.Workbench;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.protocol.skill.Skill;
import org.elenchus.protocol.skill.SkillId;
import org.elenchus.protocol.skill.SkillProtocol;
import org.elenchus.protocol.skill.SkillProtocol.Command;
import org.elenchus.protocol.skill.SkillProtocol.Event;
import org.elenchus.protocol.skill.SkillProtocol.ObserveTraces;
import org.elenchus.protocol.skill.SkillProtocol.Propose;
import org.elenchus.protocol.skill.SkillProtocol.RecordOutcomes;
import org.elenchus.protocol.skill.SkillProtocol.Recorded;
import org.elenchus.protocol.skill.SkillProtocol.Reply;

/** The Skill entity: evolves on trace messages and has its TaskGenerator children write tasks, one child per repository. */
public final class SkillActor extends EventSourcedBehaviorWithEnforcedReplies<Command, Event, SkillState> {
    private final ActorContext<Command> context;
    private final SkillId skill;
    private final Workbench workbench;
    private final ActorRef<TaskGenerator.Result> generated;
    private final Waiters<Reply> waiters = new Waiters<>();

    private final Retries retries = new Retries();

    /** A proposal that failed, after a pause. */
    private record TryAgain(TaskGenerator.Generate generate) implements Command {}

    private record GeneratorAnswered(TaskGenerator.Result result) implements Command {}

    private SkillActor(PersistenceId id, ActorContext<Command> context, SkillId skill, Workbench workbench) {
        super(id);
        this.context = context;
        this.skill = skill;
        this.workbench = workbench;
        this.generated = context.messageAdapter(TaskGenerator.Result.class, GeneratorAnswered::new);
    }

    public static Behavior<Command> create(PersistenceId id, SkillId skill, Workbench workbench) {
        return Behaviors.setup(context -> new SkillActor(id, context, skill, workbench));
    }

    @Override
    public SkillState emptyState() {
        return SkillState.EMPTY;
    }

    @Override
    public EventHandler<SkillState, Event> eventHandler() {
        return SkillState::apply;
    }

    @Override
    public RetentionCriteria retentionCriteria() {
        return History.KEPT;
    }

    @Override
    public CommandHandlerWithReply<Command, Event, SkillState> commandHandler() {
        return this::handle;
    }

    private ReplyEffect<Event, SkillState> handle(SkillState state, Command command) {
        return switch (command) {
            case ObserveTraces observe -> observe(state, observe);
            case Propose propose -> propose(state, propose);
            case RecordOutcomes outcomes ->
                Effect()
                        .persist(SkillDecisions.record(state, outcomes))
                        .thenReply(outcomes.replyTo(), recorded -> new Recorded(outcomes.requestId(), skill));
            case TryAgain again -> {
                generate(again.generate());
                yield Effect().noReply();
            }
            case GeneratorAnswered answered -> answered(state, answered.result());
            default -> throw new IllegalArgumentException("unknown command " + command);
        };
    }

    private ReplyEffect<Event, SkillState> observe(SkillState state, ObserveTraces observe) {
        List<Event> events =
                SkillDecisions.observe(skill, state, observe).stream().toList();
        return Effect()
                .persist(events)
                .thenReply(
                        observe.replyTo(),
                        after -> SkillDecisions.observed(skill, after, observe.requestId())
                                .orElseThrow());
    }

    private ReplyEffect<Event, SkillState> propose(SkillState state, Propose propose) {
        String id = propose.requestId();
        Optional<? extends Reply> known = SkillDecisions.proposed(skill, state, id);
        if (known.isPresent()) {
            return Effect().none().thenReply(propose.replyTo(), unchanged -> known.get());
        }
        Optional<Skill> guide = SkillDecisions.guide(skill, state);
        if (guide.isEmpty()) {
            Reply refusal = new SkillProtocol.Failed(id, "skill " + skill + " has seen no traces and cannot guide");
            return Effect().none().thenReply(propose.replyTo(), unchanged -> refusal);
        }
        boolean first = waiters.add(id, propose.replyTo());
        return Effect()
                .persist(SkillDecisions.request(state, propose))
                .thenRun((SkillState requested) -> {
                    if (first) {
                        start(requested, propose, guide.get());
                    }
                })
                .thenNoReply();
    }

    private void start(SkillState state, Propose propose, Skill guide) {
        Optional.ofNullable(state.requests().get(propose.requestId()))
                .map(SkillState.Request::intent)
                .ifPresent(intent -> generate(new TaskGenerator.Generate(intent, guide, propose.seed(), generated)));
    }

    private void generate(TaskGenerator.Generate generate) {
        generator(generate.request().repository()).tell(generate);
    }

    private ActorRef<TaskGenerator.Generate> generator(RepositoryCoordinate repository) {
        String name = "generator-" + Digest.of(repository.value()).brief();
        return context.getChild(name)
                .map(ActorRef<Void>::<TaskGenerator.Generate>unsafeUpcast)
                .orElseGet(() -> context.spawn(TaskGenerator.create(workbench), name));
    }

    private ReplyEffect<Event, SkillState> answered(SkillState state, TaskGenerator.Result result) {
        return switch (result) {
            case TaskGenerator.Result.Generated done -> {
                String id = done.proposed().requestId();
                retries.succeeded(id);
                if (SkillDecisions.proposed(skill, state, id).isPresent()) {
                    yield Effect().noReply();
                }
                yield Effect()
                        .persist(done.proposed())
                        .thenRun((SkillState after) -> waiters.answer(
                                id, SkillDecisions.proposed(skill, after, id).orElseThrow()))
                        .thenNoReply();
            }
            case TaskGenerator.Result.Failed failed -> {
                failed(failed.generate(), failed.failure());
                yield Effect().noReply();
            }
        };
    }

    /** The intent is journaled, its answer is not; it is tried again a few times, then given up. */
    private void failed(TaskGenerator.Generate generate, Throwable failure) {
        String id = generate.request().requestId();
        Optional<Duration> pause = retries.failed(id);
        context.getLog().error("{} failed; {}", id, pause.isPresent() ? "trying again" : "given up", failure);
        if (pause.isPresent()) {
            context.scheduleOnce(pause.get(), context.getSelf(), new TryAgain(generate));
        } else {
            waiters.answer(id, new SkillProtocol.Failed(id, Retries.reason(failure)));
        }
    }
}
