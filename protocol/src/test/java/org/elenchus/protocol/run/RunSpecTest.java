package org.elenchus.protocol.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.ProtocolJson;
import org.elenchus.protocol.learning.GeneratorReward;
import org.elenchus.protocol.learning.LearningSettings;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.protocol.skill.BuiltInSkills;
import org.elenchus.protocol.skill.Skill;
import org.elenchus.protocol.skill.SkillId;
import org.elenchus.protocol.task.MutationMix;
import org.elenchus.protocol.task.Pool;
import org.junit.jupiter.api.Test;

class RunSpecTest {
    private static final Pools POOLS = new Pools(one("train"), one("validation"), one("test"));

    private static List<RepositoryCoordinate> one(String name) {
        return List.of(new RepositoryCoordinate("maven:org.example:" + name + ":1.0"));
    }

    private static RunSpec spec(List<SkillId> given) {
        return new RunSpec(
                1,
                POOLS,
                1,
                1,
                1,
                1,
                1,
                1,
                1,
                2,
                1,
                1,
                1,
                1,
                GeneratorReward.ALIGNMENT,
                LearningSettings.DEFAULT,
                given,
                Optional.empty());
    }

    @Test
    void a_run_that_distils_says_nothing_of_given_skills_so_its_id_is_that_of_earlier_versions() {
        String json = new String(ProtocolJson.write(spec(List.of())), StandardCharsets.UTF_8);

        assertThat(json).doesNotContain("givenSkills");
        assertThat(ProtocolJson.read(json.getBytes(StandardCharsets.UTF_8), RunSpec.class))
                .isEqualTo(spec(List.of()));
        assertThat(spec(List.of()).distils()).isTrue();
    }

    @Test
    void given_skills_make_another_run() {
        RunSpec uniform = spec(List.of(SkillId.UNGUIDED));

        assertThat(uniform.distils()).isFalse();
        assertThat(uniform.runId()).isNotEqualTo(spec(List.of()).runId());
        assertThat(ProtocolJson.read(ProtocolJson.write(uniform), RunSpec.class))
                .isEqualTo(uniform);
    }

    @Test
    void a_skill_that_is_not_built_in_cannot_be_given() {
        assertThatThrownBy(() -> spec(List.of(new SkillId("guard-null"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("guard-null");
    }

    private static RunSpec real(Optional<Digest> list, Optional<Integer> evaluationEdits, boolean realValidation) {
        return with(list, evaluationEdits, realValidation, Optional.empty());
    }

    private static RunSpec with(
            Optional<Digest> list,
            Optional<Integer> evaluationEdits,
            boolean realValidation,
            Optional<MutationMix> mutations) {
        RunSpec s = spec(List.of());
        return new RunSpec(
                s.seed(),
                s.pools(),
                s.iterations(),
                s.tasksPerIteration(),
                s.candidatesPerIteration(),
                s.seedTasks(),
                s.collectTasks(),
                s.validationTasks(),
                s.testTasks(),
                s.rollouts(),
                s.validationRollouts(),
                s.evaluationRollouts(),
                s.edits(),
                s.trainingRounds(),
                s.reward(),
                s.learning(),
                s.givenSkills(),
                list,
                evaluationEdits,
                realValidation,
                mutations);
    }

    @Test
    void only_test_tasks_are_tried_with_the_edits_of_an_evaluation() {
        RunSpec spec = real(Optional.empty(), Optional.of(30), false);

        assertThat(spec.edits(Phase.BASELINE)).isEqualTo(30);
        assertThat(spec.edits(Phase.EVALUATING)).isEqualTo(30);
        assertThat(spec.edits(Phase.ANCHORING)).isEqualTo(1);
        assertThat(spec.edits(Phase.TRAINING)).isEqualTo(1);
        assertThat(spec(List.of()).edits(Phase.EVALUATING)).isEqualTo(1);
        assertThat(spec.runId()).isNotEqualTo(spec(List.of()).runId());
        assertThat(ProtocolJson.read(ProtocolJson.write(spec), RunSpec.class)).isEqualTo(spec);
    }

    @Test
    void a_run_without_an_evaluation_of_its_own_keeps_the_id_that_earlier_versions_gave_it() {
        assertThat(new String(ProtocolJson.write(spec(List.of())), StandardCharsets.UTF_8))
                .doesNotContain("evaluationEdits", "realValidation");
    }

    @Test
    void real_bugs_are_held_out_and_never_trained_on() {
        RunSpec spec = real(Optional.of(Digest.of("a list")), Optional.empty(), true);

        assertThat(spec.isReal(Pool.TEST)).isTrue();
        assertThat(spec.isReal(Pool.VALIDATION)).isTrue();
        assertThat(spec.isReal(Pool.TRAIN)).isFalse();
        assertThat(ProtocolJson.read(ProtocolJson.write(spec), RunSpec.class)).isEqualTo(spec);
        assertThatThrownBy(() -> real(Optional.empty(), Optional.empty(), true))
                .hasMessageContaining("only where test tasks are");
    }

    private static RunSpec mixed(MutationMix mix) {
        return with(Optional.empty(), Optional.empty(), false, Optional.of(mix));
    }

    @Test
    void a_run_with_balanced_mutations_is_that_of_earlier_versions_and_one_with_skewed_ones_is_another() {
        RunSpec skewed = mixed(MutationMix.SKEWED);

        assertThat(mixed(MutationMix.BALANCED)).isEqualTo(spec(List.of()));
        assertThat(new String(ProtocolJson.write(mixed(MutationMix.BALANCED)), StandardCharsets.UTF_8))
                .doesNotContain("mutations", "mutationMix");
        assertThat(new String(ProtocolJson.write(skewed), StandardCharsets.UTF_8))
                .contains("\"mutations\":\"skewed\"")
                .doesNotContain("mutationMix");
        assertThat(skewed.runId()).isNotEqualTo(spec(List.of()).runId());
        assertThat(skewed.withTasksPerIteration(3).mutationMix()).isEqualTo(MutationMix.SKEWED);
        assertThat(ProtocolJson.read(ProtocolJson.write(skewed), RunSpec.class)).isEqualTo(skewed);
    }

    @Test
    void every_built_in_skill_is_found_by_its_id() {
        assertThat(BuiltInSkills.WRITTEN).extracting(Skill::id).doesNotHaveDuplicates();
        assertThat(BuiltInSkills.WRITTEN)
                .allSatisfy(skill -> assertThat(BuiltInSkills.find(skill.id())).contains(skill));
        assertThat(BuiltInSkills.find(SkillId.UNGUIDED)).contains(BuiltInSkills.UNGUIDED);
        assertThat(BuiltInSkills.find(new SkillId("unheard-of"))).isEmpty();
    }
}
