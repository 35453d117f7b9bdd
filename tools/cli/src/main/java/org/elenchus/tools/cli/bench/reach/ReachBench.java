package org.elenchus.tools.cli.bench.reach;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.elenchus.actors.port.PreparedRepository;
import org.elenchus.actors.port.Sandbox;
import org.elenchus.actors.port.SandboxFault;
import org.elenchus.tools.cli.bench.measure.SlotSet;
import org.elenchus.tools.cli.bench.sample.Enumeration;
import org.elenchus.tools.repair.operators.Operator;
import org.elenchus.tools.repair.operators.Purpose;
import org.elenchus.tools.repair.syntax.SourceFiles;

/** Measures the reach of one repository: families one after another, each by whichever slot is free. */
public final class ReachBench {
    private static final long PARSED_CHARACTERS = 3_000_000;

    private ReachBench() {}

    /**
     * @param sites broken states per family
     * @param progress told the number of states looked at; called from any slot
     * @return by family and drawing; does not depend on the number of slots
     */
    public static List<StateReach> measure(
            PreparedRepository repository, int sites, long seed, SlotSet slots, IntConsumer progress)
            throws SandboxFault, InterruptedException {
        Enumeration enumeration = Enumeration.of(repository, Purpose.BREAK);
        LinkedBlockingQueue<Sandbox> free = new LinkedBlockingQueue<>(slots.sandboxes());
        AtomicInteger done = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(slots.sandboxes().size());
        try {
            List<Future<List<StateReach>>> families = new ArrayList<>();
            for (Operator family : Operator.values()) {
                families.add(threads.submit(() -> {
                    Sandbox sandbox = free.take();
                    try {
                        return new FamilySample(repository, enumeration, new SourceFiles(PARSED_CHARACTERS))
                                .states(family, sites, seed, sandbox, () -> progress.accept(done.incrementAndGet()));
                    } finally {
                        free.add(sandbox);
                    }
                }));
            }
            List<StateReach> states = new ArrayList<>();
            for (Future<List<StateReach>> family : families) {
                states.addAll(family.get());
            }
            return List.copyOf(states);
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
