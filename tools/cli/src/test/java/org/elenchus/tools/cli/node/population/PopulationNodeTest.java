package org.elenchus.tools.cli.node.population;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.apache.pekko.Done;
import org.apache.pekko.actor.BootstrapSetup;
import org.apache.pekko.actor.setup.ActorSystemSetup;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.AskPattern;
import org.apache.pekko.persistence.typed.PersistenceId;
import org.apache.pekko.persistence.typed.javadsl.CommandHandler;
import org.apache.pekko.persistence.typed.javadsl.EventHandler;
import org.apache.pekko.persistence.typed.javadsl.EventSourcedBehavior;
import org.elenchus.cluster.EmbeddedCluster;
import org.elenchus.persistence.Credentials;
import org.elenchus.persistence.Database;
import org.elenchus.persistence.DatabaseFault;
import org.elenchus.persistence.JournalFill;
import org.elenchus.persistence.PostgresDatabase;
import org.elenchus.protocol.JournaledEvent;
import org.elenchus.tools.simulation.population.Population;
import org.elenchus.tools.simulation.population.Resident;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class PopulationNodeTest {
    private static final Population POPULATION = new Population(11, 2, 6, 120);
    private static final String ROWS =
            "SELECT \"deleted\", \"persistence_id\", \"sequence_number\", \"adapter_manifest\","
                    + " encode(\"event_payload\", 'hex'), \"event_ser_id\", \"event_ser_manifest\", \"meta_payload\" IS NULL,"
                    + " \"meta_ser_id\" IS NULL, \"meta_ser_manifest\" IS NULL"
                    + " FROM \"event_journal\" WHERE \"persistence_id\" NOT LIKE '/%' ORDER BY 2, 3";

    private static EmbeddedPostgres server;

    @BeforeAll
    static void start() throws Exception {
        server = EmbeddedPostgres.start();
    }

    @AfterAll
    static void end() throws Exception {
        server.close();
    }

    private static void run(String database, String statement) throws Exception {
        try (Connection connection = server.getDatabase("postgres", database).getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    /** A database of its own, initialised. */
    private static PostgresDatabase fresh(String name) throws Exception {
        run("postgres", "CREATE DATABASE " + name);
        PostgresDatabase database = PostgresDatabase.at(
                "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + name,
                Credentials.of(Map.of(Credentials.USER_VARIABLE, "postgres")),
                remark -> {});
        database.initialise();
        return database;
    }

    private static void fill(PostgresDatabase database) throws DatabaseFault, InterruptedException {
        List<Long> written = new ArrayList<>();
        try (JournalFill journal = JournalFill.open(database, ConfigFactory.defaultReference())) {
            journal.fill(
                    IntStream.range(0, POPULATION.size())
                            .mapToObj(POPULATION::resident)
                            .map(resident -> new JournalFill.History(resident.persistenceId(), resident.events()))
                            .iterator(),
                    written::add);
        }
        assertThat(written).containsExactly(POPULATION.events());
    }

    private static List<List<String>> rows(String database) throws Exception {
        List<List<String>> all = new ArrayList<>();
        try (Connection connection = server.getDatabase("postgres", database).getConnection();
                Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery(ROWS)) {
            while (rows.next()) {
                List<String> row = new ArrayList<>();
                for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                    row.add(rows.getString(column));
                }
                all.add(row);
            }
        }
        return all;
    }

    private static PopulationNode node(PostgresDatabase database) {
        return new PopulationNode(new PopulationNodeSettings(0, 0, "", POPULATION), new EmbeddedCluster(), database);
    }

    private static void stop(ActorSystem<?> system) throws Exception {
        system.terminate();
        system.getWhenTerminated().toCompletableFuture().get();
    }

    private static Question sweep(int patience) {
        return new Question.Sweep(POPULATION.size(), 5, 1, 0, 1, 8, patience);
    }

    @Test
    @Timeout(180)
    void a_filled_journal_has_the_rows_that_the_plugin_writes() throws Exception {
        try (PostgresDatabase filled = fresh("filled");
                PostgresDatabase journaled = fresh("journaled")) {
            fill(filled);
            ActorSystem<Teller.Tell> system = ActorSystem.create(
                    Teller.create(),
                    "journaling",
                    ActorSystemSetup.create(
                            BootstrapSetup.create(Database.config()
                                    .withFallback(ConfigFactory.defaultReference())
                                    .resolve()),
                            journaled.setup()));
            for (int number = 0; number < POPULATION.size(); number++) {
                Resident resident = POPULATION.resident(number);
                CompletionStage<Done> told = AskPattern.ask(
                        system,
                        replyTo -> new Teller.Tell(
                                PersistenceId.ofUniqueId(resident.persistenceId()), resident.events(), replyTo),
                        java.time.Duration.ofSeconds(60),
                        system.scheduler());
                told.toCompletableFuture().get();
            }
            stop(system);

            assertThat(rows("filled")).hasSize(120).isEqualTo(rows("journaled"));
        }
    }

    @Test
    @Timeout(180)
    void entities_recover_from_a_filled_journal_rest_and_recover_again() throws Exception {
        try (PostgresDatabase database = fresh("whole")) {
            fill(database);
            PopulationNode node = node(database);

            assertThat((Swept) node.answer(sweep(60)))
                    .matches(Swept::allRight)
                    .returns(8, Swept::right)
                    .returns(8, Swept::asked);
            assertThat(((ClusterView) node.answer(new Question.Look())).entities())
                    .isEqualTo(8);
            assertThat(node.answer(new Question.Rest())).isEqualTo(new Rested(8));
            assertThat(((ClusterView) node.answer(new Question.Look())).entities())
                    .isZero();
            assertThat(((Swept) node.answer(sweep(60))).right()).isEqualTo(8);
            assertThat(((Weight) node.answer(new Question.Weigh())).heapBytes()).isPositive();
            assertThat(rows("whole")).as("asking wrote nothing").hasSize(120);
            stop(node.system());
        }
    }

    @Test
    @Timeout(180)
    void an_entity_that_has_lost_events_is_found_out() throws Exception {
        try (PostgresDatabase database = fresh("damaged")) {
            fill(database);
            run("damaged", "DELETE FROM \"event_journal\" WHERE \"persistence_id\" LIKE '%skill-0'");
            run(
                    "damaged",
                    "DELETE FROM \"event_journal\" e WHERE \"persistence_id\" LIKE '%skill-1' AND \"sequence_number\" ="
                            + " (SELECT MAX(\"sequence_number\") FROM \"event_journal\" WHERE \"persistence_id\" ="
                            + " e.\"persistence_id\")");
            PopulationNode node = node(database);

            Swept swept = (Swept) node.answer(sweep(8));

            assertThat(swept.right()).isEqualTo(6);
            assertThat(swept.wrong()).isEqualTo(1);
            assertThat(swept.silent()).isEqualTo(1);
            assertThat(swept.repeated()).isPositive();
            assertThat(swept.faults())
                    .anyMatch(fault -> fault.contains("skill-0 did not answer for 8 s"))
                    .anyMatch(fault -> fault.contains("skill-1 answered"));
            stop(node.system());
        }
    }

    /** Persists what it is told under the name it is told. */
    private static final class Teller extends EventSourcedBehavior<JournaledEvent, JournaledEvent, Integer> {
        private final int events;
        private final ActorRef<Done> done;

        record Tell(PersistenceId id, List<? extends JournaledEvent> events, ActorRef<Done> done) {}

        private Teller(Tell tell) {
            super(tell.id());
            this.events = tell.events().size();
            this.done = tell.done();
        }

        static Behavior<Tell> create() {
            return org.apache.pekko.actor.typed.javadsl.Behaviors.receive((context, tell) -> {
                ActorRef<JournaledEvent> teller = context.spawnAnonymous(new Teller(tell));
                tell.events().forEach(teller::tell);
                return org.apache.pekko.actor.typed.javadsl.Behaviors.same();
            });
        }

        @Override
        public Integer emptyState() {
            return 0;
        }

        @Override
        public CommandHandler<JournaledEvent, JournaledEvent, Integer> commandHandler() {
            return (state, event) -> Effect().persist(event).thenRun((Integer persisted) -> {
                if (persisted == events) {
                    done.tell(Done.getInstance());
                }
            });
        }

        @Override
        public EventHandler<Integer, JournaledEvent> eventHandler() {
            return (state, event) -> state + 1;
        }
    }
}
