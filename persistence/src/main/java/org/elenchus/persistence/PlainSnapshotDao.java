package org.elenchus.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.pekko.persistence.SnapshotMetadata;
import org.apache.pekko.persistence.jdbc.config.SnapshotConfig;
import org.apache.pekko.persistence.jdbc.snapshot.dao.DefaultSnapshotDao;
import org.apache.pekko.serialization.Serialization;
import org.apache.pekko.stream.Materializer;
import scala.Option;
import scala.Tuple2;
import scala.concurrent.ExecutionContext;
import scala.concurrent.Future;
import slick.jdbc.JdbcBackend;
import slick.jdbc.JdbcProfile;
import slick.jdbc.PostgresProfile;

/**
 * The plugin's way to the snapshots, but that on PostgreSQL entities that recover at the same time are looked up by one query: most have no snapshot,
 * and only those that have are asked for it. Named in {@code journal.conf}; the plugin makes it.
 */
public final class PlainSnapshotDao extends DefaultSnapshotDao {
    private static final String HAVE_ONE =
            "SELECT DISTINCT \"persistence_id\" FROM \"snapshot\" WHERE \"persistence_id\" = ANY (?)";

    private final boolean plain;
    private final ExecutionContext threads;
    private final SharedReads<String, Boolean> reads;

    /** For the plugin. */
    public PlainSnapshotDao(
            JdbcBackend.JdbcDatabaseDef database,
            JdbcProfile profile,
            SnapshotConfig config,
            Serialization serialization,
            ExecutionContext threads,
            Materializer materializer) {
        super(database, profile, config, serialization, threads, materializer);
        this.plain = profile instanceof PostgresProfile;
        this.threads = threads;
        this.reads = new SharedReads<>(new JournalThreads(database), threads, PlainSnapshotDao::haveOne);
    }

    @Override
    public Future<Option<Tuple2<SnapshotMetadata, Object>>> latestSnapshot(String persistenceId) {
        if (!plain) {
            return super.latestSnapshot(persistenceId);
        }
        return reads.read(persistenceId)
                .flatMap(
                        hasOne -> hasOne
                                ? super.latestSnapshot(persistenceId)
                                : Future.<Option<Tuple2<SnapshotMetadata, Object>>>successful(Option.empty()),
                        threads);
    }

    private static List<Boolean> haveOne(Connection connection, List<String> persistenceIds) throws SQLException {
        Set<String> found = new HashSet<>();
        try (PreparedStatement select = connection.prepareStatement(HAVE_ONE)) {
            select.setArray(1, connection.createArrayOf("varchar", persistenceIds.toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(row.getString(1));
                }
            }
        }
        return persistenceIds.stream().map(found::contains).toList();
    }
}
