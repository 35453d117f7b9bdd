package org.elenchus.persistence;

import scala.concurrent.Future;
import slick.dbio.DBIOAction;
import slick.jdbc.JdbcBackend;
import slick.jdbc.SimpleJdbcAction$;

/** The threads of the journal, each with a connection of its own while it works. */
record JournalThreads(JdbcBackend.JdbcDatabaseDef database) {
    @SuppressWarnings({"unchecked", "rawtypes"})
    <R> Future<R> run(Statements<R> statements) {
        // What effects an action has is a matter of Scala's types alone.
        return database.run(
                (DBIOAction) SimpleJdbcAction$.MODULE$.<R>apply(context -> statements.executed(context.connection())));
    }
}
