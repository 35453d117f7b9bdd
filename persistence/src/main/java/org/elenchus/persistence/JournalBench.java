package org.elenchus.persistence;

import com.sun.management.OperatingSystemMXBean;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.apache.pekko.actor.BootstrapSetup;
import org.apache.pekko.actor.setup.ActorSystemSetup;
import org.apache.pekko.actor.typed.ActorSystem;

/**
 * Measures how fast entities persist events, and how fast the very same rows are inserted without them. What it writes bears its own name and
 * is removed again.
 */
public final class JournalBench implements AutoCloseable {
    private static final Config QUIET = ConfigFactory.parseString("""
            pekko.loglevel = WARNING
            pekko.loggers = ["org.apache.pekko.event.slf4j.Slf4jLogger"]
            pekko.logging-filter = "org.apache.pekko.event.slf4j.Slf4jLoggingFilter"
            """);

    private static final String NAME = "bench";
    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final Database database;
    private final RawRows rows;
    private final ActorSystem<JournalBenchActor.Command> system;

    /** What the journal writes in one transaction at most. */
    private final int largestBatch;

    private int rounds;

    /**
     * Events per second, durable.
     *
     * @param events found in the journal afterwards
     * @param journalMicros processor time of this process per event; the database's own comes on top
     * @param rowMicros processor time of this process per row
     * @param connections that inserted the rows, in transactions of {@code batch} rows
     */
    public record Round(
            int events,
            double journal,
            double rows,
            double journalMicros,
            double rowMicros,
            int connections,
            int batch) {
        public double ratio() {
            return journal / rows;
        }
    }

    private JournalBench(Database database, Config application) {
        this.database = database;
        ConnectionPool pool = switch (database) {
            case EmbeddedDatabase embedded -> embedded.pool();
            case PostgresDatabase postgres -> postgres.pool();
        };
        this.rows = new RawRows(pool);
        Config config = ConfigFactory.systemProperties()
                .withFallback(Database.config())
                .withFallback(QUIET)
                .withFallback(application)
                .resolve();
        this.system = ActorSystem.create(
                JournalBenchActor.create(),
                "journal-bench",
                ActorSystemSetup.create(BootstrapSetup.create(config), database.setup()));
        this.largestBatch = system.settings().config().getInt("jdbc-journal.batchSize");
    }

    /**
     * Begins, and removes what a measurement that was killed has left. One at a time on one database.
     *
     * @param database initialised
     * @param application how events are serialised
     */
    public static JournalBench open(Database database, Config application) throws StorageFault {
        JournalBench bench = new JournalBench(database, application);
        bench.remove();
        return bench;
    }

    /** Loads the journal once, then inserts its rows again under other ids. */
    public Round round(JournalLoad load) throws StorageFault, InterruptedException {
        String prefix = NAME + "-" + rounds++;
        try {
            CompletableFuture<Long> done = new CompletableFuture<>();
            long began = SYSTEM.getProcessCpuTime();
            system.tell(new JournalBenchActor.Begin(load, prefix, done));
            double journal = perSecond(load, done.get());
            double journalMicros = microsPerEvent(load, began);
            List<RawRows.Row> written = rows.read(prefix);
            int connections = Math.min(load.entities(), rows.connections());
            // One entity waits for each command; events of many are written together.
            int batch = load.entities() == 1 ? load.eventsPerCommand() : largestBatch;
            began = SYSTEM.getProcessCpuTime();
            long nanos = rows.insert(written, NAME + "-rows", connections, batch);
            return new Round(
                    written.size(),
                    journal,
                    perSecond(load, nanos),
                    journalMicros,
                    microsPerEvent(load, began),
                    connections,
                    batch);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof SQLException cause
                    ? database.faultOf(cause)
                    : database.faultOf(new SQLException(e.getCause()));
        } catch (SQLException e) {
            throw database.faultOf(e);
        } finally {
            remove();
        }
    }

    @Override
    public void close() {
        system.terminate();
        system.getWhenTerminated().toCompletableFuture().join();
    }

    private void remove() throws StorageFault {
        try {
            rows.remove(NAME);
        } catch (SQLException e) {
            throw database.faultOf(e);
        }
    }

    /** Processor time since then. */
    private static double microsPerEvent(JournalLoad load, long began) {
        return (SYSTEM.getProcessCpuTime() - began) / 1e3 / load.events();
    }

    private static double perSecond(JournalLoad load, long nanos) {
        return load.events() / (nanos / 1e9);
    }
}
