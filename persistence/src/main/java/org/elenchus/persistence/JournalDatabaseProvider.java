package org.elenchus.persistence;

import com.typesafe.config.Config;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.persistence.jdbc.db.SlickDatabase;
import org.apache.pekko.persistence.jdbc.db.SlickDatabaseProvider;

/** Asked by the journal plugin, which makes it by its name in {@code journal.conf}, for journal and snapshots alike. */
public final class JournalDatabaseProvider implements SlickDatabaseProvider {
    private final ActorSystem system;

    public JournalDatabaseProvider(ActorSystem system) {
        this.system = system;
    }

    @Override
    public SlickDatabase database(Config plugin) {
        return system.settings()
                .setup()
                .get(JournalSetup.class)
                .orElseThrow(() -> new IllegalStateException(
                        "the actor system " + system.name() + " was created without Database.setup()"))
                .database();
    }
}
