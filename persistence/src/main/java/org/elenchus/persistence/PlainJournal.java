package org.elenchus.persistence;

import com.typesafe.config.Config;
import org.apache.pekko.persistence.PersistentRepr;
import org.apache.pekko.persistence.jdbc.journal.JdbcAsyncWriteJournal;
import scala.Function1;
import scala.concurrent.Future;
import scala.runtime.BoxedUnit;

/**
 * The plugin's journal, but that what {@link PlainJournalDao} has read ahead is replayed as it is, where the plugin has a stream for every entity that
 * recovers. Named in {@code journal.conf}.
 */
public final class PlainJournal extends JdbcAsyncWriteJournal {
    /** For Pekko. */
    public PlainJournal(Config config) {
        super(config);
    }

    /** An event that cannot be read throws, which fails the recovery. */
    @Override
    public Future<BoxedUnit> asyncReplayMessages(
            String persistenceId, long from, long to, long most, Function1<PersistentRepr, BoxedUnit> replay) {
        return journalDao() instanceof PlainJournalDao dao && dao.replay(persistenceId, from, to, most, replay)
                ? Future.successful(BoxedUnit.UNIT)
                : super.asyncReplayMessages(persistenceId, from, to, most, replay);
    }
}
