package org.elenchus.tools.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.elenchus.protocol.run.EvolutionRunProtocol;
import org.elenchus.protocol.run.IterationReport;
import org.elenchus.protocol.skill.SkillProtocol;
import org.elenchus.protocol.solver.SolverProtocol;
import org.elenchus.protocol.task.CandidateRef;
import org.elenchus.protocol.task.Verdict;
import org.elenchus.protocol.validator.ValidatorProtocol;

/** Looks at what a finished run has left behind. The first that does not hold is told. Pure. */
final class Invariants {
    private Invariants() {}

    /** @param acknowledged what was said in replies; @param undisturbed the history of the same run without faults */
    static Optional<Violation> check(
            History history, Set<Fact> acknowledged, List<String> breaches, History undisturbed) {
        return breaches.stream()
                .findFirst()
                .map(breach -> new Violation(Invariant.ONE_WRITER, breach))
                .or(() -> kept(history, acknowledged))
                .or(() -> verdicts(history))
                .or(() -> admissions(history))
                .or(() -> scores(history))
                .or(() -> same(history, undisturbed));
    }

    private static Optional<Violation> kept(History history, Set<Fact> acknowledged) {
        Set<Fact> journaled = history.facts();
        return acknowledged.stream()
                .filter(fact -> !journaled.contains(fact))
                .map(fact -> new Violation(Invariant.ACKNOWLEDGED_IS_KEPT, "acknowledged, but in no journal: " + fact))
                .min(Comparator.comparing(Violation::seen));
    }

    private static Optional<Violation> verdicts(History history) {
        List<String> asked = history.all(EvolutionRunProtocol.CandidatesReceived.class).stream()
                .flatMap(event -> event.candidates().stream())
                .map(CandidateRef::id)
                .toList();
        List<String> judged = history.all(ValidatorProtocol.CandidateJudged.class).stream()
                .map(event -> event.verdict().candidate())
                .toList();
        List<String> received = history.all(EvolutionRunProtocol.VerdictReceived.class).stream()
                .map(event -> event.verdict().candidate())
                .toList();
        return exactly(Invariant.ONE_VERDICT, "judged", asked, judged)
                .or(() -> exactly(Invariant.ONE_VERDICT, "received", asked, received));
    }

    private static Optional<Violation> admissions(History history) {
        List<String> admitted = history.all(EvolutionRunProtocol.TasksSelected.class).stream()
                .flatMap(event -> event.admitted().stream())
                .toList();
        List<String> recorded = history.all(SkillProtocol.OutcomesRecorded.class).stream()
                .flatMap(event -> event.outcomes().stream())
                .filter(outcome -> outcome.end() == SkillProtocol.End.ADMITTED)
                .map(SkillProtocol.Outcome::candidate)
                .toList();
        int reported = history.all(EvolutionRunProtocol.IterationCompleted.class).stream()
                .map(EvolutionRunProtocol.IterationCompleted::report)
                .mapToInt(IterationReport::admitted)
                .sum();
        Set<String> valid = new HashSet<>();
        history.all(ValidatorProtocol.CandidateJudged.class).stream()
                .map(ValidatorProtocol.CandidateJudged::verdict)
                .filter(Verdict.Valid.class::isInstance)
                .forEach(verdict -> valid.add(verdict.candidate()));
        return exactly(Invariant.ADMITTED_ONCE, "recorded by its skill", admitted, recorded)
                .or(() -> once(Invariant.ADMITTED_ONCE, "admitted", admitted))
                .or(() -> unless(
                        reported == admitted.size(),
                        Invariant.ADMITTED_ONCE,
                        admitted.size() + " admitted, " + reported + " reported"))
                .or(() -> unless(
                        valid.containsAll(admitted), Invariant.ADMITTED_ONCE, "admitted without a valid verdict"));
    }

    private static Optional<Violation> scores(History history) {
        List<String> scored = history.all(SolverProtocol.TasksScored.class).stream()
                .flatMap(event -> event.scores().stream())
                .map(score -> score.taskId())
                .toList();
        List<String> groups = new ArrayList<>();
        history.all(SolverProtocol.GroupAttempted.class)
                .forEach(event -> groups.add(event.group().id()));
        history.all(SolverProtocol.GroupUnattempted.class).forEach(event -> groups.add(event.groupId()));
        return once(Invariant.SCORED_ONCE, "scored", scored)
                .or(() -> once(Invariant.SCORED_ONCE, "rolled out", groups));
    }

    private static Optional<Violation> same(History history, History undisturbed) {
        // Equal events have equal JSON: the digest itself, which takes longer than all else here, is made only where
        // they differ.
        return history.bag().equals(undisturbed.bag()) || history.digest().equals(undisturbed.digest())
                ? Optional.empty()
                : Optional.of(new Violation(Invariant.SAME_HISTORY, Difference.of(history, undisturbed)));
    }

    private static Optional<Violation> exactly(
            Invariant invariant, String what, List<String> expected, List<String> seen) {
        Set<String> missing = new HashSet<>(expected);
        missing.removeAll(seen);
        Set<String> unasked = new HashSet<>(seen);
        unasked.removeAll(expected);
        return once(invariant, what, seen)
                .or(() -> unless(missing.isEmpty(), invariant, "never " + what + ": " + sorted(missing)))
                .or(() -> unless(unasked.isEmpty(), invariant, what + " unasked: " + sorted(unasked)));
    }

    private static Optional<Violation> once(Invariant invariant, String what, List<String> seen) {
        Set<String> before = new HashSet<>();
        return seen.stream()
                .filter(id -> !before.add(id))
                .findFirst()
                .map(id -> new Violation(invariant, what + " more than once: " + id));
    }

    private static Optional<Violation> unless(boolean holds, Invariant invariant, String otherwise) {
        return holds ? Optional.empty() : Optional.of(new Violation(invariant, otherwise));
    }

    private static List<String> sorted(Set<String> ids) {
        return ids.stream().sorted().toList();
    }
}
