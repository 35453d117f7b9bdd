package org.elenchus.tools.cli;

import org.elenchus.persistence.Database;
import org.elenchus.persistence.JournalReader;
import org.elenchus.tools.cli.history.Histories;
import picocli.CommandLine.Mixin;

/** A command about what a journal holds. */
public abstract class JournalVerb extends Verb {
    @Mixin
    private final DatabaseOptions database = new DatabaseOptions();

    @Override
    public final Integer call() throws Exception {
        check();
        try (Database opened = database.open(paths().root(), err())) {
            return call(opened).code();
        }
    }

    /** What was typed, before a database is asked for. @throws Fault when it cannot be meant */
    protected void check() throws Fault {}

    /** Does it. @param database closed afterwards */
    protected abstract ExitCode call(Database database) throws Exception;

    protected static Histories histories(Database database) {
        return new Histories(new JournalReader(database));
    }
}
