package org.elenchus.persistence;

import org.apache.pekko.actor.setup.Setup;
import org.apache.pekko.persistence.jdbc.db.SlickDatabase;

/** Hands an actor system its database as an object, so that no configuration holds a password. */
final class JournalSetup extends Setup {
    private final ConnectionPool pool;

    JournalSetup(ConnectionPool pool) {
        this.pool = pool;
    }

    SlickDatabase database() {
        return pool.forJournal();
    }
}
