package org.elenchus.tools.simulation.population;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.protocol.skill.Skill;
import org.elenchus.protocol.skill.SkillId;
import org.elenchus.protocol.skill.SkillProtocol.End;
import org.elenchus.protocol.skill.SkillProtocol.Event;
import org.elenchus.protocol.skill.SkillProtocol.Outcome;
import org.elenchus.protocol.skill.SkillProtocol.OutcomesRecorded;
import org.elenchus.protocol.skill.SkillProtocol.SkillRevised;
import org.elenchus.protocol.skill.SkillProtocol.TasksProposed;
import org.elenchus.protocol.skill.SkillProtocol.TasksRequested;
import org.elenchus.protocol.skill.SkillProtocol.TracesObserved;
import org.elenchus.protocol.task.CandidateRef;
import org.elenchus.protocol.task.Gate;
import org.elenchus.protocol.task.Pool;

/** A skill's history in its own events, of the sizes a run gives them. */
record SkillEvents(SkillId skill, RepositoryCoordinate repository, SkillHistory history) {
    private static final int MOST_OPERATIONS = 12;

    /** The name of an iteration's distillation. */
    static String distillation(int iteration) {
        return "distil/" + iteration;
    }

    List<Event> all() {
        List<Event> events = new ArrayList<>();
        int version = 0;
        for (int i = 0; i < history.observations().size(); i++) {
            int iteration = i + 1;
            // Tasks are asked for in the iteration whose distillation came before.
            history.before(i).ifPresent(lesson -> tell(lesson, iteration - 1, events));
            SkillHistory.Observation seen = history.observations().get(i);
            version += seen.revises() ? 1 : 0;
            events.add(observed(seen, iteration, version));
        }
        return events;
    }

    private Event observed(SkillHistory.Observation seen, int iteration, int version) {
        List<String> traces = IntStream.range(0, seen.traces())
                .mapToObj(i -> "collecting/" + iteration + "/0/plant/0/TRAIN/" + repository.shortName() + "/unguided/0"
                        + i / 2 + "/" + i % 2)
                .toList();
        return seen.revises()
                ? new SkillRevised(
                        distillation(iteration),
                        iteration,
                        version,
                        content(version),
                        traces,
                        seen.attempts(),
                        seen.solved())
                : new TracesObserved(distillation(iteration), iteration, traces, seen.attempts(), seen.solved());
    }

    private Skill content(int version) {
        return new Skill(
                skill,
                "Guard a call whose receiver may be absent",
                "Where a test fails with a null pointer in a call, look for the value that may be absent and guard it.",
                Skill.Kind.REPAIR_STRATEGY,
                new TreeSet<>(List.of("assertion", "null-pointer")),
                new TreeSet<>(List.of("call", "if-condition", "return")),
                IntStream.range(0, Math.min(version, MOST_OPERATIONS))
                        .mapToObj(i -> new Skill.Operation("insert-guard-" + i, "delete-guard-" + i))
                        .toList());
    }

    private void tell(SkillHistory.Lesson lesson, int iteration, List<Event> events) {
        String request = "generate/" + iteration + "/TRAIN/" + repository + "/" + skill;
        int count = lesson.solveRates().size();
        List<CandidateRef> candidates = IntStream.range(0, count)
                .mapToObj(i -> candidate(request + "/0" + i))
                .toList();
        events.add(new TasksRequested(
                request,
                Pool.TRAIN,
                repository,
                Digest.of("snapshot of " + repository),
                count,
                Digest.of("generator " + iteration),
                List.of(Digest.of(request).brief()),
                List.of()));
        events.add(new TasksProposed(request, candidates, Digest.of("proposals of " + request)));
        events.add(new OutcomesRecorded(
                "outcomes/" + iteration + "/" + skill,
                iteration,
                IntStream.range(0, count)
                        .mapToObj(i -> outcome(
                                candidates.get(i).id(), lesson.solveRates().get(i)))
                        .toList()));
    }

    private CandidateRef candidate(String id) {
        return new CandidateRef(id, skill, Digest.of("candidate " + id), Digest.of("content " + id));
    }

    private static Outcome outcome(String candidate, Optional<Double> solveRate) {
        return solveRate.isPresent()
                ? new Outcome(candidate, End.ADMITTED, Optional.empty(), solveRate, solveRate, solveRate)
                : new Outcome(
                        candidate,
                        End.REJECTED,
                        Optional.of(Gate.SEMANTICS),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
    }
}
