package org.elenchus.persistence;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Rows that several threads want stored at the same time share a transaction, and so a commit: whoever finds a writer's place free writes
 * all that waits, the others wait for it. A row alone is written at once. Thread-safe.
 *
 * @param <R> a row
 */
final class SharedTransactions<R> {
    /** Others may be at their own work meanwhile; more writers only make smaller batches. */
    private static final int WRITERS = 2;

    private static final int LARGEST = 64;

    private final Writer<R> writer;
    private final Deque<Pending<R>> waiting = new ArrayDeque<>();
    private int writing;

    /** Stores rows in one transaction. */
    @FunctionalInterface
    interface Writer<R> {
        void write(List<R> rows) throws SQLException;
    }

    private static final class Pending<R> {
        private final R row;
        private State state = State.WAITING;

        Pending(R row) {
            this.row = row;
        }
    }

    private enum State {
        WAITING,
        STORED,
        NOT_STORED
    }

    SharedTransactions(Writer<R> writer) {
        this.writer = writer;
    }

    /**
     * Stores a row durably, alone or with others.
     *
     * @return false when the transaction it was part of failed, for whatever row's sake: store it by itself then
     */
    boolean store(R row) throws InterruptedException {
        Pending<R> mine = new Pending<>(row);
        synchronized (this) {
            waiting.add(mine);
        }
        while (true) {
            List<Pending<R>> batch = new ArrayList<>();
            synchronized (this) {
                while (mine.state == State.WAITING && writing >= WRITERS) {
                    wait();
                }
                if (mine.state != State.WAITING) {
                    return mine.state == State.STORED;
                }
                take(batch);
            }
            if (batch.isEmpty()) {
                await(mine);
            } else {
                write(batch);
            }
        }
    }

    private void take(List<Pending<R>> batch) {
        while (!waiting.isEmpty() && batch.size() < LARGEST) {
            batch.add(waiting.remove());
        }
        if (!batch.isEmpty()) {
            writing++;
        }
    }

    /** Another writer has it in hand. */
    private synchronized void await(Pending<R> mine) throws InterruptedException {
        while (mine.state == State.WAITING) {
            wait();
        }
    }

    private void write(List<Pending<R>> batch) {
        State state = State.NOT_STORED;
        try {
            writer.write(batch.stream().map(pending -> pending.row).toList());
            state = State.STORED;
        } catch (SQLException e) {
            // Each is tried again by whoever wants it stored, who will hear what is wrong with it.
        } finally {
            synchronized (this) {
                for (Pending<R> pending : batch) {
                    pending.state = state;
                }
                writing--;
                notifyAll();
            }
        }
    }
}
