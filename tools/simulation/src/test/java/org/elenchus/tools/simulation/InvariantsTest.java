package org.elenchus.tools.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.JournaledEvent;
import org.elenchus.protocol.learning.TaskScore;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.protocol.run.EvolutionRunProtocol;
import org.elenchus.protocol.run.EvolutionRunProtocol.CandidatesReceived;
import org.elenchus.protocol.run.EvolutionRunProtocol.TasksSelected;
import org.elenchus.protocol.run.EvolutionRunProtocol.VerdictReceived;
import org.elenchus.protocol.skill.SkillId;
import org.elenchus.protocol.skill.SkillProtocol;
import org.elenchus.protocol.solver.SolverProtocol;
import org.elenchus.protocol.task.CandidateRef;
import org.elenchus.protocol.task.Gate;
import org.elenchus.protocol.task.Pool;
import org.elenchus.protocol.task.Verdict;
import org.elenchus.protocol.validator.ValidatorProtocol;
import org.junit.jupiter.api.Test;

class InvariantsTest {
    private static final Digest DIGEST = Digest.of("x");
    private static final Verdict VERDICT = new Verdict.Rejected("r/0", Gate.FORMAT, "because", DIGEST);
    private static final CandidatesReceived ASKED = new CandidatesReceived(
            "r",
            SkillId.UNGUIDED,
            Pool.TRAIN,
            new RepositoryCoordinate("maven:org.example:train:1.0"),
            1,
            List.of(new CandidateRef("r/0", SkillId.UNGUIDED, DIGEST, DIGEST)),
            DIGEST);
    private static final VerdictReceived RECEIVED = new VerdictReceived("b", VERDICT);
    private static final JournaledEvent JUDGED = new ValidatorProtocol.CandidateJudged("b", VERDICT);
    private static final Map<String, List<JournaledEvent>> WHOLE =
            Map.of("EvolutionRun|run", List.of(ASKED, RECEIVED), "Validator|run~a", List.of(JUDGED));

    private static History history(Map<String, List<JournaledEvent>> events) {
        return new History("run", new TreeMap<>(events));
    }

    private static History with(String entity, JournaledEvent... more) {
        Map<String, List<JournaledEvent>> events = new TreeMap<>(WHOLE);
        List<JournaledEvent> longer = new ArrayList<>(events.getOrDefault(entity, List.of()));
        longer.addAll(List.of(more));
        events.put(entity, longer);
        return history(events);
    }

    private static Optional<Invariant> broken(History history) {
        return Invariants.check(history, Set.of(), List.of(), history(WHOLE)).map(Violation::invariant);
    }

    @Test
    void a_whole_history_breaks_none() {
        assertThat(broken(history(WHOLE))).isEmpty();
    }

    @Test
    void a_candidate_without_a_verdict_or_with_two_is_seen() {
        assertThat(broken(history(Map.of("EvolutionRun|run", List.of(ASKED))))).contains(Invariant.ONE_VERDICT);
        assertThat(broken(with("Validator|run~a", JUDGED))).contains(Invariant.ONE_VERDICT);
        assertThat(broken(with("EvolutionRun|run", RECEIVED))).contains(Invariant.ONE_VERDICT);
    }

    @Test
    void a_task_that_its_skill_was_not_told_of_or_that_has_no_valid_verdict_is_seen() {
        assertThat(broken(with("EvolutionRun|run", new TasksSelected(1, List.of("r/0"), List.of(), List.of()))))
                .contains(Invariant.ADMITTED_ONCE);
    }

    @Test
    void a_task_scored_twice_and_a_group_rolled_out_twice_are_seen() {
        TaskScore score = new TaskScore("r/0", 0, 0, 0, 0);
        assertThat(broken(with("Solver|run", new SolverProtocol.TasksScored("s", 1, List.of(score, score)))))
                .contains(Invariant.SCORED_ONCE);
        JournaledEvent missed = new SolverProtocol.GroupUnattempted("g", "t", "fault");
        assertThat(broken(with("Solver|run", missed, missed))).contains(Invariant.SCORED_ONCE);
    }

    @Test
    void an_acknowledgement_that_no_journal_holds_is_seen() {
        Fact said = Fact.acknowledged(new SkillProtocol.Recorded("outcomes/1", SkillId.UNGUIDED))
                .orElseThrow();
        History history = history(WHOLE);
        assertThat(Invariants.check(history, Set.of(said), List.of(), history))
                .map(Violation::invariant)
                .contains(Invariant.ACKNOWLEDGED_IS_KEPT);
        History told = with("Skill|run~unguided", new SkillProtocol.OutcomesRecorded("outcomes/1", 1, List.of()));
        assertThat(Invariants.check(told, Set.of(said), List.of(), told)).isEmpty();
    }

    @Test
    void two_writers_and_another_history_are_seen_but_what_befell_the_operation_is_not() {
        History history = history(WHOLE);
        assertThat(Invariants.check(history, Set.of(), List.of("two lives"), history))
                .contains(new Violation(Invariant.ONE_WRITER, "two lives"));
        assertThat(broken(with(
                        "Solver|run", new SolverProtocol.SolverOpened("run", 1, DIGEST, DIGEST, Optional.empty()))))
                .contains(Invariant.SAME_HISTORY);
        assertThat(broken(with("EvolutionRun|run", new EvolutionRunProtocol.RunFailed("no disk"))))
                .isEmpty();
    }
}
