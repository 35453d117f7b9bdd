package org.elenchus.tools.cli.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.learning.TaskScore;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.protocol.skill.SkillProtocol.End;
import org.elenchus.protocol.task.CandidateRef;
import org.elenchus.protocol.task.Pool;
import org.elenchus.protocol.task.Verdict;
import org.elenchus.protocol.trace.GroupRef;

/**
 * A candidate and what became of it.
 *
 * @param request the request it was made for
 * @param admitted the iteration whose curriculum it entered
 * @param attempts groups of rollouts at it, in the order they came
 */
public record TaskRecord(
        CandidateRef candidate,
        String request,
        Pool pool,
        RepositoryCoordinate repository,
        Optional<Verdict> verdict,
        Optional<TaskScore> score,
        Optional<End> end,
        OptionalInt admitted,
        List<GroupRef> attempts) {
    public TaskRecord {
        attempts = List.copyOf(attempts);
    }

    static TaskRecord proposed(CandidateRef candidate, String request, Pool pool, RepositoryCoordinate repository) {
        return new TaskRecord(
                candidate,
                request,
                pool,
                repository,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                List.of());
    }

    public String id() {
        return candidate.id();
    }

    /** The digest of the task artifact; absent unless all gates were passed. */
    public Optional<Digest> task() {
        return verdict.filter(Verdict.Valid.class::isInstance)
                .map(Verdict.Valid.class::cast)
                .map(Verdict.Valid::task);
    }

    /** What became of it, in a word or two. */
    public String outcome() {
        if (end.isPresent()) {
            return Words.of(end.get()) + (admitted.isPresent() ? " in " + admitted.getAsInt() : "");
        }
        return verdict.map(Words::of).orElse("proposed");
    }

    TaskRecord judged(Verdict found) {
        return new TaskRecord(candidate, request, pool, repository, Optional.of(found), score, end, admitted, attempts);
    }

    TaskRecord scored(TaskScore found) {
        return new TaskRecord(
                candidate, request, pool, repository, verdict, Optional.of(found), end, admitted, attempts);
    }

    TaskRecord ended(End found, int iteration) {
        OptionalInt entered = found == End.ADMITTED ? OptionalInt.of(iteration) : admitted;
        return new TaskRecord(
                candidate, request, pool, repository, verdict, score, Optional.of(found), entered, attempts);
    }

    TaskRecord attempted(GroupRef group) {
        List<GroupRef> longer = new ArrayList<>(attempts);
        longer.add(group);
        return new TaskRecord(candidate, request, pool, repository, verdict, score, end, admitted, longer);
    }
}
