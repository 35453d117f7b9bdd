package org.elenchus.tools.sandbox;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.elenchus.actors.port.OutcomeMemo;
import org.elenchus.actors.port.SandboxFault;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.execution.Execution;

/**
 * Outcomes by content, known or under way: what one sandbox executes, another that is asked for the same waits for. Runs that differ in
 * little try the same edits at the same time. Thread-safe.
 */
final class SharedOutcomes {
    private final OutcomeMemo memo;
    private final ExecutionMeter meter;
    private final Map<Digest, CompletableFuture<Execution>> underWay = new ConcurrentHashMap<>();

    SharedOutcomes(OutcomeMemo memo, ExecutionMeter meter) {
        this.memo = memo;
        this.meter = meter;
    }

    /** Executes what is not known yet. */
    @FunctionalInterface
    interface Executing {
        Execution execute() throws SandboxFault;
    }

    /** @throws SandboxFault when it is not known, and executing it here failed; another's fault is not passed on */
    Execution of(Digest request, Executing executing) throws SandboxFault {
        while (true) {
            Optional<Execution> known = memo.recall(request);
            if (known.isPresent()) {
                meter.recalled();
                return known.get();
            }
            CompletableFuture<Execution> mine = new CompletableFuture<>();
            CompletableFuture<Execution> others = underWay.putIfAbsent(request, mine);
            if (others == null) {
                return execute(request, executing, mine);
            }
            Optional<Execution> outcome = await(others);
            if (outcome.isPresent()) {
                meter.recalled();
                return outcome.get();
            }
        }
    }

    private Execution execute(Digest request, Executing executing, CompletableFuture<Execution> mine)
            throws SandboxFault {
        try {
            Execution outcome = executing.execute();
            memo.remember(request, outcome);
            mine.complete(outcome);
            return outcome;
        } finally {
            underWay.remove(request, mine);
            // Where there is no outcome, whoever waits executes it.
            mine.cancel(false);
        }
    }

    /** As long as the other may take at most; empty when it came to nothing. */
    private static Optional<Execution> await(CompletableFuture<Execution> others) {
        try {
            return Optional.of(others.join());
        } catch (CancellationException e) {
            return Optional.empty();
        }
    }
}
