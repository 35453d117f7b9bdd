package org.elenchus.tools.cli.bench.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.elenchus.actors.port.Sandbox;
import org.elenchus.actors.port.SandboxFault;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.execution.Execution;
import org.elenchus.protocol.execution.ExecutionRequest;

/**
 * Jobs executed once, each by whichever slot was free.
 *
 * @param outcomes in the order of the jobs
 */
public record Pass(int slots, List<Execution> outcomes, Cost cost, Split split) {
    public Pass {
        outcomes = List.copyOf(outcomes);
    }

    public int compiled() {
        return (int) outcomes.stream()
                .filter(outcome -> OutcomeKind.of(outcome).compiled())
                .count();
    }

    /** Executed candidates per second of wall time; those that did not compile cost time but do not count. */
    public double perSecond() {
        return compiled() / cost.wall();
    }

    /** The same per second of processor time, this JVM's included. */
    public double perProcessorSecond() {
        return compiled() / cost.processor();
    }

    /** @param progress told the number of finished jobs; called from any slot */
    public static Pass run(SlotSet slots, Digest snapshot, List<Job> jobs, IntConsumer progress)
            throws SandboxFault, InterruptedException {
        AtomicReferenceArray<Execution> outcomes = new AtomicReferenceArray<>(jobs.size());
        AtomicInteger next = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        Split before = Split.of(slots.meter());
        Cost.Clock clock = new Cost.Clock();
        inParallel(slots.sandboxes(), sandbox -> {
            for (int i = next.getAndIncrement(); i < jobs.size(); i = next.getAndIncrement()) {
                Job job = jobs.get(i);
                outcomes.set(
                        i,
                        sandbox.executeAfresh(
                                new ExecutionRequest(snapshot, job.candidate().overlay(), job.tests(), false)));
                progress.accept(done.incrementAndGet());
            }
        });
        Cost cost = clock.read();
        List<Execution> all =
                IntStream.range(0, jobs.size()).mapToObj(outcomes::get).toList();
        return new Pass(
                slots.sandboxes().size(), all, cost, Split.of(slots.meter()).minus(before));
    }

    private interface Work {
        void on(Sandbox sandbox) throws SandboxFault;
    }

    private static void inParallel(List<Sandbox> sandboxes, Work work) throws SandboxFault, InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(sandboxes.size());
        try {
            List<Future<?>> running = new ArrayList<>();
            for (Sandbox sandbox : sandboxes) {
                running.add(threads.submit(() -> {
                    work.on(sandbox);
                    return null;
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SandboxFault fault) {
                throw fault;
            }
            throw new IllegalStateException(e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }
}
