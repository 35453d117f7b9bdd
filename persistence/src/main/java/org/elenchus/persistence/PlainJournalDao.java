package org.elenchus.persistence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.pekko.persistence.PersistentRepr;
import org.apache.pekko.persistence.jdbc.PekkoSerialization;
import org.apache.pekko.persistence.jdbc.config.JournalConfig;
import org.apache.pekko.persistence.jdbc.journal.dao.DefaultJournalDao;
import org.apache.pekko.persistence.jdbc.journal.dao.JournalTables.JournalPekkoSerializationRow;
import org.apache.pekko.serialization.Serialization;
import org.apache.pekko.stream.Materializer;
import scala.Function1;
import scala.Tuple2;
import scala.collection.immutable.Seq;
import scala.collection.immutable.Set;
import scala.concurrent.ExecutionContext;
import scala.concurrent.Future;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.BoxedUnit;
import slick.jdbc.JdbcBackend;
import slick.jdbc.JdbcProfile;
import slick.jdbc.PostgresProfile;

/**
 * The plugin's way to the journal's tables, but for two things, on PostgreSQL: rows are written by COPY, and entities that recover at
 * the same time are read by one query, their events together with the number of the newest. What is in the tables is the same. Named in
 * {@code journal.conf}; the plugin makes it.
 */
public final class PlainJournalDao extends DefaultJournalDao {
    private final boolean plain;
    private final JournalThreads journal;
    private final ExecutionContext threads;
    private final Serialization serialization;
    private final int portion;
    private final SharedReads<PlainRows.Wanted, PlainRows.Found> reads;

    /** By persistence id: what was read when an entity's newest event was asked for, until it is replayed. */
    private final Map<String, PlainRows.Found> ahead = new ConcurrentHashMap<>();

    /** For the plugin. */
    public PlainJournalDao(
            JdbcBackend.JdbcDatabaseDef database,
            JdbcProfile profile,
            JournalConfig config,
            Serialization serialization,
            ExecutionContext threads,
            Materializer materializer) {
        super(database, profile, config, serialization, threads, materializer);
        this.plain = profile instanceof PostgresProfile;
        this.journal = new JournalThreads(database);
        this.threads = threads;
        this.serialization = serialization;
        this.portion = config.daoConfig().replayBatchSize();
        this.reads = new SharedReads<>(
                journal, threads, (connection, wanted) -> PlainRows.read(connection, wanted, portion));
    }

    /** Tags and metadata, which no event of ours has, are the plugin's to write. One statement is a transaction: all of the rows, or none. */
    @Override
    public Future<BoxedUnit> writeJournalRows(Seq<Tuple2<JournalPekkoSerializationRow, Set<String>>> written) {
        List<JournalPekkoSerializationRow> bare = new ArrayList<>(written.size());
        for (Tuple2<JournalPekkoSerializationRow, Set<String>> row : CollectionConverters.asJava(written)) {
            if (row._2().isEmpty() && row._1().metaPayload().isEmpty()) {
                bare.add(row._1());
            }
        }
        if (!plain || bare.size() < written.size()) {
            return super.writeJournalRows(written);
        }
        return journal.run(connection -> {
            RowCopy.of(bare).insert(connection);
            return BoxedUnit.UNIT;
        });
    }

    /**
     * Asked before events are replayed, and with the number before the first of them. Where all there is fits a portion, they are read here; a longer
     * history is the plugin's to read.
     */
    @Override
    public Future<Object> highestSequenceNr(String persistenceId, long from) {
        if (!plain) {
            return super.highestSequenceNr(persistenceId, from);
        }
        return reads.read(new PlainRows.Wanted(persistenceId, from))
                .flatMap(
                        found -> {
                            // Events before the first may be there although none from it on is.
                            if (found.rows().size() == portion || found.rows().isEmpty() && from > 0) {
                                return super.highestSequenceNr(persistenceId, from);
                            }
                            if (found.highest() > from) {
                                ahead.put(persistenceId, found);
                            }
                            return Future.<Object>successful(found.highest());
                        },
                        threads);
    }

    /**
     * Replays what was read when the newest event was asked for, and forgets it. What was read stays true: events never change, and none comes
     * between two others. @return false when it was not read, or not up to {@code to}
     */
    boolean replay(String persistenceId, long from, long to, long most, Function1<PersistentRepr, BoxedUnit> replay) {
        PlainRows.Found found = ahead.remove(persistenceId);
        if (found == null || found.from() > from || found.highest() < to) {
            return false;
        }
        found.rows().stream()
                .filter(row -> !row.deleted() && row.sequenceNumber() >= from && row.sequenceNumber() <= to)
                .limit(most)
                .forEach(row -> replay.apply(
                        PekkoSerialization.fromRow(serialization, row).get()._1()));
        return true;
    }
}
