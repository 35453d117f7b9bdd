package org.elenchus.tools.sandbox;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.elenchus.tools.worker.wire.Answer;
import org.elenchus.tools.worker.wire.Connection;
import org.elenchus.tools.worker.wire.Connection.Answered;
import org.elenchus.tools.worker.wire.Connection.Asked;
import org.elenchus.tools.worker.wire.Limits;
import org.elenchus.tools.worker.wire.Order;
import org.elenchus.tools.worker.wire.ProtocolFault;
import org.jspecify.annotations.Nullable;

/** One worker process and the pipe to it. */
final class WorkerProcess implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final SecureRandom NONCES = new SecureRandom();
    private static final ScheduledExecutorService EXECUTIONER = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "worker-deadlines");
        thread.setDaemon(true);
        return thread;
    });

    private final Path home;
    private final Process process;
    private final Connection connection;
    private final LogTail log;

    private WorkerProcess(Path home, Process process) {
        this.home = home;
        this.process = process;
        this.connection = new Connection(process.getInputStream(), process.getOutputStream());
        this.log = LogTail.drain(process.getErrorStream());
    }

    /** Starts a worker and exchanges greetings. */
    static WorkerProcess start(SandboxSettings settings) throws IOException {
        Path home = WorkerHomes.make();
        try {
            Process process = WorkerCommand.in(home, settings).start();
            ProcessTree.watch(process, home);
            return greeted(new WorkerProcess(home, process));
        } catch (IOException e) {
            WorkerHomes.remove(home);
            throw e;
        }
    }

    private static WorkerProcess greeted(WorkerProcess worker) throws IOException {
        Deadline deadline = worker.deadline(START_LIMIT);
        try {
            worker.connection.greet(Limits.VERSION);
            worker.connection.expectGreeting();
            return worker;
        } catch (IOException e) {
            worker.close();
            throw new IOException("the worker did not start: " + e.getMessage() + worker.lastWords(), e);
        } finally {
            deadline.cancel();
        }
    }

    /** How an order went. */
    sealed interface Exchange {}

    /** @param retire whether the worker is to be replaced */
    record Replied(Answer answer, boolean retire) implements Exchange {}

    /** The process was killed at its deadline. @param running the test that had begun, or null */
    record Overdue(@Nullable String running) implements Exchange {}

    /** The process ended by itself or was killed by another. @param status its exit status, 128 + signal for a signal */
    record Ended(int status, @Nullable String running, String lastWords) implements Exchange {}

    /** Gives an order and waits for its answer. Only {@link Replied} without retirement leaves the worker usable. */
    Exchange give(Order order, Duration limit) throws ProtocolFault {
        Deadline deadline = deadline(limit);
        String running = null;
        long nonce = NONCES.nextLong();
        try {
            connection.ask(new Asked(nonce, order));
            while (true) {
                Answered answered = connection.nextAnswer();
                if (answered.nonce() != nonce) {
                    throw new ProtocolFault("an answer to another order");
                }
                if (!(answered.answer() instanceof Answer.Started started)) {
                    return new Replied(answered.answer(), answered.retire());
                }
                running = started.test();
            }
        } catch (ProtocolFault e) {
            throw e;
        } catch (IOException e) {
            return deadline.passed() ? new Overdue(running) : new Ended(status(e), running, lastWords());
        } finally {
            deadline.cancel();
        }
    }

    /** The status of a process whose pipe broke: it is ending, or will be made to. */
    private int status(IOException broken) {
        try {
            if (!process.waitFor(broken instanceof EOFException ? 5 : 1, TimeUnit.SECONDS)) {
                ProcessTree.kill(process);
            }
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    private String lastWords() {
        String words = log.text();
        return words.isEmpty() ? "" : "; its last words: " + words;
    }

    @Override
    public void close() {
        ProcessTree.end(process, home);
    }

    private Deadline deadline(Duration limit) {
        return new Deadline(process, limit);
    }

    /** Kills the process unless cancelled in time. */
    private static final class Deadline {
        private final AtomicBoolean passed = new AtomicBoolean();
        private final ScheduledFuture<?> killing;

        Deadline(Process process, Duration limit) {
            killing = EXECUTIONER.schedule(
                    () -> {
                        passed.set(true);
                        ProcessTree.kill(process);
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
