package org.elenchus.persistence;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntConsumer;
import org.apache.pekko.actor.BootstrapSetup;
import org.apache.pekko.actor.setup.ActorSystemSetup;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.persistence.typed.PersistenceId;
import org.apache.pekko.persistence.typed.RecoveryCompleted;
import org.apache.pekko.persistence.typed.javadsl.CommandHandler;
import org.apache.pekko.persistence.typed.javadsl.EventHandler;
import org.apache.pekko.persistence.typed.javadsl.EventSourcedBehavior;
import org.apache.pekko.persistence.typed.javadsl.SignalHandler;
import org.elenchus.protocol.run.EvolutionRunProtocol;

/** A process of its own that journals events one after another and says the number of each once it is acknowledged. */
final class JournalingProcess {
    static final String SERIALISATION = """
            pekko.actor.serializers.run-event = "org.apache.pekko.serialization.jackson.JacksonJsonSerializer"
            pekko.actor.serialization-identifiers.run-event = 7301
            pekko.actor.serialization-bindings."org.elenchus.protocol.run.EvolutionRunProtocol$Event" = run-event
            pekko.serialization.jackson.run-event {
              type-in-manifest = off
              deserialization-type = "org.elenchus.protocol.run.EvolutionRunProtocol$Event"
            }
            pekko.loglevel = WARNING
            """;

    /** Held for as long as the process lives. */
    private static DataFolder folder;

    private JournalingProcess() {}

    /** @param args data folder, number of events */
    public static void main(String[] args) throws StorageFault {
        folder = DataFolder.claim(Path.of(args[0]));
        Database database = EmbeddedDatabase.in(Path.of(args[0]));
        database.initialise();
        tell(start(database, number -> System.out.println("acknowledged " + number)), Integer.parseInt(args[1]));
    }

    /** Journals as many events in this process, waits until all are acknowledged, and ends the actor system. */
    static void journal(Database database, int events) throws Exception {
        journal(database, events, Database.config());
    }

    /** As above, with other settings of the journal. */
    static void journal(Database database, int events, Config settings) throws Exception {
        journal(database, events, settings, recovered -> {});
    }

    /** As above. @param recovered told how many events were there before */
    static void journal(Database database, int events, Config settings, IntConsumer recovered) throws Exception {
        CountDownLatch acknowledged = new CountDownLatch(events);
        ActorSystem<Integer> system = start(database, number -> acknowledged.countDown(), settings, recovered);
        tell(system, events);
        acknowledged.await();
        system.terminate();
        system.getWhenTerminated().toCompletableFuture().get();
    }

    static ActorSystem<Integer> start(Database database, IntConsumer acknowledge) {
        return start(database, acknowledge, Database.config(), recovered -> {});
    }

    private static ActorSystem<Integer> start(
            Database database, IntConsumer acknowledge, Config settings, IntConsumer recovered) {
        Config config = settings.withFallback(application());
        return ActorSystem.create(
                new Counter(acknowledge, recovered),
                "journaling",
                ActorSystemSetup.create(BootstrapSetup.create(config), database.setup()));
    }

    static Config application() {
        return ConfigFactory.parseString(SERIALISATION).withFallback(ConfigFactory.load());
    }

    static void tell(ActorSystem<Integer> system, int events) {
        for (int i = 1; i <= events; i++) {
            system.tell(i);
        }
    }

    /** Journals one event per number it is told. */
    private static final class Counter extends EventSourcedBehavior<Integer, EvolutionRunProtocol.Event, Integer> {
        private final IntConsumer acknowledge;
        private final IntConsumer recovered;

        Counter(IntConsumer acknowledge, IntConsumer recovered) {
            super(PersistenceId.of("EvolutionRun", "run-000000000000"));
            this.acknowledge = acknowledge;
            this.recovered = recovered;
        }

        @Override
        public Integer emptyState() {
            return 0;
        }

        @Override
        public CommandHandler<Integer, EvolutionRunProtocol.Event, Integer> commandHandler() {
            return (state, number) -> Effect()
                    .persist(new EvolutionRunProtocol.RunFailed("event " + number))
                    .thenRun(() -> acknowledge.accept(number));
        }

        @Override
        public EventHandler<Integer, EvolutionRunProtocol.Event> eventHandler() {
            return (state, event) -> state + 1;
        }

        @Override
        public SignalHandler<Integer> signalHandler() {
            return newSignalHandlerBuilder()
                    .onSignal(RecoveryCompleted.instance(), state -> recovered.accept(state))
                    .build();
        }
    }
}
