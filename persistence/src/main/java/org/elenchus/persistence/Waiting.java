package org.elenchus.persistence;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Patience with a server that is away for a while. Thread-safe. */
final class Waiting {
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Duration longest;
    private final Consumer<String> remarks;
    private final AtomicInteger waiting = new AtomicInteger();

    /**
     * @param longest how long in all
     * @param remarks is told what is waited for, once however many threads wait for it
     */
    Waiting(Duration longest, Consumer<String> remarks) {
        this.longest = longest;
        this.remarks = remarks;
    }

    /** Something asked of a server that may be asked again. */
    @FunctionalInterface
    interface Attempt<T> {
        T run() throws SQLException;
    }

    /** Tries until it works, fails for good, or has taken too long. @throws DatabaseFault the last one seen */
    <T> T until(PostgresDatabase database, Attempt<T> attempt) throws DatabaseFault {
        long deadline = System.nanoTime() + longest.toNanos();
        boolean counted = false;
        try {
            while (true) {
                try {
                    return attempt.run();
                } catch (SQLException e) {
                    DatabaseFault fault = database.faultOf(e);
                    if (!fault.isPassing() || System.nanoTime() >= deadline) {
                        throw fault;
                    }
                    if (!counted && waiting.getAndIncrement() == 0) {
                        remarks.accept("waiting up to " + longest.toSeconds() + " s: " + fault.getMessage());
                    }
                    counted = true;
                    pause(fault);
                }
            }
        } finally {
            if (counted) {
                waiting.decrementAndGet();
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
