package org.elenchus.tools.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.elenchus.tools.simulation.machine.Fault;

/**
 * Many schedules, of consecutive seeds, until one breaks an invariant.
 *
 * @param first the first seed
 * @param threads simulators at work at once; which of them plays a seed makes no difference
 */
public record Campaign(long first, long schedules, Set<Fault> faults, int threads) {
    /** Few enough that a violation stops all soon, many enough that threads do not wait for each other. */
    private static final int BATCH = 16;

    public Campaign {
        faults = Set.copyOf(faults);
    }

    /**
     * What came of it.
     *
     * @param played schedules that were played
     * @param steps in all of them
     * @param time virtual, in all of them
     * @param violation of the lowest seed that had one
     */
    public record Result(long played, long steps, Duration time, Duration wall, Optional<Play> violation) {
        private static final Result NONE = new Result(0, 0, Duration.ZERO, Duration.ZERO, Optional.empty());

        /** Of one schedule alone. */
        public static Result of(Play play) {
            return new Result(
                    1,
                    play.steps(),
                    play.time(),
                    Duration.ZERO,
                    Optional.of(play).filter(played -> played.violation().isPresent()));
        }

        private Result plus(Result other) {
            Optional<Play> lowest = Stream.of(violation, other.violation)
                    .flatMap(Optional::stream)
                    .min(Comparator.comparingLong(Play::seed));
            return new Result(played + other.played, steps + other.steps, time.plus(other.time), wall, lowest);
        }

        private Result took(Duration duration) {
            return new Result(played, steps, time, duration, violation);
        }
    }

    /** @param progress is told the number of schedules played, by any thread */
    public Result run(Cast cast, LongConsumer progress) throws InterruptedException {
        long start = System.nanoTime();
        AtomicLong next = new AtomicLong();
        AtomicLong played = new AtomicLong();
        Callable<Result> player = () -> play(cast, next, () -> progress.accept(played.incrementAndGet()));
        ExecutorService players = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Result>> parts = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                parts.add(players.submit(player));
            }
            Result all = Result.NONE;
            for (Future<Result> part : parts) {
                all = all.plus(part.get());
            }
            return all.took(Duration.ofNanos(System.nanoTime() - start));
        } catch (ExecutionException e) {
            throw new IllegalStateException("the simulation itself failed: " + e.getCause(), e.getCause());
        } finally {
            players.shutdownNow();
        }
    }

    private Result play(Cast cast, AtomicLong next, Runnable progress) {
        Result result = Result.NONE;
        try (Simulator simulator = new Simulator(cast)) {
            for (long from = next.getAndAdd(BATCH); from < schedules; from = next.getAndAdd(BATCH)) {
                for (long i = from; i < Math.min(schedules, from + BATCH); i++) {
                    Play play = simulator.play(first + i, faults, false);
                    result = result.plus(Result.of(play));
                    progress.run();
                    if (play.violation().isPresent()) {
                        // Batches with higher seeds need not begin; those with lower ones are finished by whoever has
                        // them.
                        next.set(schedules);
                        return result;
                    }
                }
            }
        }
        return result;
    }
}
