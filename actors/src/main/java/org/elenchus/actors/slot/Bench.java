package org.elenchus.actors.slot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.elenchus.actors.port.Sandbox;
import org.elenchus.actors.port.SandboxFault;
import org.elenchus.actors.port.Sandboxes;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * A slot's own sandbox, opened when first needed and replaced when it fails. Work is done on one thread at a time; {@link #close} may be
 * called from any thread and ends what is running.
 */
final class Bench implements AutoCloseable {
    /** Sandboxes a piece of work may wear out, and refusals of the machine it may meet, before it is given up. */
    static final int TRIES = 3;

    /** After a refusal of the machine: long enough for someone to see that its disk is full and end the run before this work counts as missed. */
    private static final Duration PAUSE = Duration.ofSeconds(3);

    private static final Logger LOG = LoggerFactory.getLogger(Bench.class);

    private final Sandboxes sandboxes;
    private final Procedure procedure;
    private final SlotMeter meter;
    private @Nullable Sandbox sandbox;
    private boolean closed;

    Bench(Sandboxes sandboxes, Procedure procedure, SlotMeter meter) {
        this.sandboxes = sandboxes;
        this.procedure = procedure;
        this.meter = meter;
    }

    /** Does the work. Always gives a result: a fault of the machine and a bug are {@link WorkResult.Faulted}. */
    WorkResult perform(Work work) {
        long start = System.nanoTime();
        meter.begun();
        // Every line logged meanwhile names the work, and by its id the run and the task.
        try (MDC.MDCCloseable named = MDC.putCloseable("work", work.id())) {
            WorkResult result = attempt(work);
            meter.ended(System.nanoTime() - start, result);
            return result;
        }
    }

    private WorkResult attempt(Work work) {
        String fault = "";
        for (int i = 1; i <= TRIES && !isClosed(); i++) {
            try {
                return procedure.perform(work, open());
            } catch (SandboxFault e) {
                fault = message(e);
                LOG.warn("{}: sandbox fault {} of {}: {}", work.id(), i, TRIES, fault);
                discard();
                if (isOfTheMachine(e)) {
                    pause();
                }
            } catch (UncheckedIOException e) {
                fault = message(e);
                LOG.warn("{}: the disk refused, {} of {}: {}", work.id(), i, TRIES, fault, e);
                pause();
            } catch (Exception | LinkageError | StackOverflowError | AssertionError e) {
                LOG.error("{}: unexpected failure; reported as a fault, not scored", work.id(), e);
                return new WorkResult.Faulted(work.id(), message(e));
            }
        }
        return new WorkResult.Faulted(work.id(), isClosed() ? "the slot was closed" : fault);
    }

    /** Whether the machine refused (no engine, no disk), which may pass. What a candidate does to its worker has no such cause. */
    private static boolean isOfTheMachine(SandboxFault fault) {
        return fault.getCause() instanceof IOException;
    }

    /** Ends early when the slot is closed. */
    private synchronized void pause() {
        long until = System.nanoTime() + PAUSE.toNanos();
        try {
            for (long left = PAUSE.toMillis(); !closed && left > 0; left = (until - System.nanoTime()) / 1_000_000) {
                wait(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String message(Throwable e) {
        return e.getMessage() == null ? e.getClass().getName() : e.getClass().getSimpleName() + ": " + e.getMessage();
    }

    private Sandbox open() throws SandboxFault {
        synchronized (this) {
            if (sandbox != null) {
                return sandbox;
            }
        }
        Sandbox opened = sandboxes.open();
        synchronized (this) {
            if (!closed) {
                sandbox = opened;
                return opened;
            }
        }
        opened.close();
        throw new SandboxFault("the slot was closed");
    }

    private void discard() {
        Sandbox old;
        synchronized (this) {
            old = sandbox;
            sandbox = null;
        }
        close(old);
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        discard();
    }

    private static void close(@Nullable Sandbox sandbox) {
        if (sandbox == null) {
            return;
        }
        try {
            sandbox.close();
        } catch (RuntimeException e) {
            LOG.warn("a sandbox did not close cleanly", e);
        }
    }
}
