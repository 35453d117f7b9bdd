package org.elenchus.persistence;

import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;
import org.apache.pekko.actor.setup.Setup;
import org.elenchus.persistence.DatabaseFault.Kind;

/** A PostgreSQL database, shared by all nodes of a cluster and by whoever reads. Artifacts are rows of a table in it. */
public final class PostgresDatabase implements Database {
    /** Nodes × 12 connections must fit the server's max_connections, which is 100 unless set. */
    private static final ConnectionPool.Size POOL = new ConnectionPool.Size(8, 4, Duration.ofSeconds(5));

    /** A command gives a server that long to start. */
    private static final Duration TO_START = Duration.ofSeconds(30);

    /** Work in progress outlasts that much of a server's absence rather than being done again. */
    private static final Duration TO_RETURN = Duration.ofMinutes(10);

    private final String url;
    private final String place;
    private final Credentials credentials;
    private final ConnectionSource reading;
    private final ConnectionPool pool;
    private final Waiting start;
    private final ArtifactStore artifacts;
    private final Consumer<String> remarks;

    private PostgresDatabase(PostgresUrl url, Credentials credentials, Duration toStart, Consumer<String> remarks) {
        this.url = url.value();
        this.place = url.place();
        this.credentials = credentials;
        this.remarks = remarks;
        this.reading = source(credentials, 0);
        // A host that vanishes closes no connection: a statement of the node waits this many seconds for an answer.
        this.pool = new ConnectionPool(source(credentials, 60), slick.jdbc.PostgresProfile$.MODULE$, POOL);
        this.start = new Waiting(toStart, remarks);
        this.artifacts = new ArtifactStore(new ArtifactTable(table("artifact")));
    }

    /**
     * A database by its URL; it is not connected to yet.
     *
     * @param url {@code jdbc:postgresql://HOST:PORT/DATABASE}, with parameters of the driver where needed, such as {@code sslmode}
     * @param remarks is told what is waited for, and what the server does not promise
     * @throws DatabaseFault when the URL is another's, or holds a secret
     */
    public static PostgresDatabase at(String url, Credentials credentials, Consumer<String> remarks)
            throws DatabaseFault {
        return at(url, credentials, TO_START, remarks);
    }

    /** As above. @param toStart how long to wait for a server that does not answer yet */
    static PostgresDatabase at(String url, Credentials credentials, Duration toStart, Consumer<String> remarks)
            throws DatabaseFault {
        return new PostgresDatabase(PostgresUrl.of(url), credentials, toStart, remarks);
    }

    @Override
    public Setup setup() {
        return new JournalSetup(pool);
    }

    @Override
    public void initialise() throws DatabaseFault {
        try (Connection connection = start.until(this, reading::open)) {
            Migrations.migrate(connection, Dialect.POSTGRES, place);
            remarkOnDurability(connection);
        } catch (SQLException e) {
            throw faultOf(e);
        } catch (Migrations.NewerSchema e) {
            throw newer(e);
        }
    }

    @Override
    public void measure(MeterRegistry meters) {
        pool.measure(meters);
    }

    /** Rows come in portions, all as of one moment, whatever is written meanwhile. */
    @Override
    public Connection openToRead() throws DatabaseFault {
        try {
            return Opening.checked(start.until(this, reading::open), connection -> {
                if (Migrations.refuseNewer(connection, Dialect.POSTGRES, place) == 0) {
                    throw new DatabaseFault(
                            Kind.EMPTY,
                            "there is no journal in " + place
                                    + "; run 'elenchus evolve' with it first, or name another with --db");
                }
                connection.setReadOnly(true);
                connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
                connection.setAutoCommit(false);
            });
        } catch (SQLException e) {
            throw faultOf(e);
        } catch (Migrations.NewerSchema e) {
            throw newer(e);
        }
    }

    @Override
    public ArtifactStore artifacts() {
        return artifacts;
    }

    @Override
    public Optional<Blobs> packs() {
        return Optional.of(table("snapshot_pack"));
    }

    /** The nodes at work on this database. */
    public NodeRegister nodes() {
        return new NodeRegister(this, pool);
    }

    /** A schema for a measurement, claimed and empty. @throws DatabaseFault also when somebody else measures here */
    public ScratchSchema scratch() throws DatabaseFault {
        try {
            return ScratchSchema.claim(this, start.until(this, reading::open), url, credentials);
        } catch (SQLException e) {
            throw faultOf(e);
        }
    }

    /** @param silence seconds after which a node is taken for gone */
    NodeRegister nodes(int silence) {
        return new NodeRegister(this, pool, silence);
    }

    private BlobTable table(String name) {
        return new BlobTable(this, pool, new Waiting(TO_RETURN, remarks), name);
    }

    @Override
    public void close() {
        pool.close();
    }

    @Override
    public DatabaseFault faultOf(SQLException e) {
        return PostgresFaults.of(place, credentials.user(), e);
    }

    @Override
    public DatabaseFault unreadable(String event, Throwable cause) {
        return new DatabaseFault(
                Kind.NEWER,
                event + " in " + place + " cannot be read (" + cause.getMessage()
                        + "); a newer version of elenchus may have written it: upgrade, or use another database",
                cause);
    }

    /** A server may be set to acknowledge what it has not written; whoever runs it should know. */
    private void remarkOnDurability(Connection connection) throws SQLException {
        for (String setting : new String[] {"fsync", "synchronous_commit"}) {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SHOW " + setting)) {
                row.next();
                if (row.getString(1).equals("off")) {
                    remarks.accept(place + " runs with " + setting
                            + "=off: a crash of its machine may lose what it has acknowledged; set it to on");
                }
            }
        }
    }

    private static DatabaseFault newer(Migrations.NewerSchema e) {
        return new DatabaseFault(Kind.NEWER, e.getMessage() + "database", e);
    }

    /** @param answerSeconds how long to wait for the server's next word, 0 for ever */
    private ConnectionSource source(Credentials credentials, int answerSeconds) {
        Properties properties = new Properties();
        properties.setProperty("user", credentials.user());
        if (!credentials.password().isEmpty()) {
            properties.setProperty("password", credentials.password());
        }
        properties.setProperty("ApplicationName", "elenchus");
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("loginTimeout", "5");
        properties.setProperty("tcpKeepAlive", "true");
        // A batch of rows travels as few statements of many rows, each of which the server parses, plans and executes
        // once.
        properties.setProperty("reWriteBatchedInserts", "true");
        properties.setProperty("socketTimeout", Integer.toString(answerSeconds));
        return new ConnectionSource(url, properties);
    }

    ConnectionPool pool() {
        return pool;
    }

    @Override
    public String toString() {
        return place;
    }
}
