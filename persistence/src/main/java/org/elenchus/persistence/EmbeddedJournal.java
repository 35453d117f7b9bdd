package org.elenchus.persistence;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.elenchus.persistence.DataFolderFault.Kind;

/** The embedded profile: the journal is an H2 file in the data folder, used by one process at a time. */
public final class EmbeddedJournal {
    /**
     * WRITE_DELAY=0: a commit is written out before it is acknowledged, so a killed process loses none. DB_CLOSE_DELAY=-1: the file
     * stays open while the pool is empty.
     */
    private static final String DURABLE = ";WRITE_DELAY=0;DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE";

    private EmbeddedJournal() {}

    /** Pekko's persistence configuration for a data folder; put it in front of the application's own. */
    public static Config config(Path dataFolder) {
        DataPaths paths = DataPaths.of(dataFolder);
        Config url = ConfigFactory.parseMap(
                Map.of("pekko-persistence-jdbc.shared-databases.elenchus.db.url", url(paths) + DURABLE),
                "data folder " + paths.root());
        return url.withFallback(ConfigFactory.parseResources("org/elenchus/persistence/embedded.conf"));
    }

    /** Makes or checks the journal's tables. Call it before the ActorSystem starts. */
    public static void initialise(DataFolder folder) throws DataFolderFault {
        DataPaths paths = folder.paths();
        try (Connection connection = connect(paths, DURABLE)) {
            JournalSchema.migrate(connection, paths);
        } catch (SQLException e) {
            throw DataFolderFaults.of(paths.root(), e);
        }
    }

    /** Closes the file for good, so that another process may open it. Call it after the ActorSystem has ended. */
    public static void shutdown(DataFolder folder) throws DataFolderFault {
        try (Connection connection = connect(folder.paths(), ";IFEXISTS=TRUE");
                var statement = connection.createStatement()) {
            statement.execute("SHUTDOWN");
        } catch (SQLException e) {
            throw DataFolderFaults.of(folder.paths().root(), e);
        }
    }

    /** A connection for reading what is there. @throws DataFolderFault when nothing is, or it cannot be read */
    static Connection openToRead(DataPaths paths) throws DataFolderFault {
        if (!Files.exists(paths.journalFile())) {
            throw new DataFolderFault(
                    Kind.EMPTY,
                    "there is no journal in " + paths.root()
                            + "; run 'elenchus evolve' first, or name another folder with --data");
        }
        String access = Files.isWritable(paths.journalFile()) && Files.isWritable(paths.root())
                ? ";IFEXISTS=TRUE"
                : ";IFEXISTS=TRUE;ACCESS_MODE_DATA=r";
        try {
            Connection connection = connect(paths, access);
            JournalSchema.refuseNewer(connection, paths);
            return connection;
        } catch (SQLException e) {
            throw DataFolderFaults.of(paths.root(), e);
        }
    }

    private static Connection connect(DataPaths paths, String settings) throws SQLException {
        return DriverManager.getConnection(url(paths) + settings, "sa", "");
    }

    private static String url(DataPaths paths) {
        return "jdbc:h2:file:" + paths.journal().toString().replace('\\', '/');
    }
}
