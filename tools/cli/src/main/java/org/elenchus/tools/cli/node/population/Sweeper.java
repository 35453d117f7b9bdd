package org.elenchus.tools.cli.node.population;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pekko.actor.typed.ActorSystem;
import org.elenchus.actors.wiring.ShardedDirectory;
import org.elenchus.tools.simulation.population.Population;
import org.elenchus.tools.simulation.population.Resident;

/** Asks a node's share of the entities, so many at a time; whoever does not answer in time is asked again, as the product does. */
final class Sweeper {
    /** One that lived on a node that has died is asked again after that long. */
    private static final Duration ANSWER = Duration.ofSeconds(1);

    private static final int AT_ONCE = 256;

    private final Population population;
    private final Asking asking;

    Sweeper(Population population, ActorSystem<?> system, ShardedDirectory directory) {
        this.population = population;
        this.asking = new Asking(system, directory, ANSWER);
    }

    Swept sweep(Question.Sweep sweep) throws InterruptedException {
        List<Integer> sample = population.sample(sweep.sample(), sweep.draw());
        AtomicInteger next = new AtomicInteger(sweep.part());
        try (var threads = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Swept>> streams = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                streams.add(threads.submit(() -> {
                    Swept swept = Swept.NOTHING;
                    for (int at = next.getAndAdd(sweep.parts());
                            at < sample.size();
                            at = next.getAndAdd(sweep.parts())) {
                        swept = swept.and(ask(population.resident(sample.get(at)), sweep.patience()));
                    }
                    return swept;
                }));
            }
            Swept all = Swept.NOTHING;
            for (Future<Swept> stream : streams) {
                all = all.and(stream.get());
            }
            return all;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private Swept ask(Resident resident, int patience) throws InterruptedException {
        long since = System.nanoTime();
        for (int repeated = 0; ; repeated++) {
            try {
                Optional<String> fault =
                        asking.ask(resident).toCompletableFuture().get();
                long millis = (System.nanoTime() - since) / 1_000_000;
                return fault.map(wrong -> new Swept(0, 1, 0, 0, millis, List.of(wrong)))
                        .orElse(new Swept(1, 0, 0, 0, millis, List.of()))
                        .and(new Swept(0, 0, 0, repeated, 0, List.of()));
            } catch (ExecutionException late) {
                if (System.nanoTime() - since > patience * 1_000_000_000L) {
                    String fault = resident.persistenceId() + " did not answer for " + patience + " s";
                    return new Swept(0, 0, 1, repeated, 0, List.of(fault));
                }
            }
        }
    }
}
