package org.elenchus.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pekko.actor.BootstrapSetup;
import org.apache.pekko.actor.setup.ActorSystemSetup;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Props;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.persistence.typed.PersistenceId;
import org.apache.pekko.persistence.typed.RecoveryCompleted;
import org.apache.pekko.persistence.typed.RecoveryFailed;
import org.apache.pekko.persistence.typed.SnapshotCompleted;
import org.apache.pekko.persistence.typed.javadsl.CommandHandler;
import org.apache.pekko.persistence.typed.javadsl.EventHandler;
import org.apache.pekko.persistence.typed.javadsl.EventSourcedBehavior;
import org.apache.pekko.persistence.typed.javadsl.RetentionCriteria;
import org.apache.pekko.persistence.typed.javadsl.SignalHandler;
import org.elenchus.protocol.run.EvolutionRunProtocol.Event;
import org.elenchus.protocol.run.EvolutionRunProtocol.RunFailed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class PlainRecoveryTest {
    private static final int ENTITIES = 70;
    private static final int PORTION = 7;
    private static final int SNAPSHOT_EVERY = 10;
    private static final Config SMALL_PORTIONS = ConfigFactory.parseString("jdbc-journal.replayBatchSize = " + PORTION);

    private final String name = PostgresServer.fresh();
    private final Map<Integer, String> recovered = new ConcurrentHashMap<>();
    private final Map<Integer, Integer> replayed = new ConcurrentHashMap<>();

    /** Some have no events, some fit a portion, some are longer, some have snapshots and some of these nothing after them. */
    private static int events(int entity) {
        return entity % 23;
    }

    private static String told(int entity, int events) {
        return IntStream.rangeClosed(1, events).mapToObj(i -> entity + ":" + i).collect(Collectors.joining(" "));
    }

    private static Map<Integer, String> all() {
        return IntStream.range(0, ENTITIES)
                .boxed()
                .collect(Collectors.toMap(i -> i, i -> told(i, events(i)), (a, b) -> a, TreeMap::new));
    }

    @Test
    void entities_that_recover_together_get_their_own_events_each_and_no_others() throws Exception {
        live(SMALL_PORTIONS, true);
        live(SMALL_PORTIONS, false);
        assertThat(new TreeMap<>(recovered)).isEqualTo(all());

        live(ConfigFactory.empty(), false);
        assertThat(new TreeMap<>(recovered)).isEqualTo(all());
    }

    @Test
    void what_is_in_a_snapshot_is_not_replayed() throws Exception {
        live(ConfigFactory.empty(), true);
        live(ConfigFactory.empty(), false);
        assertThat(new TreeMap<>(replayed))
                .isEqualTo(IntStream.range(0, ENTITIES)
                        .boxed()
                        .filter(i -> events(i) % SNAPSHOT_EVERY > 0)
                        .collect(Collectors.toMap(i -> i, i -> events(i) % SNAPSHOT_EVERY, (a, b) -> a, TreeMap::new)));
    }

    @Test
    void an_event_that_cannot_be_read_fails_its_own_entity_alone() throws Exception {
        live(ConfigFactory.empty(), true);
        PostgresServer.run(
                name,
                "UPDATE \"event_journal\" SET \"event_payload\" = 'no event' WHERE \"persistence_id\" = 'X|5' AND"
                        + " \"sequence_number\" = 3");
        live(ConfigFactory.empty(), false);
        Map<Integer, String> expected = all();
        expected.put(5, "failed");
        assertThat(new TreeMap<>(recovered)).isEqualTo(expected);
    }

    /** Has all recover at the same time, and persist their events where they are to. */
    private void live(Config settings, boolean persist) throws Exception {
        recovered.clear();
        replayed.clear();
        try (PostgresDatabase database =
                PostgresDatabase.at(PostgresServer.url(name), new Credentials("postgres", ""), remark -> {})) {
            database.initialise();
            Config config = settings.withFallback(Database.config()).withFallback(JournalingProcess.application());
            ActorSystem<Void> system = ActorSystem.create(
                    Behaviors.empty(),
                    "recovering",
                    ActorSystemSetup.create(BootstrapSetup.create(config), database.setup()));
            CountDownLatch done = new CountDownLatch(ENTITIES);
            for (int i = 0; i < ENTITIES; i++) {
                int events = persist ? events(i) : 0;
                var entity = system.systemActorOf(new Entity(i, events, done), "x-" + i, Props.empty());
                IntStream.rangeClosed(1, events).forEach(entity::tell);
            }
            done.await();
            system.terminate();
            system.getWhenTerminated().toCompletableFuture().get();
        }
    }

    /** Persists an event for each number it is told, and remembers them all. */
    private final class Entity extends EventSourcedBehavior<Integer, Event, String> {
        private final int number;
        private final CountDownLatch done;
        private int awaited;
        private boolean alive;

        /** @param events that it is going to persist */
        Entity(int number, int events, CountDownLatch done) {
            super(PersistenceId.ofUniqueId("X|" + number));
            this.number = number;
            this.done = done;
            this.awaited = 1 + events + events / SNAPSHOT_EVERY;
        }

        @Override
        public String emptyState() {
            return "";
        }

        @Override
        public CommandHandler<Integer, Event, String> commandHandler() {
            return (state, event) ->
                    Effect().persist(new RunFailed(number + ":" + event)).thenRun(this::oneLess);
        }

        @Override
        public EventHandler<String, Event> eventHandler() {
            return (state, event) -> {
                if (!alive) {
                    replayed.merge(number, 1, Integer::sum);
                }
                String reason = ((RunFailed) event).reason();
                return state.isEmpty() ? reason : state + " " + reason;
            };
        }

        @Override
        public RetentionCriteria retentionCriteria() {
            return RetentionCriteria.snapshotEvery(SNAPSHOT_EVERY, 2);
        }

        @Override
        public SignalHandler<String> signalHandler() {
            return newSignalHandlerBuilder()
                    .onSignal(RecoveryCompleted.instance(), state -> {
                        alive = true;
                        recovered.put(number, state);
                        oneLess();
                    })
                    .onSignal(SnapshotCompleted.class, (state, taken) -> oneLess())
                    .onSignal(RecoveryFailed.class, (state, failed) -> {
                        // Told twice where the failure is seen by both the replay and its future.
                        if (recovered.putIfAbsent(number, "failed") == null) {
                            done.countDown();
                        }
                    })
                    .build();
        }

        private void oneLess() {
            awaited--;
            if (awaited == 0) {
                done.countDown();
            }
        }
    }
}
