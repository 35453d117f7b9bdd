package org.elenchus.persistence;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.apache.pekko.actor.setup.Setup;
import org.elenchus.persistence.DataFolderFault.Kind;

/** An H2 file in the data folder, used by one process at a time: whoever writes has claimed the folder. Artifacts lie beside it. */
public final class EmbeddedDatabase implements Database {
    /**
     * WRITE_DELAY=0: a commit is written out before it is acknowledged, so a killed process loses none. DB_CLOSE_DELAY=-1: the file
     * stays open while the pool is empty.
     */
    private static final String DURABLE = ";WRITE_DELAY=0;DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE";

    private static final String EXISTING = ";IFEXISTS=TRUE";

    /** H2 serialises commits, so a few connections are as fast as many. */
    private static final ConnectionPool.Size POOL = new ConnectionPool.Size(2, 0, Duration.ofSeconds(30));

    private final DataPaths paths;
    private final ConnectionPool pool;
    private volatile boolean open;

    private EmbeddedDatabase(DataPaths paths) {
        this.paths = paths;
        this.pool = new ConnectionPool(source(DURABLE), slick.jdbc.H2Profile$.MODULE$, POOL);
    }

    /** The database of a data folder, whether there is one yet or not. */
    public static EmbeddedDatabase in(Path dataFolder) {
        return new EmbeddedDatabase(DataPaths.of(dataFolder));
    }

    @Override
    public Setup setup() {
        return new JournalSetup(pool);
    }

    /** One thread at a time: H2 has no lock that spans the making of a table, and no other process has this folder. */
    @Override
    public synchronized void initialise() throws DataFolderFault {
        try (Connection connection = source(DURABLE).open()) {
            open = true;
            Migrations.migrate(connection, Dialect.H2, paths.root().toString());
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

    @Override
    public Connection openToRead() throws DataFolderFault {
        if (!Files.exists(paths.journalFile())) {
            throw new DataFolderFault(
                    Kind.EMPTY,
                    "there is no journal in " + paths.root()
                            + "; run 'elenchus evolve' first, or name another folder with --data");
        }
        String access = Files.isWritable(paths.journalFile()) && Files.isWritable(paths.root())
                ? EXISTING
                : EXISTING + ";ACCESS_MODE_DATA=r";
        try {
            return Opening.checked(
                    source(access).open(),
                    connection -> Migrations.refuseNewer(
                            connection, Dialect.H2, paths.root().toString()));
        } catch (SQLException e) {
            throw faultOf(e);
        } catch (Migrations.NewerSchema e) {
            throw newer(e);
        }
    }

    @Override
    public ArtifactStore artifacts() {
        return ArtifactStore.in(paths.artifacts());
    }

    @Override
    public Optional<Blobs> packs() {
        return Optional.empty();
    }

    /**
     * Closes the file for good where this opened it to write, so that another process may open it. It is written anew without what commits have left
     * behind: one page or more each, some twenty times what they hold.
     */
    @Override
    public void close() throws DataFolderFault {
        pool.close();
        if (!open) {
            return;
        }
        open = false;
        try (Connection connection = source(EXISTING).open();
                var statement = connection.createStatement()) {
            statement.execute("SHUTDOWN COMPACT");
        } catch (SQLException e) {
            throw faultOf(e);
        }
    }

    @Override
    public DataFolderFault faultOf(SQLException e) {
        return DataFolderFaults.of(paths.root(), e);
    }

    @Override
    public DataFolderFault unreadable(String event, Throwable cause) {
        return new DataFolderFault(
                Kind.NEWER,
                event + " in " + paths.root() + " cannot be read (" + cause.getMessage()
                        + "); a newer version of elenchus may have written it: upgrade, or use another data folder",
                cause);
    }

    private static DataFolderFault newer(Migrations.NewerSchema e) {
        return new DataFolderFault(Kind.NEWER, e.getMessage() + "data folder", e);
    }

    private ConnectionSource source(String settings) {
        return ConnectionSource.h2("jdbc:h2:file:" + paths.journal().toString().replace('\\', '/') + settings);
    }

    ConnectionPool pool() {
        return pool;
    }

    @Override
    public String toString() {
        return paths.root().toString();
    }
}
