package org.elenchus.persistence;

import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Patience with a server that is away for a while.
 *
 * @param longest how long in all
 * @param remarks is told, once per wait, what is waited for
 */
record Waiting(Duration longest, Consumer<String> remarks) {
    private static final Duration PAUSE = Duration.ofMillis(500);

    /** Something asked of a server that may be asked again. */
    @FunctionalInterface
    interface Attempt<T> {
        T run() throws SQLException;
    }

    /** Tries until it works, fails for good, or has taken too long. @throws DatabaseFault the last one seen */
    <T> T until(PostgresDatabase database, Attempt<T> attempt) throws DatabaseFault {
        long deadline = System.nanoTime() + longest.toNanos();
        boolean said = false;
        while (true) {
            try {
                return attempt.run();
            } catch (SQLException e) {
                DatabaseFault fault = database.faultOf(e);
                if (!fault.isPassing() || System.nanoTime() >= deadline) {
                    throw fault;
                }
                if (!said) {
                    remarks.accept("waiting up to " + longest.toSeconds() + " s: " + fault.getMessage());
                    said = true;
                }
                pause(fault);
            }
        }
    }

    private static void pause(DatabaseFault fault) throws DatabaseFault {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw fault;
        }
    }
}
