package org.elenchus.persistence;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.nio.file.Path;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.persistence.typed.PersistenceId;
import org.apache.pekko.persistence.typed.javadsl.CommandHandler;
import org.apache.pekko.persistence.typed.javadsl.EventHandler;
import org.apache.pekko.persistence.typed.javadsl.EventSourcedBehavior;
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
    public static void main(String[] args) throws DataFolderFault {
        Path data = Path.of(args[0]);
        int count = Integer.parseInt(args[1]);
        folder = DataFolder.claim(data);
        EmbeddedJournal.initialise(folder);
        Config config = EmbeddedJournal.config(data)
                .withFallback(ConfigFactory.parseString(SERIALISATION))
                .withFallback(ConfigFactory.load());
        ActorSystem<Integer> system = ActorSystem.create(new Counter(), "journaling", config);
        for (int i = 1; i <= count; i++) {
            system.tell(i);
        }
    }

    /** Journals one event per number it is told. */
    private static final class Counter extends EventSourcedBehavior<Integer, EvolutionRunProtocol.Event, Integer> {
        Counter() {
            super(PersistenceId.of("EvolutionRun", "run-000000000000"));
        }

        @Override
        public Integer emptyState() {
            return 0;
        }

        @Override
        public CommandHandler<Integer, EvolutionRunProtocol.Event, Integer> commandHandler() {
            return (state, number) -> Effect()
                    .persist(new EvolutionRunProtocol.RunFailed("event " + number))
                    .thenRun(() -> System.out.println("acknowledged " + number));
        }

        @Override
        public EventHandler<Integer, EvolutionRunProtocol.Event> eventHandler() {
            return (state, event) -> state + 1;
        }
    }
}
