package org.elenchus.persistence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.NotUsed;
import org.apache.pekko.actor.Scheduler;
import org.apache.pekko.japi.Pair;
import org.apache.pekko.persistence.PersistentRepr;
import org.apache.pekko.persistence.jdbc.config.JournalConfig;
import org.apache.pekko.persistence.jdbc.journal.dao.DefaultJournalDao;
import org.apache.pekko.persistence.jdbc.journal.dao.JournalTables.JournalPekkoSerializationRow;
import org.apache.pekko.serialization.Serialization;
import org.apache.pekko.stream.Materializer;
import org.apache.pekko.stream.scaladsl.Source;
import scala.Option;
import scala.Tuple2;
import scala.collection.immutable.Seq;
import scala.collection.immutable.Set;
import scala.concurrent.ExecutionContext;
import scala.concurrent.Future;
import scala.concurrent.duration.FiniteDuration;
import scala.jdk.javaapi.CollectionConverters;
import scala.jdk.javaapi.FutureConverters;
import scala.runtime.BoxedUnit;
import scala.util.Try;
import slick.dbio.DBIOAction;
import slick.jdbc.JdbcBackend;
import slick.jdbc.JdbcProfile;
import slick.jdbc.PostgresProfile;
import slick.jdbc.SimpleJdbcAction$;

/**
 * The plugin's way to the journal's tables, but for two things, on PostgreSQL: rows are written by a statement of arrays, and read by plain JDBC a
 * portion at a time, where the plugin has a stream for each portion inside the stream of them all. What is in the tables is the same. Named in
 * {@code journal.conf}; the plugin makes it.
 */
public final class PlainJournalDao extends DefaultJournalDao {
    /** No event has this number: there is nothing more to read. */
    private static final long END = -1;

    private final boolean plain;
    private final PlainRows rows;

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
        this.rows = new PlainRows(serialization);
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
        return run(connection -> {
            RowArrays.of(bare).insert(connection);
            return BoxedUnit.UNIT;
        });
    }

    @Override
    public Future<Object> highestSequenceNr(String persistenceId, long from) {
        return plain
                ? run(connection -> PlainRows.highest(connection, persistenceId))
                : super.highestSequenceNr(persistenceId, from);
    }

    /** Whoever waits for events to come is the plugin's to serve. */
    @Override
    public Source<Try<Tuple2<PersistentRepr, Object>>, NotUsed> messagesWithBatch(
            String persistenceId, long from, long to, int portion, Option<Tuple2<FiniteDuration, Scheduler>> refresh) {
        if (!plain || refresh.isDefined()) {
            return super.messagesWithBatch(persistenceId, from, to, portion, refresh);
        }
        return org.apache.pekko.stream.javadsl.Source.unfoldAsync(
                        from, next -> next == END || next > to ? nothing() : portion(persistenceId, next, to, portion))
                .mapConcat(PlainRows.Portion::events)
                .asScala();
    }

    private static CompletionStage<Optional<Pair<Long, PlainRows.Portion>>> nothing() {
        return CompletableFuture.completedStage(Optional.empty());
    }

    private CompletionStage<Optional<Pair<Long, PlainRows.Portion>>> portion(
            String persistenceId, long from, long to, int most) {
        return FutureConverters.asJava(run(connection -> rows.read(connection, persistenceId, from, to, most)))
                .thenApply(read -> Optional.of(Pair.create(read.events().size() < most ? END : read.last() + 1, read)));
    }

    /** On a thread of the journal's, with one of its connections. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    private <R> Future<R> run(Statements<R> statements) {
        // What effects an action has is a matter of Scala's types alone.
        return db().run((DBIOAction)
                SimpleJdbcAction$.MODULE$.<R>apply(context -> statements.executed(context.connection())));
    }
}
