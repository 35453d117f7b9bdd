package org.elenchus.persistence;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.LongConsumer;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.BootstrapSetup;
import org.apache.pekko.persistence.jdbc.PekkoSerialization;
import org.apache.pekko.serialization.Serialization;
import org.apache.pekko.serialization.SerializationExtension;
import org.elenchus.protocol.JournaledEvent;

/**
 * Writes whole histories into an empty journal, for measurements. Each row is what the journal plugin would have written for the event:
 * the plugin's own serialisation makes it. Rows travel by JDBC batches, without entities.
 */
public final class JournalFill implements AutoCloseable {
    private static final Config QUIET = ConfigFactory.parseString("""
            pekko.actor.provider = local
            pekko.loglevel = WARNING
            pekko.loggers = ["org.apache.pekko.event.slf4j.Slf4jLogger"]
            pekko.logging-filter = "org.apache.pekko.event.slf4j.Slf4jLoggingFilter"
            """);

    private static final int PORTION = 20_000;
    private static final int ROWS_PER_TRANSACTION = 400;
    private static final String NO_ADAPTER = "";

    private final PostgresDatabase database;
    private final RawRows rows;
    private final ActorSystem system;
    private final Serialization serialization;
    private final String writer = UUID.randomUUID().toString();

    private JournalFill(PostgresDatabase database, Config application) {
        this.database = database;
        this.rows = new RawRows(database.pool());
        this.system = ActorSystem.create(
                "journal-fill",
                BootstrapSetup.create(QUIET.withFallback(application).resolve()));
        this.serialization = SerializationExtension.get(system);
    }

    /** All events of an entity that has none yet, oldest first. */
    public record History(String persistenceId, List<? extends JournaledEvent> events) {
        public History {
            events = List.copyOf(events);
        }
    }

    /** @param database initialised; stays open @param application how events are serialised */
    public static JournalFill open(PostgresDatabase database, Config application) {
        return new JournalFill(database, application);
    }

    /** Writes them, and has the server count what it holds now, as it does by itself after a while. @param written hears how many events are in */
    public void fill(Iterator<History> histories, LongConsumer written) throws DatabaseFault, InterruptedException {
        long done = 0;
        List<RawRows.Row> portion = new ArrayList<>();
        while (histories.hasNext()) {
            serialise(histories.next(), portion);
            if (portion.size() >= PORTION || !histories.hasNext()) {
                insert(portion);
                done += portion.size();
                written.accept(done);
                portion.clear();
            }
        }
        analyse();
    }

    private void serialise(History history, List<RawRows.Row> into) {
        long number = 0;
        for (JournaledEvent event : history.events()) {
            number++;
            var serialised = PekkoSerialization.serialize(serialization, event).get();
            into.add(new RawRows.Row(
                    history.persistenceId(),
                    number,
                    writer,
                    System.currentTimeMillis(),
                    NO_ADAPTER,
                    serialised.payload(),
                    serialised.serId(),
                    serialised.serManifest()));
        }
    }

    private void insert(List<RawRows.Row> portion) throws DatabaseFault, InterruptedException {
        try {
            rows.insert(portion, "", rows.connections(), ROWS_PER_TRANSACTION);
        } catch (SQLException e) {
            throw database.faultOf(e);
        } catch (ExecutionException e) {
            throw database.faultOf(e.getCause() instanceof SQLException cause ? cause : new SQLException(e.getCause()));
        }
    }

    private void analyse() throws DatabaseFault {
        try (Connection connection = database.pool().borrow();
                Statement statement = connection.createStatement()) {
            statement.execute("ANALYZE \"event_journal\"");
        } catch (SQLException e) {
            throw database.faultOf(e);
        }
    }

    @Override
    public void close() {
        system.terminate();
        system.getWhenTerminated().toCompletableFuture().join();
    }
}
