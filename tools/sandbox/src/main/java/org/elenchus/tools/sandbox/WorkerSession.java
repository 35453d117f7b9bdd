package org.elenchus.tools.sandbox;

import java.io.EOFException;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.elenchus.tools.sandbox.host.Purpose;
import org.elenchus.tools.sandbox.host.RunningWorker;
import org.elenchus.tools.sandbox.host.WorkerHost;
import org.elenchus.tools.worker.wire.Answer;
import org.elenchus.tools.worker.wire.Connection;
import org.elenchus.tools.worker.wire.Connection.Answered;
import org.elenchus.tools.worker.wire.Connection.Asked;
import org.elenchus.tools.worker.wire.Limits;
import org.elenchus.tools.worker.wire.Order;
import org.elenchus.tools.worker.wire.ProtocolFault;
import org.jspecify.annotations.Nullable;

/** The conversation with one worker, from its greeting to its end. */
final class WorkerSession implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final RunningWorker.Ending UNKNOWN = new RunningWorker.Ending(-1, false);
    private static final SecureRandom NONCES = new SecureRandom();
    private static final ScheduledExecutorService EXECUTIONER = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "worker-deadlines");
        thread.setDaemon(true);
        return thread;
    });

    private final RunningWorker worker;
    private final Connection connection;

    private WorkerSession(RunningWorker worker) {
        this.worker = worker;
        this.connection = new Connection(worker.answers(), worker.orders());
    }

    /** Starts a worker and exchanges greetings. */
    static WorkerSession start(WorkerHost host, Purpose purpose) throws IOException {
        WorkerSession session = new WorkerSession(host.start(purpose));
        Deadline deadline = session.deadline(START_LIMIT);
        try {
            session.connection.greet(Limits.VERSION);
            session.connection.expectGreeting();
            return session;
        } catch (IOException e) {
            session.ending(e);
            String words = session.lastWords();
            session.close();
            throw new IOException("the worker did not start: " + e.getMessage() + words, e);
        } finally {
            deadline.cancel();
        }
    }

    /** How an order went. */
    sealed interface Exchange {}

    /** @param retire whether the worker is to be replaced */
    record Replied(Answer answer, boolean retire) implements Exchange {}

    /** The worker was killed at its deadline. @param running the test that had begun, or null */
    record Overdue(@Nullable String running) implements Exchange {}

    /** The process ended by itself or was killed by another. */
    record Ended(RunningWorker.Ending ending, @Nullable String running, String lastWords) implements Exchange {}

    /** What came is no answer to the order: damaged, forged or out of turn. @param running the test that had begun, or null */
    record Garbled(@Nullable String running, String reason) implements Exchange {}

    /** Gives an order and waits for its answer. Only {@link Replied} without retirement leaves the worker usable. */
    Exchange give(Order order, Duration limit) {
        Deadline deadline = deadline(limit);
        String running = null;
        long nonce = NONCES.nextLong();
        try {
            connection.ask(new Asked(nonce, order));
            while (true) {
                Answered answered = connection.nextAnswer();
                if (answered.nonce() != nonce) {
                    return new Garbled(running, "an answer to another order");
                }
                if (!(answered.answer() instanceof Answer.Started started)) {
                    return new Replied(answered.answer(), answered.retire());
                }
                running = started.test();
            }
        } catch (ProtocolFault e) {
            return new Garbled(running, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return deadline.passed() ? new Overdue(running) : new Ended(ending(e), running, lastWords());
        } finally {
            deadline.cancel();
        }
    }

    /** The end of a worker whose pipe broke: it is ending, or will be made to. */
    private RunningWorker.Ending ending(IOException broken) {
        try {
            Optional<RunningWorker.Ending> ending =
                    worker.awaitEnd(Duration.ofSeconds(broken instanceof EOFException ? 5 : 1));
            if (ending.isEmpty()) {
                worker.kill();
                ending = worker.awaitEnd(Duration.ofSeconds(10));
            }
            return ending.orElse(UNKNOWN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return UNKNOWN;
        }
    }

    boolean isAlive() {
        return worker.isAlive();
    }

    RunningWorker worker() {
        return worker;
    }

    private String lastWords() {
        String words = worker.lastWords();
        return words.isEmpty() ? "" : "; its last words: " + words;
    }

    @Override
    public void close() {
        worker.close();
    }

    private Deadline deadline(Duration limit) {
        return new Deadline(worker, limit);
    }

    /** Kills the worker unless cancelled in time. */
    private static final class Deadline {
        private final AtomicBoolean passed = new AtomicBoolean();
        private final ScheduledFuture<?> killing;

        Deadline(RunningWorker worker, Duration limit) {
            killing = EXECUTIONER.schedule(
                    () -> {
                        passed.set(true);
                        worker.kill();
                    },
                    limit.toMillis(),
                    TimeUnit.MILLISECONDS);
        }

        boolean passed() {
            return passed.get();
        }

        void cancel() {
            killing.cancel(false);
        }
    }
}
