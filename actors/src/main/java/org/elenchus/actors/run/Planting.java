package org.elenchus.actors.run;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.elenchus.actors.run.Request.Judge;
import org.elenchus.actors.run.Request.Propose;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.protocol.run.EvolutionRunProtocol.Event;
import org.elenchus.protocol.run.EvolutionRunProtocol.RunFailed;
import org.elenchus.protocol.run.EvolutionRunProtocol.TasksPlanted;
import org.elenchus.protocol.run.RunSpec;
import org.elenchus.protocol.skill.BuiltInSkills;
import org.elenchus.protocol.skill.SkillId;
import org.elenchus.protocol.task.CandidateRef;
import org.elenchus.protocol.task.Pool;
import org.elenchus.protocol.task.Verdict;

/**
 * The tasks every iteration shares, made without guidance. Not every candidate passes the gates, so more are asked than needed; where a
 * wave still leaves a pool short, another wave asks for what is missing. Tasks that are real bugs are asked for once: there are no
 * more than there are.
 */
final class Planting {
    static final int WAVES = 3;
    private static final List<Pool> POOLS = List.of(Pool.VALIDATION, Pool.TEST, Pool.TRAIN);

    private Planting() {}

    /** First all proposals of the wave, then, when all are in, one batch per repository. */
    static List<Request> requests(Started s) {
        if (s.planted().isPresent()) {
            return List.of();
        }
        int wave = s.at().round();
        List<Request> requests = new ArrayList<>();
        for (Pool pool : POOLS) {
            requests.addAll(proposals(s, pool, wave));
        }
        if (Answers.all(s, requests)) {
            for (Pool pool : POOLS) {
                requests.addAll(batches(s, pool, wave));
            }
        }
        return requests;
    }

    /** Whether another wave should be asked. */
    static boolean isShort(Started s) {
        int next = s.at().round() + 1;
        return next < WAVES
                && POOLS.stream()
                        .filter(pool -> !real(s, pool))
                        .anyMatch(pool -> valid(s, pool, next) < wanted(s.spec(), pool));
    }

    /** The pools' tasks, or why the run cannot go on. */
    static Event plant(Started s) {
        for (Pool pool : POOLS) {
            if (valid(s, pool, WAVES) == 0) {
                return new RunFailed(without(s, pool));
            }
        }
        return new TasksPlanted(choose(s, Pool.VALIDATION), choose(s, Pool.TEST), choose(s, Pool.TRAIN));
    }

    private static String without(Started s, Pool pool) {
        List<Verdict> verdicts = verdicts(s, pool);
        if (!verdicts.isEmpty() && verdicts.stream().allMatch(Verdict.Undecided.class::isInstance)) {
            return "no task for the " + pool + " pool could be judged in "
                    + s.spec().pools().of(pool) + "; the first fault was: "
                    + ((Verdict.Undecided) verdicts.get(0)).fault()
                    + "; run doctor to see what this machine offers, then start a run with another seed: this one keeps its verdicts";
        }
        return "no task for the " + pool + " pool passed the gates in "
                + s.spec().pools().of(pool) + "; choose repositories with more tests, or ask for more tasks";
    }

    /** What became of a pool's candidates, wave by wave. */
    private static List<Verdict> verdicts(Started s, Pool pool) {
        List<Verdict> verdicts = new ArrayList<>();
        for (int wave = 0; wave < WAVES; wave++) {
            for (RepositoryCoordinate repository : s.spec().pools().of(pool)) {
                proposal(s, pool, wave, repository).stream()
                        .flatMap(proposal -> Judging.inOrder(proposal.candidates().stream()).stream())
                        .flatMap(candidate ->
                                Stream.ofNullable(s.work().verdicts().get(candidate.id())))
                        .forEach(verdicts::add);
            }
        }
        return verdicts;
    }

    private static int wanted(RunSpec spec, Pool pool) {
        return switch (pool) {
            case VALIDATION -> spec.validationTasks();
            case TEST -> spec.testTasks();
            case TRAIN -> spec.seedTasks();
        };
    }

    private static boolean real(Started s, Pool pool) {
        return s.spec().isReal(pool);
    }

    private static SkillId skill(Started s, Pool pool) {
        return real(s, pool) ? BuiltInSkills.REAL_BUG.id() : SkillId.UNGUIDED;
    }

    /** How many of each repository. What history has is not spread evenly, so each is asked for all. */
    private static int[] counts(Started s, Pool pool, int wave) {
        int repositories = s.spec().pools().of(pool).size();
        int wanted = wanted(s.spec(), pool);
        if (real(s, pool)) {
            int[] all = new int[repositories];
            Arrays.fill(all, wave == 0 ? wanted : 0);
            return all;
        }
        int missing = Math.max(0, wanted - valid(s, pool, wave));
        return Allocation.spread(oversampled(missing), repositories, 0);
    }

    private static List<Request> proposals(Started s, Pool pool, int wave) {
        List<RepositoryCoordinate> repositories = s.spec().pools().of(pool);
        int[] counts = counts(s, pool, wave);
        List<Request> requests = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            RepositoryCoordinate repository = repositories.get(i);
            if (counts[i] > 0) {
                requests.add(new Propose(
                        Ids.plant(wave, pool, Agenda.name(s, repository), skill(s, pool)),
                        skill(s, pool),
                        pool,
                        repository,
                        s.repository(repository).snapshot(),
                        counts[i],
                        s.planter(pool),
                        s.taken(repository),
                        List.of()));
            }
        }
        return requests;
    }

    /** 1.6 times as many, rounded up. */
    private static int oversampled(int tasks) {
        return Math.toIntExact((tasks * 8L + 4) / 5);
    }

    private static List<Request> batches(Started s, Pool pool, int wave) {
        List<Request> batches = new ArrayList<>();
        for (RepositoryCoordinate repository : s.spec().pools().of(pool)) {
            List<CandidateRef> candidates = proposal(s, pool, wave, repository)
                    .map(proposal -> Judging.inOrder(proposal.candidates().stream()))
                    .orElse(List.of());
            if (!candidates.isEmpty()) {
                batches.add(new Judge(Ids.plantBatch(wave, pool, Agenda.name(s, repository)), repository, candidates));
            }
        }
        return batches;
    }

    /** Valid tasks of a pool from the waves before {@code wave}. */
    private static int valid(Started s, Pool pool, int wave) {
        return s.spec().pools().of(pool).stream()
                .mapToInt(repository -> validTasks(s, pool, wave, repository).size())
                .sum();
    }

    private static List<TaskRef> validTasks(Started s, Pool pool, int waves, RepositoryCoordinate repository) {
        List<TaskRef> tasks = new ArrayList<>();
        for (int wave = 0; wave < waves; wave++) {
            proposal(s, pool, wave, repository).map(s.work()::validTasks).ifPresent(tasks::addAll);
        }
        return tasks;
    }

    private static Optional<Proposal> proposal(Started s, Pool pool, int wave, RepositoryCoordinate repository) {
        return Optional.ofNullable(
                s.work().proposals().get(Ids.plant(wave, pool, Agenda.name(s, repository), skill(s, pool))));
    }

    /** Round-robin over the repositories, each in id order, so that no repository outweighs the others. */
    private static List<String> choose(Started s, Pool pool) {
        List<Deque<TaskRef>> queues = s.spec().pools().of(pool).stream()
                .<Deque<TaskRef>>map(repository -> new ArrayDeque<>(validTasks(s, pool, WAVES, repository)))
                .toList();
        int total = Math.min(
                wanted(s.spec(), pool), queues.stream().mapToInt(Deque::size).sum());
        List<String> chosen = new ArrayList<>();
        for (int turn = 0; chosen.size() < total; turn++) {
            TaskRef next = queues.get(turn % queues.size()).poll();
            if (next != null) {
                chosen.add(next.id());
            }
        }
        return chosen.stream().sorted().toList();
    }
}
