package org.elenchus.actors.skill;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.elenchus.protocol.skill.Skill;
import org.elenchus.protocol.skill.SkillProtocol.Event;
import org.elenchus.protocol.skill.SkillProtocol.OutcomesRecorded;
import org.elenchus.protocol.skill.SkillProtocol.SkillRevised;
import org.elenchus.protocol.skill.SkillProtocol.TasksProposed;
import org.elenchus.protocol.skill.SkillProtocol.TasksRequested;
import org.elenchus.protocol.skill.SkillProtocol.TracesObserved;

/**
 * A skill's versions, its evidence and what was asked of it.
 *
 * @param versions oldest first
 * @param traces ids of all traces that support it: its trace coverage
 * @param observed distillations taken in, by request id → version and coverage after it
 * @param requests requests for tasks, by request id
 * @param recorded ids of the outcome messages taken in
 */
record SkillState(
        List<Version> versions,
        SortedSet<String> traces,
        Mastery mastery,
        SortedMap<String, Standing> observed,
        SortedMap<String, Request> requests,
        SortedSet<String> recorded) {
    static final SkillState EMPTY =
            new SkillState(List.of(), new TreeSet<>(), Mastery.NONE, new TreeMap<>(), new TreeMap<>(), new TreeSet<>());

    /** Sorted collections become the state's own and are not copied: an event changes one or two of them, and replay applies very many. */
    SkillState {
        versions = List.copyOf(versions);
        traces = Collections.unmodifiableSortedSet(traces);
        observed = Collections.unmodifiableSortedMap(observed);
        requests = Collections.unmodifiableSortedMap(requests);
        recorded = Collections.unmodifiableSortedSet(recorded);
    }

    /** @param causedBy ids of the traces that caused it */
    record Version(int number, int iteration, Skill skill, List<String> causedBy) {}

    /** Where the skill stood after a distillation. */
    record Standing(int version, int coverage, double mastery) {}

    /** @param answer absent while the intent has no result */
    record Request(TasksRequested intent, Optional<TasksProposed> answer) {}

    /** The current version; absent in a skill that has seen no traces. */
    Optional<Version> current() {
        return versions.isEmpty() ? Optional.empty() : Optional.of(versions.get(versions.size() - 1));
    }

    SkillState apply(Event event) {
        return switch (event) {
            case SkillRevised revised -> revised(revised);
            case TracesObserved seen ->
                evidence(versions, seen.requestId(), seen.traces(), seen.attempts(), seen.solved());
            case TasksRequested requested -> requested(requested);
            case TasksProposed proposed -> proposed(proposed);
            case OutcomesRecorded outcomes -> recorded(outcomes);
        };
    }

    private SkillState revised(SkillRevised revised) {
        List<Version> more = new ArrayList<>(versions);
        more.add(new Version(revised.version(), revised.iteration(), revised.skill(), revised.causedBy()));
        return evidence(more, revised.requestId(), revised.causedBy(), revised.attempts(), revised.solved());
    }

    private SkillState evidence(
            List<Version> nowVersions, String requestId, List<String> newTraces, int attempts, int solved) {
        SortedSet<String> nowTraces = new TreeSet<>(traces);
        nowTraces.addAll(newTraces);
        Mastery nowMastery = mastery.observe(attempts, solved);
        SortedMap<String, Standing> nowObserved = new TreeMap<>(observed);
        nowObserved.put(requestId, new Standing(nowVersions.size(), nowTraces.size(), nowMastery.rate()));
        return new SkillState(nowVersions, nowTraces, nowMastery, nowObserved, requests, recorded);
    }

    private SkillState requested(TasksRequested requested) {
        SortedMap<String, Request> more = new TreeMap<>(requests);
        more.put(requested.requestId(), new Request(requested, Optional.empty()));
        return new SkillState(versions, traces, mastery, observed, more, recorded);
    }

    private SkillState proposed(TasksProposed proposed) {
        Request request = requests.get(proposed.requestId());
        if (request == null) {
            throw new IllegalStateException("candidates that nobody asked for: " + proposed.requestId());
        }
        SortedMap<String, Request> more = new TreeMap<>(requests);
        more.put(proposed.requestId(), new Request(request.intent(), Optional.of(proposed)));
        return new SkillState(versions, traces, mastery, observed, more, recorded);
    }

    private SkillState recorded(OutcomesRecorded event) {
        SortedSet<String> more = new TreeSet<>(recorded);
        more.add(event.requestId());
        return new SkillState(versions, traces, mastery.record(event.outcomes()), observed, requests, more);
    }
}
