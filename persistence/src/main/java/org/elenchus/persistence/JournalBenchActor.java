package org.elenchus.persistence;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.Terminated;
import org.apache.pekko.actor.typed.javadsl.AbstractBehavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.Receive;
import org.apache.pekko.persistence.typed.PersistenceId;
import org.apache.pekko.persistence.typed.RecoveryCompleted;
import org.apache.pekko.persistence.typed.javadsl.CommandHandler;
import org.apache.pekko.persistence.typed.javadsl.EventHandler;
import org.apache.pekko.persistence.typed.javadsl.EventSourcedBehavior;
import org.apache.pekko.persistence.typed.javadsl.SignalHandler;
import org.elenchus.protocol.run.EvolutionRunProtocol;
import org.elenchus.protocol.run.Phase;

/** Has a load's entities persist its events; the clock runs from when all have recovered until all have been acknowledged. */
final class JournalBenchActor extends AbstractBehavior<JournalBenchActor.Command> {
    private JournalLoad load = new JournalLoad(1, 1, 1);
    private CompletableFuture<Long> done = new CompletableFuture<>();
    private final List<ActorRef<Loaded.Next>> entities = new ArrayList<>();
    private int ready;
    private int finished;
    private long since;

    sealed interface Command {}

    /** @param done gets the nanoseconds it took */
    record Begin(JournalLoad load, String prefix, CompletableFuture<Long> done) implements Command {}

    private record Ready() implements Command {}

    private record Finished() implements Command {}

    private JournalBenchActor(ActorContext<Command> context) {
        super(context);
    }

    static Behavior<Command> create() {
        return Behaviors.setup(JournalBenchActor::new);
    }

    @Override
    public Receive<Command> createReceive() {
        return newReceiveBuilder()
                .onMessage(Begin.class, this::begin)
                .onMessage(Ready.class, message -> ready())
                .onMessage(Finished.class, message -> finished())
                .onSignal(Terminated.class, this::stopped)
                .build();
    }

    private Behavior<Command> begin(Begin begin) {
        load = begin.load();
        done = begin.done();
        ready = 0;
        finished = 0;
        for (int i = 0; i < load.entities(); i++) {
            String id = begin.prefix() + "|" + i;
            ActorRef<Loaded.Next> entity =
                    getContext().spawn(Loaded.create(id, load, getContext().getSelf()), id.replace('|', '-'));
            getContext().watch(entity);
            entities.add(entity);
        }
        return this;
    }

    private Behavior<Command> ready() {
        ready++;
        if (ready == load.entities()) {
            since = System.nanoTime();
            entities.forEach(entity -> entity.tell(Loaded.Next.NEXT));
        }
        return this;
    }

    private Behavior<Command> finished() {
        finished++;
        if (finished == load.entities()) {
            done.complete(System.nanoTime() - since);
            entities.forEach(getContext()::stop);
            entities.clear();
        }
        return this;
    }

    /** An entity ends when it has finished, or when the journal has failed it; the log tells how. */
    private Behavior<Command> stopped(Terminated entity) {
        if (entity instanceof org.apache.pekko.actor.typed.ChildFailed failed) {
            done.completeExceptionally(failed.getCause());
        }
        return this;
    }

    /** Persists its commands one after another. */
    private static final class Loaded extends EventSourcedBehavior<Loaded.Next, EvolutionRunProtocol.Event, Integer> {
        private final JournalLoad load;
        private final ActorRef<Command> counter;
        private final ActorContext<Next> context;

        enum Next {
            NEXT
        }

        private Loaded(String id, JournalLoad load, ActorRef<Command> counter, ActorContext<Next> context) {
            super(PersistenceId.ofUniqueId(id));
            this.load = load;
            this.counter = counter;
            this.context = context;
        }

        static Behavior<Next> create(String id, JournalLoad load, ActorRef<Command> counter) {
            return Behaviors.setup(context -> new Loaded(id, load, counter, context));
        }

        @Override
        public Integer emptyState() {
            return 0;
        }

        @Override
        public CommandHandler<Next, EvolutionRunProtocol.Event, Integer> commandHandler() {
            return (state, next) -> {
                List<EvolutionRunProtocol.PhaseEntered> events = IntStream.range(0, load.eventsPerCommand())
                        .mapToObj(i -> new EvolutionRunProtocol.PhaseEntered(Phase.SCORING, state + i, 0))
                        .toList();
                return Effect()
                        .persist(List.<EvolutionRunProtocol.Event>copyOf(events))
                        .thenRun(this::acknowledged);
            };
        }

        private void acknowledged(Integer persisted) {
            if (persisted < load.eventsPerCommand() * load.commands()) {
                context.getSelf().tell(Next.NEXT);
            } else {
                counter.tell(new Finished());
            }
        }

        @Override
        public EventHandler<Integer, EvolutionRunProtocol.Event> eventHandler() {
            return (state, event) -> state + 1;
        }

        @Override
        public SignalHandler<Integer> signalHandler() {
            return newSignalHandlerBuilder()
                    .onSignal(RecoveryCompleted.instance(), state -> counter.tell(new Ready()))
                    .build();
        }
    }
}
