package org.elenchus.tools.cli.node.population;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.apache.pekko.actor.typed.ActorSystem;
import org.elenchus.actors.wiring.ShardedDirectory;
import org.elenchus.tools.simulation.population.Population;
import org.elenchus.tools.simulation.population.Resident;

/** Asks a node's share of the entities, so many at a time; whoever does not answer in time is asked again, as the product does. */
final class Sweeper {
    /** One that lived on a node that has died is asked again after that long. */
    private static final Duration ANSWER = Duration.ofSeconds(1);

    /** So many of those that did not answer are asked again at once; they may all have to recover. */
    private static final int AGAIN = 256;

    private final Population population;
    private final Asking asking;

    Sweeper(Population population, ActorSystem<?> system, ShardedDirectory directory) {
        this.population = population;
        this.asking = new Asking(system, directory, ANSWER);
    }

    /** Those that do not answer hold up nobody: who is asked again waits for others that are. */
    Swept sweep(Question.Sweep sweep) throws InterruptedException {
        List<Integer> sample = population.sample(sweep.sample(), sweep.draw());
        Sweep begun = new Sweep(
                new Semaphore(sweep.atOnce()),
                new Semaphore(AGAIN),
                new Semaphore(AGAIN),
                System.nanoTime(),
                sweep.patience());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Swept>> answers = new ArrayList<>();
            for (int at = sweep.part(); at < sample.size(); at += sweep.parts()) {
                Resident resident = population.resident(sample.get(at));
                boolean first = at < sweep.first();
                begun.once().acquire();
                answers.add(threads.submit(() -> ask(resident, first, begun)));
            }
            Swept all = Swept.NOTHING;
            for (Future<Swept> answer : answers) {
                all = all.and(answer.get());
            }
            return all;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /**
     * One that is under way.
     *
     * @param once who may be asked for the first time
     * @param firstAgain who of the first may be asked once more; they do not wait for the others
     * @param again who of the others may be asked once more
     * @param since nanoseconds
     * @param patience seconds
     */
    private record Sweep(Semaphore once, Semaphore firstAgain, Semaphore again, long since, int patience) {
        long millis() {
            return (System.nanoTime() - since) / 1_000_000;
        }
    }

    /** @param begun has admitted it */
    private Swept ask(Resident resident, boolean first, Sweep begun) throws InterruptedException {
        long since = System.nanoTime();
        Semaphore admitted = begun.once();
        for (int repeated = 0; ; repeated++) {
            try {
                Optional<String> fault =
                        asking.ask(resident).toCompletableFuture().get();
                long millis = (System.nanoTime() - since) / 1_000_000;
                long early = first ? begun.millis() : 0;
                return fault.isPresent()
                        ? new Swept(0, 1, 0, repeated, early, millis, List.of(fault.get()))
                        : new Swept(1, 0, 0, repeated, early, millis, List.of());
            } catch (ExecutionException late) {
                if (System.nanoTime() - since > begun.patience() * 1_000_000_000L) {
                    String fault = resident.persistenceId() + " did not answer for " + begun.patience() + " s";
                    return new Swept(0, 0, 1, repeated, 0, 0, List.of(fault));
                }
            } finally {
                admitted.release();
            }
            admitted = first ? begun.firstAgain() : begun.again();
            admitted.acquire();
        }
    }
}
