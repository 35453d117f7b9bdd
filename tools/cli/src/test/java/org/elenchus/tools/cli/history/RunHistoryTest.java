package org.elenchus.tools.cli.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.elenchus.actors.evaluation.Rise;
import org.elenchus.persistence.JournalEntry;
import org.elenchus.protocol.run.EvolutionRunProtocol;
import org.elenchus.protocol.run.Phase;
import org.elenchus.protocol.skill.SkillProtocol.End;
import org.elenchus.protocol.task.Gate;
import org.elenchus.tools.cli.testing.Samples;
import org.junit.jupiter.api.Test;

class RunHistoryTest {
    private final RunHistory run = RunHistory.of(Samples.finishedRun()).orElseThrow();

    @Test
    void a_candidate_is_followed_from_proposal_to_admission() {
        TaskRecord task = run.tasks().get(Samples.TASK);

        assertThat(task.outcome()).isEqualTo("admitted in 1");
        assertThat(task.task()).contains(Samples.TASK_DIGEST);
        assertThat(task.score().orElseThrow().cosine()).isEqualTo(0.25);
        assertThat(task.attempts())
                .singleElement()
                .satisfies(g -> assertThat(g.solved()).isEqualTo(1));
    }

    @Test
    void a_rejected_candidate_names_its_gate_and_is_no_task() {
        TaskRecord rejected = run.tasks().get(Samples.REJECTED);

        assertThat(rejected.outcome()).isEqualTo("rejected: semantics");
        assertThat(rejected.task()).isEmpty();
        assertThat(run.tasks().get(Samples.SURPLUS).outcome()).isEqualTo("surplus");
    }

    @Test
    void a_skill_has_its_versions_traces_mastery_and_curriculum() {
        SkillRecord skill = run.skills().get(Samples.SKILL);

        assertThat(skill.versions()).hasSize(2);
        assertThat(skill.traces()).isEqualTo(2);
        assertThat(skill.mastery()).hasValue(0.25);
        assertThat(skill.asked()).isEqualTo(6);
        assertThat(skill.proposed()).isEqualTo(3);
        assertThat(skill.ends()).containsEntry(End.ADMITTED, 1).containsEntry(End.SURPLUS, 1);
        assertThat(skill.rejections()).containsEntry(Gate.SEMANTICS, 1);
        assertThat(skill.meanReward()).hasValue(0.5);
        assertThat(skill.active()).isTrue();
    }

    @Test
    void a_run_stands_where_its_last_phase_says() {
        assertThat(run.isFinished()).isTrue();
        assertThat(run.reports()).hasSize(2);

        List<JournalEntry> cut = Samples.finishedRun().subList(0, 12);
        RunHistory unfinished = RunHistory.of(cut).orElseThrow();
        assertThat(unfinished.standing()).isEqualTo("iteration 1, generating");
    }

    @Test
    void an_iteration_rises_over_the_base_by_the_same_tasks() {
        Rise rise = run.rise(1).orElseThrow();
        assertThat(rise.tasks()).isEqualTo(3);
        assertThat(rise.delta()).isCloseTo(4 / 6.0 - 2 / 6.0, within(1e-12));
        // The tasks rise by 1/2, 0 and 1/2.
        assertThat(rise.low()).isZero();
        assertThat(rise.high()).isEqualTo(0.5);
        assertThat(run.rise(0)).as("the base").isEmpty();
        assertThat(run.rise(2)).as("not begun").isEmpty();
        assertThat(run.rollouts()).containsEntry(Phase.BASELINE, 6).containsEntry(Phase.EVALUATING, 6);
    }

    @Test
    void a_failure_ends_when_the_run_goes_on() {
        List<JournalEntry> entries = new ArrayList<>(Samples.finishedRun().subList(0, 3));
        String id = entries.get(0).persistenceId();
        entries.add(new JournalEntry(90, id, 90, new EvolutionRunProtocol.RunFailed("no network")));
        assertThat(RunHistory.of(entries).orElseThrow().failure()).contains("no network");

        entries.add(new JournalEntry(91, id, 91, new EvolutionRunProtocol.RunResumed(Phase.PREPARING, 0, 0)));
        assertThat(RunHistory.of(entries).orElseThrow().failure()).isEmpty();
    }
}
