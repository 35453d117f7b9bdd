package org.elenchus.tools.simulation.machine;

import java.util.Optional;
import java.util.function.Consumer;
import org.apache.pekko.persistence.AtomicWrite;
import org.apache.pekko.persistence.PersistentRepr;
import org.apache.pekko.persistence.journal.japi.AsyncWriteJournal;
import scala.concurrent.Future;
import scala.concurrent.Future$;
import scala.concurrent.Promise;

/** The journal plugin over {@link JournalStore}. Named in {@code simulation.conf}. */
public final class SimulatedJournal extends AsyncWriteJournal {
    private final JournalStore store =
            Machine.of(context().system().settings().setup()).journal();

    @Override
    public Future<Iterable<Optional<Exception>>> doAsyncWriteMessages(Iterable<AtomicWrite> messages) {
        Promise<Iterable<Optional<Exception>>> written = Promise.apply();
        store.write(messages, written);
        return written.future();
    }

    @Override
    public Future<Void> doAsyncDeleteMessagesTo(String persistenceId, long toSequenceNr) {
        return Future$.MODULE$.failed(new UnsupportedOperationException("events are kept for ever"));
    }

    @Override
    public Future<Void> doAsyncReplayMessages(
            String persistenceId, long from, long to, long max, Consumer<PersistentRepr> replay) {
        store.replay(persistenceId, from, to, max, replay);
        return Future$.MODULE$.successful(null);
    }

    @Override
    public Future<Long> doAsyncReadHighestSequenceNr(String persistenceId, long from) {
        return Future$.MODULE$.successful(store.recover(persistenceId));
    }
}
