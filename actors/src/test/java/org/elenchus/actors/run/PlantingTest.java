package org.elenchus.actors.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.elenchus.actors.run.Request.Propose;
import org.elenchus.actors.run.Simulation.Weather;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.learning.GeneratorReward;
import org.elenchus.protocol.run.Phase;
import org.elenchus.protocol.run.Pools;
import org.elenchus.protocol.skill.BuiltInSkills;
import org.elenchus.protocol.skill.SkillId;
import org.elenchus.protocol.task.Gate;
import org.elenchus.protocol.task.Pool;
import org.elenchus.protocol.task.Verdict;
import org.junit.jupiter.api.Test;

class PlantingTest {
    @Test
    void asks_for_more_than_it_needs_and_evenly() {
        Simulation run = Simulation.calm(Specs.spec(7));
        List<Propose> first = proposals(run).stream()
                .filter(request -> request.id().startsWith("plant/0/TRAIN/"))
                .toList();
        assertThat(first).extracting(Propose::count).containsExactly(4, 3);
    }

    @Test
    void asks_again_for_what_a_wave_left_short_and_takes_what_there_is() {
        Simulation run = new Simulation(passing(25), Weather.CALM, 0).run(Specs.spec(7));
        assertThat(proposals(run)).anyMatch(request -> request.id().startsWith("plant/1/"));
        assertThat(proposals(run)).noneMatch(request -> request.id().startsWith("plant/3/"));
    }

    @Test
    void asks_no_second_wave_when_the_first_was_enough() {
        Simulation run = new Simulation(passing(100), Weather.CALM, 0).run(Specs.spec(7));
        assertThat(proposals(run)).noneMatch(request -> request.id().startsWith("plant/1/"));
        Planted planted = run.started().pools();
        assertThat(planted.validation()).hasSize(4);
        assertThat(planted.test()).hasSize(5);
        assertThat(planted.seed()).hasSize(4);
        assertThat(planted.seed())
                .extracting(TaskRef::repository)
                .containsExactly(Specs.ALPHA, Specs.ALPHA, Specs.BETA, Specs.BETA);
    }

    @Test
    void fails_with_a_remedy_when_a_pool_has_no_valid_task() {
        Simulation run = new Simulation(passing(0), Weather.CALM, 0).run(Specs.spec(7));
        assertThat(run.started().at().failure().orElseThrow())
                .contains("no task for the VALIDATION pool", Specs.GAMMA.value(), "choose repositories");
    }

    @Test
    void fails_with_the_first_fault_when_no_candidate_of_a_pool_could_be_judged() {
        ScriptedWorld broken = new ScriptedWorld() {
            @Override
            Verdict verdict(String id) {
                return new Verdict.Undecided(id, "no sandbox for " + id);
            }
        };
        Simulation run = new Simulation(broken, Weather.CALM, 0).run(Specs.spec(7));
        assertThat(run.started().at().failure().orElseThrow())
                .contains(
                        "no task for the VALIDATION pool could be judged",
                        "no sandbox for plant/0/VALIDATION/gamma/unguided/00",
                        "run doctor")
                .doesNotContain("more tests");
    }

    @Test
    void a_pool_with_several_repositories_draws_from_each() {
        Pools pools = new Pools(
                Specs.repositories("maven:a:a:1"),
                Specs.repositories("maven:b:b:1"),
                Specs.repositories("maven:c:c:1", "maven:d:d:1", "dir:/src/c"));
        Simulation run =
                new Simulation(passing(100), Weather.CALM, 0).run(Specs.spec(7, pools, GeneratorReward.ALIGNMENT));
        assertThat(run.started().at().phase()).isEqualTo(Phase.FINISHED);
        assertThat(run.started().pools().test()).extracting(TaskRef::repository).containsAll(pools.of(Pool.TEST));
    }

    @Test
    void real_bugs_are_asked_for_once_and_as_many_as_there_are_will_do() {
        Simulation run = new Simulation(passing(40), Weather.CALM, 0).run(Specs.onRealBugs(7));
        List<Propose> test = proposals(run).stream()
                .filter(request -> request.pool() == Pool.TEST)
                .toList();

        assertThat(test).singleElement().satisfies(request -> {
            assertThat(request.skill()).isEqualTo(BuiltInSkills.REAL_BUG.id());
            assertThat(request.count()).isEqualTo(5);
        });
        assertThat(run.started().pools().test()).hasSizeBetween(1, 4);
        assertThat(proposals(run))
                .filteredOn(request -> request.pool() == Pool.VALIDATION)
                .allMatch(request -> request.skill().equals(SkillId.UNGUIDED));
    }

    @Test
    void the_trusted_set_can_be_real_bugs_while_what_is_trained_on_is_never() {
        Simulation run = new Simulation(passing(100), Weather.CALM, 0).run(Specs.steeredByRealBugs(7));

        assertThat(proposals(run))
                .filteredOn(request -> request.pool() == Pool.VALIDATION)
                .singleElement()
                .satisfies(request -> assertThat(request.skill()).isEqualTo(BuiltInSkills.REAL_BUG.id()));
        assertThat(proposals(run))
                .filteredOn(request -> request.pool() == Pool.TRAIN)
                .isNotEmpty()
                .noneMatch(request -> request.skill().equals(BuiltInSkills.REAL_BUG.id()));
    }

    @Test
    void test_tasks_are_tried_with_the_edits_of_an_evaluation_and_others_with_those_of_training() {
        Simulation run = new Simulation(passing(100), Weather.CALM, 0).run(Specs.steeredByRealBugs(7));

        assertThat(attempts(run, run.started().pools().test())).isNotEmpty().allMatch(request -> request.edits() == 9);
        assertThat(attempts(run, run.started().pools().validation()))
                .isNotEmpty()
                .allMatch(request -> request.edits() == 3);
    }

    @Test
    void a_generator_with_a_preference_of_its_own_plants_what_is_trained_on_and_nothing_that_is_held_out() {
        Digest unskewed = Digest.of("prefers nothing");
        ScriptedWorld skewed = new ScriptedWorld() {
            @Override
            Optional<Digest> planter() {
                return Optional.of(unskewed);
            }
        };
        Simulation run = new Simulation(skewed, Weather.CALM, 0).run(Specs.spec(7));

        assertThat(proposals(run))
                .filteredOn(request -> request.pool() != Pool.TRAIN)
                .isNotEmpty()
                .allMatch(request -> request.generator().equals(unskewed));
        assertThat(proposals(run))
                .filteredOn(request -> request.pool() == Pool.TRAIN)
                .isNotEmpty()
                .noneMatch(request -> request.generator().equals(unskewed));
    }

    @Test
    void a_generator_without_a_preference_plants_every_pool() {
        Simulation run = Simulation.calm(Specs.spec(7));

        assertThat(proposals(run))
                .filteredOn(request -> request.id().startsWith("plant/"))
                .isNotEmpty()
                .allMatch(request -> request.generator().equals(Digest.of("generator")));
    }

    private static List<Request.Attempt> attempts(Simulation run, List<TaskRef> tasks) {
        return run.sent.stream()
                .filter(Request.Attempt.class::isInstance)
                .map(Request.Attempt.class::cast)
                .filter(request -> tasks.contains(request.task()))
                .toList();
    }

    private static List<Propose> proposals(Simulation run) {
        return run.sent.stream()
                .filter(Propose.class::isInstance)
                .map(Propose.class::cast)
                .toList();
    }

    /** A world whose gates let this share of the candidates pass, in percent. */
    private static ScriptedWorld passing(int percent) {
        return new ScriptedWorld() {
            @Override
            Verdict verdict(String id) {
                return dice("verdict " + id) < percent
                        ? new Verdict.Valid(id, Digest.of("task " + id), 1, 1, Digest.of("e"))
                        : new Verdict.Rejected(id, Gate.SEMANTICS, "no failure observed", Digest.of("e"));
            }
        };
    }
}
