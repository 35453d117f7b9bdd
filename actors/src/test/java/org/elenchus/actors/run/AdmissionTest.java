package org.elenchus.actors.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.learning.GeneratorReward;
import org.elenchus.protocol.learning.TaskScore;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.protocol.run.EvolutionRunProtocol.CandidatesReceived;
import org.elenchus.protocol.run.EvolutionRunProtocol.Event;
import org.elenchus.protocol.run.EvolutionRunProtocol.GroupReceived;
import org.elenchus.protocol.run.EvolutionRunProtocol.PhaseEntered;
import org.elenchus.protocol.run.EvolutionRunProtocol.RunFailed;
import org.elenchus.protocol.run.EvolutionRunProtocol.RunStarted;
import org.elenchus.protocol.run.EvolutionRunProtocol.ScoresReceived;
import org.elenchus.protocol.run.EvolutionRunProtocol.TasksPlanted;
import org.elenchus.protocol.run.EvolutionRunProtocol.TasksSelected;
import org.elenchus.protocol.run.EvolutionRunProtocol.VerdictReceived;
import org.elenchus.protocol.run.Phase;
import org.elenchus.protocol.skill.SkillId;
import org.elenchus.protocol.task.CandidateRef;
import org.elenchus.protocol.task.Pool;
import org.elenchus.protocol.task.Verdict;
import org.elenchus.protocol.trace.GroupRef;
import org.junit.jupiter.api.Test;

class AdmissionTest {
    private static final SkillId SKILL = new SkillId("guard");

    @Test
    void ranks_by_reward_and_leaves_out_what_exceeds_the_places() {
        Started s = scored(GeneratorReward.ALIGNMENT, Specs.ALPHA, 0.1, 0.5, 0.6, 0.0, 0.2, 0.3, -0.1);
        TasksSelected selected = (TasksSelected) Admission.decide(s);
        assertThat(selected.admitted()).containsExactly("c/2", "c/1", "c/5", "c/4", "c/0");
        assertThat(selected.surplus()).containsExactly("c/3");
        assertThat(selected.misaligned()).containsExactly("c/6");
    }

    @Test
    void candidates_of_one_reward_are_admitted_in_drawn_order_the_same_each_time() {
        double[] alike = new double[10];
        Arrays.fill(alike, 1);
        TasksSelected selected = (TasksSelected) Admission.decide(scored(GeneratorReward.CONSTANT, Specs.ALPHA, alike));
        assertThat(selected.admitted())
                .hasSize(5)
                .isNotEqualTo(List.of("c/0", "c/1", "c/2", "c/3", "c/4"))
                .doesNotHaveDuplicates();
        assertThat(selected.surplus()).hasSize(5).doesNotContainAnyElementsOf(selected.admitted());
        assertThat(Admission.decide(scored(GeneratorReward.CONSTANT, Specs.ALPHA, alike)))
                .isEqualTo(selected);
    }

    @Test
    void refuses_a_reward_that_is_not_a_number_as_misaligned() {
        Started s = scored(GeneratorReward.ALIGNMENT, Specs.ALPHA, Double.NaN, 0.5);
        assertThat(((TasksSelected) Admission.decide(s)).misaligned()).containsExactly("c/0");
    }

    @Test
    void only_alignment_calls_a_task_misaligned() {
        Started s = scored(GeneratorReward.HARDNESS, Specs.ALPHA, -0.2, 0.5);
        TasksSelected selected = (TasksSelected) Admission.decide(s);
        assertThat(selected.misaligned()).isEmpty();
        assertThat(selected.admitted()).containsExactly("c/1", "c/0");
    }

    @Test
    void a_forged_candidate_of_a_test_repository_stops_the_run() {
        Started s = scored(GeneratorReward.ALIGNMENT, Specs.DELTA, 0.9, 0.8);
        assertThat(Admission.decide(s))
                .isInstanceOfSatisfying(
                        RunFailed.class,
                        failed -> assertThat(failed.reason())
                                .contains("c/0", Specs.DELTA.value(), "not in the train pool"));
    }

    @Test
    void another_version_of_a_held_out_library_is_held_out_too() {
        Started s = scored(GeneratorReward.ALIGNMENT, new RepositoryCoordinate("maven:org.d:delta:5"), 0.9);
        assertThat(Admission.decide(s)).isInstanceOf(RunFailed.class);
    }

    @Test
    void a_held_out_task_under_another_name_stops_the_run() {
        Started s = scored(GeneratorReward.ALIGNMENT, Specs.ALPHA, 0.9);
        Started forged = s.apply(
                new VerdictReceived("judge", new Verdict.Valid("c/0", Digest.of("task v/0"), 1, 1, Digest.of("e"))));
        assertThat(Admission.decide(forged))
                .isInstanceOfSatisfying(
                        RunFailed.class, failed -> assertThat(failed.reason()).contains("held-out"));
    }

    @Test
    void a_valid_candidate_without_a_score_is_undecided() {
        Started s = scored(GeneratorReward.ALIGNMENT, Specs.ALPHA, 0.5);
        List<Event> more = new ArrayList<>();
        candidates(more, "x", Specs.ALPHA, Pool.TRAIN, 1);
        Started unscored = apply(s, more);
        Started selected = unscored.apply(Admission.decide(unscored));
        assertThat(Endings.of(selected))
                .extracting(ending ->
                        ending.outcome().candidate() + " " + ending.outcome().end())
                .containsExactly("c/0 ADMITTED", "x/0 UNDECIDED");
    }

    /** A run in SCORING with one valid, rolled-out and scored candidate {@code c/i} per reward. */
    private static Started scored(GeneratorReward reward, RepositoryCoordinate repository, double... rewards) {
        List<Event> events = new ArrayList<>();
        candidates(events, "v", Specs.GAMMA, Pool.VALIDATION, 1);
        candidates(events, "t", Specs.DELTA, Pool.TEST, 1);
        candidates(events, "s", Specs.ALPHA, Pool.TRAIN, 1);
        events.add(new TasksPlanted(List.of("v/0"), List.of("t/0"), List.of("s/0")));
        events.add(new PhaseEntered(Phase.SCORING, 1, 0));
        candidates(events, "c", repository, Pool.TRAIN, rewards.length);
        List<TaskScore> scores = new ArrayList<>();
        for (int i = 0; i < rewards.length; i++) {
            String id = "c/" + i;
            scores.add(new TaskScore(id, rewards[i], 1, 0.5, rewards[i]));
            events.add(new GroupReceived(
                    new GroupRef("scoring/1/0/" + id, id, Digest.of("task " + id), Digest.of(id), 4, 2)));
        }
        events.add(new ScoresReceived(1, 1, scores));
        Started started = (Started) new RunState.NotStarted().apply(new RunStarted(Specs.spec(1, Specs.POOLS, reward)));
        return apply(started, events);
    }

    private static void candidates(
            List<Event> events, String requestId, RepositoryCoordinate repository, Pool pool, int count) {
        List<CandidateRef> candidates = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String id = requestId + "/" + i;
            candidates.add(new CandidateRef(id, SKILL, Digest.of(id), Digest.of("content " + id)));
        }
        events.add(new CandidatesReceived(requestId, SKILL, pool, repository, count, candidates, Digest.of("p")));
        candidates.forEach(candidate -> events.add(new VerdictReceived(
                "judge",
                new Verdict.Valid(candidate.id(), Digest.of("task " + candidate.id()), 1, 1, Digest.of("e")))));
    }

    private static Started apply(Started start, List<Event> events) {
        Started s = start;
        for (Event event : events) {
            s = s.apply(event);
        }
        return s;
    }
}
