package org.elenchus.persistence;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.apache.pekko.actor.setup.Setup;

/**
 * Where a journal and the artifacts it names are kept: an H2 file in a data folder, for one process, or PostgreSQL, for any number of nodes
 * and readers. Making one opens nothing. Close it after the actor system that used it has ended. Thread-safe.
 */
public sealed interface Database extends AutoCloseable permits EmbeddedDatabase, PostgresDatabase {
    /** Pekko's persistence configuration; put it in front of the application's own. It holds no address and no password. */
    static Config config() {
        return ConfigFactory.parseResources("org/elenchus/persistence/journal.conf");
    }

    /** What an actor system must be created with to keep its journal here; see {@link #config()}. */
    Setup setup();

    /** Makes or checks the tables. Call it before the actor system starts; several nodes may do so at once. */
    void initialise() throws StorageFault;

    /** Has the use of connections measured. Call it before the actor system starts. */
    void measure(MeterRegistry meters);

    /** A connection that reads what is there. @throws StorageFault when nothing is, or it cannot be read */
    Connection openToRead() throws StorageFault;

    /** The artifacts that go with this journal. */
    ArtifactStore artifacts();

    /** Prepared snapshots that nodes leave for each other; none where there is one node. */
    Optional<Blobs> packs();

    /** Closes all connections. @throws StorageFault when what was written cannot be closed in order */
    @Override
    void close() throws StorageFault;

    /** What went wrong with a connection, in terms a user can act on. */
    StorageFault faultOf(SQLException e);

    /** An event that this version cannot read. @param event which one, and what is wrong with it */
    StorageFault unreadable(String event, Throwable cause);
}
