package org.elenchus.protocol.run;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.ProtocolJson;
import org.elenchus.protocol.Required;
import org.elenchus.protocol.learning.GeneratorReward;
import org.elenchus.protocol.learning.LearningSettings;
import org.elenchus.protocol.skill.BuiltInSkills;
import org.elenchus.protocol.skill.SkillId;
import org.elenchus.protocol.task.MutationMix;
import org.elenchus.protocol.task.Pool;

/**
 * Everything the result of a run depends on. The number of workers is not part of it.
 *
 * @param tasksPerIteration tasks admitted per iteration at most
 * @param candidatesPerIteration candidates asked per iteration
 * @param seedTasks unguided tasks whose traces start the first iteration
 * @param collectTasks curriculum tasks attempted for traces in later iterations
 * @param rollouts K, rollouts per candidate when scored and per task when trained
 * @param validationRollouts rollouts per validation task for G_v
 * @param evaluationRollouts rollouts per test task
 * @param edits candidate edits a rollout may try
 * @param evaluationEdits the same at test tasks; absent where it is as many
 * @param givenSkills built-in skills that guide the generator instead of distilled ones; none for those that traces teach
 * @param realBugs digest of the list of real bugs that are the test tasks; absent where these are planted
 * @param realValidation whether the validation tasks are real bugs of that list, too
 * @param mutations what the generator prefers before it is trained; absent where that is nothing. Held-out tasks are planted without it
 * @param trainingRounds rounds of training per iteration; the first uses the scoring rollouts, later ones fresh rollouts
 */
public record RunSpec(
        long seed,
        Pools pools,
        int iterations,
        int tasksPerIteration,
        int candidatesPerIteration,
        int seedTasks,
        int collectTasks,
        int validationTasks,
        int testTasks,
        int rollouts,
        int validationRollouts,
        int evaluationRollouts,
        int edits,
        int trainingRounds,
        GeneratorReward reward,
        LearningSettings learning,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<SkillId> givenSkills,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Digest> realBugs,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Integer> evaluationEdits,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean realValidation,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<MutationMix> mutations) {
    private static final int MOST_ITERATIONS = 10_000;
    private static final int MOST_EDITS = 10_000;

    /** Tasks or candidates, rollouts at each, and rounds of training: how many rollouts an iteration has is an int. */
    private static final int MOST_TASKS = 10_000;

    private static final int MOST_ROLLOUTS = 1_000;
    private static final int MOST_ROUNDS = 200;

    public RunSpec {
        // Runs of earlier versions know of none, and keep their ids.
        givenSkills = Required.list("given skills", Objects.requireNonNullElse(givenSkills, List.of()));
        realBugs = Objects.requireNonNullElse(realBugs, Optional.empty());
        evaluationEdits = Objects.requireNonNullElse(evaluationEdits, Optional.empty());
        mutations = Objects.requireNonNullElse(mutations, Optional.<MutationMix>empty())
                .filter(mix -> mix != MutationMix.BALANCED);
        givenSkills.stream()
                .filter(id -> BuiltInSkills.find(id).isEmpty())
                .findFirst()
                .ifPresent(id -> {
                    throw new IllegalArgumentException("no built-in skill is called " + id);
                });
        positive("iterations", iterations);
        positive("tasks per iteration", tasksPerIteration);
        positive("candidates per iteration", candidatesPerIteration);
        positive("seed tasks", seedTasks);
        positive("collect tasks", collectTasks);
        positive("validation tasks", validationTasks);
        positive("test tasks", testTasks);
        positive("validation rollouts", validationRollouts);
        positive("evaluation rollouts", evaluationRollouts);
        positive("edits", edits);
        evaluationEdits.ifPresent(edited -> positive("evaluation edits", edited));
        positive("training rounds", trainingRounds);
        Required.that(rollouts >= 2, "rollouts", rollouts, "at least 2, a group needs a spread");
        if (realValidation && realBugs.isEmpty()) {
            throw new IllegalArgumentException("validation tasks can be real bugs only where test tasks are");
        }
    }

    /** Planted validation tasks, balanced mutations, and test tasks at which a rollout may try as many edits as anywhere. */
    public RunSpec(
            long seed,
            Pools pools,
            int iterations,
            int tasksPerIteration,
            int candidatesPerIteration,
            int seedTasks,
            int collectTasks,
            int validationTasks,
            int testTasks,
            int rollouts,
            int validationRollouts,
            int evaluationRollouts,
            int edits,
            int trainingRounds,
            GeneratorReward reward,
            LearningSettings learning,
            List<SkillId> givenSkills,
            Optional<Digest> realBugs) {
        this(
                seed,
                pools,
                iterations,
                tasksPerIteration,
                candidatesPerIteration,
                seedTasks,
                collectTasks,
                validationTasks,
                testTasks,
                rollouts,
                validationRollouts,
                evaluationRollouts,
                edits,
                trainingRounds,
                reward,
                learning,
                givenSkills,
                realBugs,
                Optional.empty(),
                false,
                Optional.empty());
    }

    /** The same but for how many tasks an iteration admits at most. */
    public RunSpec withTasksPerIteration(int tasks) {
        return new RunSpec(
                seed,
                pools,
                iterations,
                tasks,
                candidatesPerIteration,
                seedTasks,
                collectTasks,
                validationTasks,
                testTasks,
                rollouts,
                validationRollouts,
                evaluationRollouts,
                edits,
                trainingRounds,
                reward,
                learning,
                givenSkills,
                realBugs,
                evaluationEdits,
                realValidation,
                mutations);
    }

    /** Whether the tasks of a pool are bugs that people made. */
    public boolean isReal(Pool pool) {
        return switch (pool) {
            case TEST -> realBugs.isPresent();
            case VALIDATION -> realValidation;
            case TRAIN -> false;
        };
    }

    /** Candidate edits a rollout of a phase may try. */
    public int edits(Phase phase) {
        return phase == Phase.BASELINE || phase == Phase.EVALUATING ? evaluationEdits.orElse(edits) : edits;
    }

    @JsonIgnore
    public MutationMix mutationMix() {
        return mutations.orElse(MutationMix.BALANCED);
    }

    /** Whether skills are distilled from traces. */
    @JsonIgnore
    public boolean distils() {
        return givenSkills.isEmpty();
    }

    /**
     * To be called where a specification comes in. Reading one back does not call it: what an earlier version let in stays in its journal, and one
     * that could not be read would keep all the others from being listed.
     *
     * @throws IllegalArgumentException when something is absent or out of range
     */
    public void check() {
        Required.present("pools", pools);
        Required.present("reward", reward);
        Required.present("learning", learning);
        atMost("iterations", iterations, MOST_ITERATIONS);
        atMost("tasks per iteration", tasksPerIteration, MOST_TASKS);
        atMost("candidates per iteration", candidatesPerIteration, MOST_TASKS);
        atMost("seed tasks", seedTasks, MOST_TASKS);
        atMost("collect tasks", collectTasks, MOST_TASKS);
        atMost("validation tasks", validationTasks, MOST_TASKS);
        atMost("test tasks", testTasks, MOST_TASKS);
        atMost("rollouts", rollouts, MOST_ROLLOUTS);
        atMost("validation rollouts", validationRollouts, MOST_ROLLOUTS);
        atMost("evaluation rollouts", evaluationRollouts, MOST_ROLLOUTS);
        atMost("edits", edits, MOST_EDITS);
        evaluationEdits.ifPresent(edited -> atMost("evaluation edits", edited, MOST_EDITS));
        atMost("training rounds", trainingRounds, MOST_ROUNDS);
        learning.check();
    }

    private static void atMost(String name, int value, int most) {
        Required.that(value <= most, name, value, "at most " + most);
    }

    private static void positive(String name, int value) {
        Required.that(value >= 1, name, value, "at least 1");
    }

    /** The run's id: same specification, same run. */
    @JsonIgnore
    public String runId() {
        return "run-" + ProtocolJson.digest(this).brief();
    }
}
