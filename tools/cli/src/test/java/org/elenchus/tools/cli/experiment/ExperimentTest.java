package org.elenchus.tools.cli.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.elenchus.actors.evaluation.AcrossSeeds.Estimate;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.ProtocolJson;
import org.elenchus.protocol.learning.GeneratorReward;
import org.elenchus.protocol.run.RunSpec;
import org.elenchus.protocol.skill.BuiltInSkills;
import org.elenchus.protocol.skill.Skill;
import org.elenchus.tools.cli.Fault;
import org.elenchus.tools.cli.testing.Samples;
import org.junit.jupiter.api.Test;

class ExperimentTest {
    private static RunSpec spec(long seed, Strategy strategy) {
        RunSpec sample = Samples.SPEC;
        return new RunSpec(
                seed,
                sample.pools(),
                2,
                sample.tasksPerIteration(),
                sample.candidatesPerIteration(),
                sample.seedTasks(),
                sample.collectTasks(),
                sample.validationTasks(),
                sample.testTasks(),
                sample.rollouts(),
                sample.validationRollouts(),
                sample.evaluationRollouts(),
                sample.edits(),
                sample.trainingRounds(),
                strategy.reward(),
                sample.learning(),
                strategy.skills().given(),
                Optional.empty());
    }

    private static Plan plan(String seeds, String... strategies) throws Fault {
        return Plan.of(List.of(strategies), seeds, ExperimentTest::spec);
    }

    /** Four tasks of two rollouts, of each so many solved: by the first edit, and by the last. */
    private static List<TaskTries> solved(int each) {
        int most = Budgets.most(Samples.SPEC);
        return IntStream.range(0, 4)
                .mapToObj(task ->
                        new TaskTries(Digest.of("t" + task).hex(), List.of(each > 0 ? 1 : 0, each > 1 ? most : 0)))
                .toList();
    }

    private static Observation observation(Trial trial, int... each) {
        SortedMap<Integer, List<TaskTries>> evaluations = new TreeMap<>();
        for (int iteration = 0; iteration < each.length; iteration++) {
            evaluations.put(iteration, solved(each[iteration]));
        }
        return new Observation(trial, evaluations, 100);
    }

    private static List<Observation> all(Plan plan) {
        return plan.trials().stream()
                .map(trial ->
                        trial.strategy() == Strategy.FULL ? observation(trial, 0, 1, 2) : observation(trial, 0, 1, 1))
                .toList();
    }

    @Test
    void a_plan_is_every_strategy_under_every_seed_seed_by_seed() throws Exception {
        Plan plan = plan("3,1-2", "uniform", "full");

        assertThat(plan.seeds()).containsExactly(1L, 2L, 3L);
        assertThat(plan.trials()).extracting(Trial::toString).startsWith("full, seed 1", "uniform, seed 1");
        assertThat(plan.trials()).extracting(Trial::runId).hasSize(6).doesNotHaveDuplicates();
        assertThat(plan("1").strategies()).containsExactly(Strategy.values());
    }

    @Test
    void strategies_differ_in_skills_reward_advantage_or_appetite_and_in_nothing_else() {
        assertThat(List.of(Strategy.values()))
                .extracting(s -> List.of(s.skills(), s.reward(), s.advantage(), s.appetite()))
                .doesNotHaveDuplicates();
        assertThat(Strategy.WRITTEN_SKILLS.skills().given())
                .isEqualTo(BuiltInSkills.WRITTEN.stream().map(Skill::id).toList());
        assertThat(Strategy.UNIFORM.reward()).isEqualTo(GeneratorReward.CONSTANT);
    }

    @Test
    void what_cannot_be_meant_is_said() {
        assertThatThrownBy(() -> plan("1", "uniformly"))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("uniformly")
                .hasMessageContaining("uniform-control");
        for (String seeds : List.of("", "3-1", "a", "1-2-3", "1-5000")) {
            assertThatThrownBy(() -> plan(seeds, "full"))
                    .isInstanceOf(Fault.class)
                    .hasMessageContaining("1-10");
        }
    }

    @Test
    void curves_are_means_over_seeds_and_differences_are_paired_with_full() throws Exception {
        Plan plan = plan("1-3", "full", "uniform");
        Results results = Results.of(plan, all(plan));

        assertThat(results.tasks()).isEqualTo(4);
        assertThat(results.seeds()).containsExactly(1L, 2L, 3L);
        assertThat(results.ranking()).containsExactly(Strategy.FULL, Strategy.UNIFORM);
        assertThat(results.curve(Strategy.FULL).rates())
                .extracting(e -> e.value())
                .containsExactly(0.0, 0.5, 1.0);
        assertThat(results.curve(Strategy.FULL).vsFull()).isEmpty();
        assertThat(results.curve(Strategy.UNIFORM).vsFull().orElseThrow().value())
                .isCloseTo(-0.5, within(1e-12));
        assertThat(results.curve(Strategy.UNIFORM).rollouts()).isEqualTo(100);
    }

    @Test
    void the_order_in_which_trials_end_changes_no_figure() throws Exception {
        Plan plan = plan("1-3", "full", "uniform");
        List<Observation> backwards = new ArrayList<>(all(plan));
        Collections.reverse(backwards);

        assertThat(ResultsJson.of(plan, Results.of(plan, backwards)))
                .isEqualTo(ResultsJson.of(plan, Results.of(plan, all(plan))));
    }

    @Test
    void a_seed_that_lacks_a_strategy_counts_for_none() throws Exception {
        Plan plan = plan("1-3", "full", "uniform");
        List<Observation> lacking = all(plan).stream()
                .filter(o -> o.trial().seed() != 2 || o.trial().strategy() == Strategy.FULL)
                .toList();

        assertThat(Results.of(plan, lacking).seeds()).containsExactly(1L, 3L);
        assertThat(ResultsText.table(Results.of(plan, lacking))).contains("2 of 3 seeds, 4 held-out tasks");
        assertThat(Results.of(plan, List.of()).seeds()).isEmpty();
        assertThat(Results.of(plan, List.of()).curves()).isEmpty();
    }

    @Test
    void a_task_is_ever_solved_where_one_rollout_of_any_strategy_seed_or_iteration_solves_it() throws Exception {
        Plan plan = plan("1-2", "full", "uniform");
        List<Observation> observations = new ArrayList<>(
                plan.trials().stream().map(trial -> observation(trial, 0, 0, 0)).toList());
        assertThat(Results.of(plan, observations).solved()).isZero();

        SortedMap<Integer, List<TaskTries>> once =
                new TreeMap<>(observations.getLast().evaluations());
        once.put(1, List.of(new TaskTries(solved(0).get(2).task(), List.of(0, 3))));
        observations.set(observations.size() - 1, new Observation(plan.trials().getLast(), once, 100));
        Results results = Results.of(plan, observations);

        assertThat(results.solved()).isOne();
        assertThat(ResultsText.table(results)).contains("4 held-out tasks, of which 1 were ever solved");
        assertThat(ProtocolJson.mapper()
                        .readTree(ResultsJson.of(plan, results))
                        .path("solved")
                        .asInt())
                .isOne();
    }

    @Test
    void the_json_has_the_promised_fields() throws Exception {
        Plan plan = plan("1-2", "full", "uniform");
        JsonNode json = ProtocolJson.mapper().readTree(ResultsJson.of(plan, Results.of(plan, all(plan))));

        assertThat(json.path("tasks").asInt()).isEqualTo(4);
        assertThat(json.path("seeds")).hasSize(2);
        JsonNode uniform = json.path("strategies").path("uniform");
        assertThat(uniform.path("rate")).hasSize(3);
        assertThat(uniform.path("low").path(2).asDouble()).isEqualTo(0.5);
        assertThat(uniform.path("high").path(2).asDouble()).isEqualTo(0.5);
        assertThat(uniform.path("vsFull").path("delta").asDouble()).isCloseTo(-0.5, within(1e-12));
        assertThat(uniform.path("budgets")).hasSize(2);
        assertThat(uniform.path("budgets").path(0).path("edits").asInt()).isEqualTo(1);
        assertThat(uniform.path("budgets").path(0).path("last").path("rate").asDouble())
                .isEqualTo(0.5);
        assertThat(json.path("strategies").path("full").has("vsFull")).isFalse();
        assertThat(json.path("spec").path("iterations").asInt()).isEqualTo(2);
    }

    @Test
    void an_order_that_the_paper_has_the_other_way_round_is_called_different_and_an_interval_with_zero_shows_nothing() {
        assertThat(Paper.agreement(-0.018, new Estimate(0.1, 0.05, 0.2))).isEqualTo(Paper.Agreement.DIFFERS);
        assertThat(Paper.agreement(-0.018, new Estimate(-0.1, -0.2, -0.05))).isEqualTo(Paper.Agreement.AGREES);
        assertThat(Paper.agreement(-0.018, new Estimate(0.1, -0.05, 0.2))).isEqualTo(Paper.Agreement.NOT_SHOWN);
        assertThat(Paper.overFull(Strategy.UNIFORM)).isEmpty();
    }

    @Test
    void the_texts_say_what_was_shown_and_what_was_not() throws Exception {
        Plan plan = plan("1-3", "full", "uniform");
        Results results = Results.of(plan, all(plan));

        assertThat(ResultsText.table(results)).contains("3 seeds, 4 held-out tasks", "-0.500 [-0.500 -0.500]");
        assertThat(ResultsText.markdown(results))
                .contains("| full | 0.000 | 1.000 |")
                .contains("Worse than full, interval below zero: uniform");
        assertThat(ResultsText.markdown(results))
                .contains(
                        "| uniform | " + Budgets.most(Samples.SPEC) + " | 0.000 [0.000 0.000] | 0.500 [0.500 0.500] |");
        assertThat(ResultsPage.of(results)).contains("<svg", "<td>uniform</td>").doesNotContain("src=");
        assertThat(CurvePlot.svg(results))
                .contains("<polyline", "uniform</text>")
                .endsWith("</svg>\n");
    }
}
