package org.elenchus.persistence;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.apache.pekko.persistence.jdbc.db.SlickDatabase;
import org.jspecify.annotations.Nullable;
import slick.jdbc.JdbcBackend;
import slick.jdbc.JdbcProfile;

/**
 * The one pool of connections this process has to a database. It is opened by its first user; journal, snapshots and artifacts share it.
 * Thread-safe.
 */
final class ConnectionPool implements AutoCloseable {
    private final ConnectionSource source;
    private final JdbcProfile profile;
    private final Size size;
    private @Nullable HikariDataSource connections;
    private @Nullable JournalDatabase journal;
    private @Nullable MeterRegistry meters;
    private boolean closed;

    /**
     * How many connections there are.
     *
     * @param journal for events and snapshots, each with a thread
     * @param artifacts for whoever stores or reads artifacts
     * @param patience how long to wait for a free or a new connection
     */
    record Size(int journal, int artifacts, Duration patience) {}

    ConnectionPool(ConnectionSource source, JdbcProfile profile, Size size) {
        this.source = source;
        this.profile = profile;
        this.size = size;
    }

    /** Has the pool measured from its first use on: how long connections are waited for and used. */
    synchronized void measure(MeterRegistry meters) {
        this.meters = meters;
    }

    /** A connection, given back by closing it. @throws SQLException when there is none in time, or the pool is closed */
    Connection borrow() throws SQLException {
        return connections().getConnection();
    }

    /** How many connections write events at once. */
    int writers() {
        return size.journal();
    }

    /** What the journal plugin works with; always the same. */
    synchronized SlickDatabase forJournal() {
        if (journal == null) {
            try {
                journal = JournalDatabase.over(connections(), profile, size.journal());
            } catch (SQLException e) {
                throw new IllegalStateException("a node was started on a database that is closed", e);
            }
        }
        return journal;
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (journal != null) {
            journal.database().close();
        }
        if (connections != null) {
            connections.close();
        }
    }

    private synchronized HikariDataSource connections() throws SQLException {
        if (closed) {
            throw new SQLException("the connections to " + source.url() + " are closed");
        }
        if (connections == null) {
            connections = new HikariDataSource(config());
        }
        return connections;
    }

    private HikariConfig config() {
        HikariConfig config = new HikariConfig();
        config.setPoolName("elenchus");
        config.setJdbcUrl(source.url());
        config.setDataSourceProperties(source.properties());
        config.setMaximumPoolSize(size.journal() + size.artifacts());
        config.setMinimumIdle(1);
        config.setConnectionTimeout(size.patience().toMillis());
        config.setValidationTimeout(Math.min(3000, size.patience().toMillis()));
        // Whether the server is there was found out before; a pool outlives its server's pauses.
        config.setInitializationFailTimeout(-1);
        if (meters != null) {
            config.setMetricRegistry(meters);
        }
        return config;
    }

    /** The pool in the words of the journal plugin. */
    private record JournalDatabase(JdbcBackend.JdbcDatabaseDef database, JdbcProfile profile) implements SlickDatabase {
        private static final int QUEUE = 10_000;

        static JournalDatabase over(HikariDataSource connections, JdbcProfile profile, int threads) {
            var executor = slick.util.AsyncExecutor$.MODULE$.apply("journal", threads, threads, QUEUE, threads);
            return new JournalDatabase(
                    slick.jdbc.JdbcBackend$.MODULE$
                            .Database()
                            .forDataSource(connections, scala.Option.apply(threads), executor, false),
                    profile);
        }

        /** Closed with the pool, after the actor system. */
        @Override
        public boolean allowShutdown() {
            return false;
        }
    }
}
