package org.elenchus.tools.cli.evolve;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.elenchus.protocol.learning.AdvantageEstimator;
import org.elenchus.protocol.learning.Credit;
import org.elenchus.protocol.learning.GeneratorReward;
import org.elenchus.protocol.learning.LearningSettings;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.protocol.run.Pools;
import org.elenchus.protocol.run.RunSpec;
import org.elenchus.protocol.task.MutationMix;
import org.elenchus.tools.cli.Fault;
import org.elenchus.tools.mining.history.record.BugList;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What runs that are compared have in common: repositories and sizes. */
public final class RunOptions {
    @Option(
            names = "--train",
            split = ",",
            paramLabel = "REPO",
            description =
                    "Repositories to train on; repeat, or separate by commas. Default: commons-cli, commons-validator,"
                            + " commons-geometry-core.")
    private @Nullable List<String> train;

    @Option(
            names = "--validation",
            split = ",",
            paramLabel = "REPO",
            description = "Repositories of the validation tasks, which steer (V_val). Default:"
                    + " commons-fileupload2-core, commons-numbers-quaternion.")
    private @Nullable List<String> validation;

    @Option(
            names = "--test",
            split = ",",
            paramLabel = "REPO",
            description = "Repositories of the evaluation. Default: commons-dbutils, commons-numbers-fraction,"
                    + " commons-numbers-complex.")
    private @Nullable List<String> test;

    @Option(
            names = "--real-bugs",
            description =
                    "Evaluate on the real bugs that come with Elenchus instead of planted ones. Without --test: all whose"
                            + " library is in no other pool.")
    private boolean realBugs;

    @Option(
            names = "--real-validation",
            description =
                    "With --real-bugs: the validation tasks are real bugs, too, those of the releases that --validation names.")
    private boolean realValidation;

    @Option(
            names = "--mutations",
            paramLabel = "MIX",
            defaultValue = "balanced",
            description =
                    "What an untrained generator prefers: balanced, nothing; skewed, classic mutations over those that are like"
                            + " people's fixes (docs/experiments.md). Held-out tasks are always planted balanced."
                            + " Default: ${DEFAULT-VALUE}.")
    private MutationMix mutations = MutationMix.BALANCED;

    @Option(
            names = "--iterations",
            paramLabel = "N",
            defaultValue = "3",
            description = "Iterations (default: ${DEFAULT-VALUE}).")
    private int iterations;

    @Option(
            names = "--tasks",
            paramLabel = "N",
            defaultValue = "44",
            description = "Tasks admitted per iteration at most (default: ${DEFAULT-VALUE}).")
    private int tasks;

    @Option(
            names = "--candidates",
            paramLabel = "N",
            defaultValue = "104",
            description = "Candidates asked for per iteration (default: ${DEFAULT-VALUE}).")
    private int candidates;

    @Option(
            names = "--seed-tasks",
            paramLabel = "N",
            defaultValue = "18",
            description = "Unguided tasks whose traces start iteration 1 (default: ${DEFAULT-VALUE}).")
    private int seedTasks;

    @Option(
            names = "--collect-tasks",
            paramLabel = "N",
            defaultValue = "12",
            description = "Curriculum tasks attempted for traces in later iterations (default: ${DEFAULT-VALUE}).")
    private int collectTasks;

    @Option(
            names = "--validation-tasks",
            paramLabel = "N",
            defaultValue = "20",
            description = "Validation tasks (default: ${DEFAULT-VALUE}).")
    private int validationTasks;

    @Option(
            names = "--test-tasks",
            paramLabel = "N",
            defaultValue = "180",
            description = "Tasks of the evaluation (default: ${DEFAULT-VALUE}).")
    private int testTasks;

    @Option(
            names = "--rollouts",
            paramLabel = "K",
            defaultValue = "8",
            description = "Rollouts per task for scoring and training (default: ${DEFAULT-VALUE}).")
    private int rollouts;

    @Option(
            names = "--validation-rollouts",
            paramLabel = "K",
            defaultValue = "6",
            description = "Rollouts per validation task (default: ${DEFAULT-VALUE}).")
    private int validationRollouts;

    @Option(
            names = "--evaluation-rollouts",
            paramLabel = "K",
            defaultValue = "2",
            description = "Rollouts per test task (default: ${DEFAULT-VALUE}).")
    private int evaluationRollouts;

    @Option(
            names = "--edits",
            paramLabel = "N",
            defaultValue = "6",
            description = "Edits a rollout may try (default: ${DEFAULT-VALUE}).")
    private int edits;

    @Option(
            names = "--evaluation-edits",
            paramLabel = "N",
            description =
                    "Edits a rollout may try at test tasks (default: as many as --edits). The solve rate within fewer"
                            + " follows from the same rollouts.")
    private @Nullable Integer evaluationEdits;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "2",
            description = "Training rounds per iteration (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Option(names = "--learning-rate", paramLabel = "RATE", description = "Adam's step size (default: 0.15).")
    private @Nullable Double learningRate;

    @Option(
            names = "--damping",
            paramLabel = "EPSILON",
            description = "Adam's epsilon: what the gradient tells of less clearly than that moves by less than a step"
                    + " (default: 0.03).")
    private @Nullable Double damping;

    @Option(
            names = "--credit",
            paramLabel = "KIND",
            defaultValue = "attempt",
            description =
                    "What of a rollout is credited with how it ended: rollout, all of it alike, as in the paper; or attempt, each"
                            + " edit with what it came to itself (default: ${DEFAULT-VALUE}).")
    private Credit credit = Credit.ATTEMPT;

    /** A specification. @throws Fault when a number is out of range, a name is no repository, or pools overlap */
    public RunSpec spec(long seed, SkillSource skills, GeneratorReward reward, AdvantageEstimator advantage)
            throws Fault {
        try {
            BugList bugs = BugList.reviewed();
            RunSpec spec = new RunSpec(
                    seed,
                    pools(bugs),
                    iterations,
                    tasks,
                    candidates,
                    seedTasks,
                    collectTasks,
                    validationTasks,
                    testTasks,
                    rollouts,
                    validationRollouts,
                    evaluationRollouts,
                    edits,
                    rounds,
                    reward,
                    learning(advantage),
                    skills.given(),
                    realBugs ? Optional.of(bugs.digest()) : Optional.empty(),
                    Optional.ofNullable(evaluationEdits),
                    realValidation,
                    Optional.of(mutations));
            spec.check();
            return spec;
        } catch (IllegalArgumentException e) {
            throw Fault.usage(String.valueOf(e.getMessage()));
        }
    }

    private Pools pools(BugList bugs) {
        List<RepositoryCoordinate> training = coordinates(train, DefaultRepositories.TRAIN);
        List<RepositoryCoordinate> trusted = coordinates(validation, DefaultRepositories.VALIDATION);
        if (realBugs && realValidation) {
            requireListed("--validation", trusted, bugs);
        }
        if (!realBugs || test != null) {
            List<RepositoryCoordinate> tested = coordinates(test, DefaultRepositories.TEST);
            if (realBugs) {
                requireListed("--test", tested, bugs);
            }
            return new Pools(training, trusted, tested);
        }
        Set<String> known = Stream.concat(training.stream(), trusted.stream())
                .map(RepositoryCoordinate::library)
                .collect(Collectors.toSet());
        return new Pools(
                training,
                trusted,
                bugs.releases().stream()
                        .filter(release -> !known.contains(release.library()))
                        .toList());
    }

    /** Whoever has no bug in the list would bring no task, which would show only when all is prepared. */
    private static void requireListed(String option, List<RepositoryCoordinate> pool, BugList bugs) {
        for (RepositoryCoordinate member : pool) {
            if (!bugs.releases().contains(member)) {
                throw new IllegalArgumentException(
                        member + " has no bug in the list, and the tasks of " + option + " are real bugs; name some of "
                                + bugs.releases().stream()
                                        .map(RepositoryCoordinate::value)
                                        .collect(Collectors.joining(", ")));
            }
        }
    }

    private static List<RepositoryCoordinate> coordinates(@Nullable List<String> named, List<String> defaults) {
        return (named == null ? defaults : named)
                .stream().map(String::strip).map(RepositoryCoordinate::new).toList();
    }

    private LearningSettings learning(AdvantageEstimator advantage) {
        LearningSettings base = LearningSettings.DEFAULT;
        return new LearningSettings(
                advantage,
                base.componentWeights(),
                learningRate == null ? base.learningRate() : learningRate,
                base.clipLow(),
                base.clipHigh(),
                base.klWeight(),
                base.epochs(),
                base.tasksPerBatch(),
                Optional.of(credit),
                damping == null ? base.damping() : Optional.of(damping));
    }
}
