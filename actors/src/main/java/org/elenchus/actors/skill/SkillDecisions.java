package org.elenchus.actors.skill;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.elenchus.protocol.skill.BuiltInSkills;
import org.elenchus.protocol.skill.Skill;
import org.elenchus.protocol.skill.SkillId;
import org.elenchus.protocol.skill.SkillProposal;
import org.elenchus.protocol.skill.SkillProtocol.Event;
import org.elenchus.protocol.skill.SkillProtocol.ObserveTraces;
import org.elenchus.protocol.skill.SkillProtocol.Observed;
import org.elenchus.protocol.skill.SkillProtocol.Outcome;
import org.elenchus.protocol.skill.SkillProtocol.OutcomesRecorded;
import org.elenchus.protocol.skill.SkillProtocol.Propose;
import org.elenchus.protocol.skill.SkillProtocol.Proposed;
import org.elenchus.protocol.skill.SkillProtocol.RecordOutcomes;
import org.elenchus.protocol.skill.SkillProtocol.SkillRevised;
import org.elenchus.protocol.skill.SkillProtocol.TasksRequested;
import org.elenchus.protocol.skill.SkillProtocol.TracesObserved;
import org.elenchus.protocol.skill.SkillRef;

/** How a skill evolves on trace messages, and what it is asked for. Pure. */
final class SkillDecisions {
    private SkillDecisions() {}

    /**
     * A new version where the proposals change the skill's content, caused by the traces that are new to it (by all that support the
     * proposals, where none is new); else only more evidence. Empty when this distillation was taken in before.
     */
    static Optional<Event> observe(SkillId id, SkillState state, ObserveTraces message) {
        if (state.observed().containsKey(message.requestId())) {
            return Optional.empty();
        }
        Optional<Skill> current = state.current().map(SkillState.Version::skill);
        Skill merged = SkillContent.merge(id, current, message.proposals());
        SortedSet<String> supporting = new TreeSet<>();
        message.proposals().forEach(proposal -> supporting.addAll(proposal.supporting()));
        List<String> fresh = supporting.stream()
                .filter(trace -> !state.traces().contains(trace))
                .toList();
        int attempts =
                message.proposals().stream().mapToInt(SkillProposal::attempts).sum();
        int solved =
                message.proposals().stream().mapToInt(SkillProposal::solved).sum();
        if (current.filter(merged::equals).isPresent()) {
            return Optional.of(new TracesObserved(message.requestId(), message.iteration(), fresh, attempts, solved));
        }
        return Optional.of(new SkillRevised(
                message.requestId(),
                message.iteration(),
                state.versions().size() + 1,
                merged,
                fresh.isEmpty() ? List.copyOf(supporting) : fresh,
                attempts,
                solved));
    }

    /** The answer to a distillation that was taken in: where the skill stood after it, whatever came later. */
    static Optional<Observed> observed(SkillId id, SkillState state, String requestId) {
        return Optional.ofNullable(state.observed().get(requestId))
                .map(standing -> new Observed(
                        requestId, new SkillRef(id, standing.version(), standing.coverage(), standing.mastery())));
    }

    /** What guides a generator: the current version; a built-in skill needs no traces. */
    static Optional<Skill> guide(SkillId id, SkillState state) {
        return BuiltInSkills.find(id).or(() -> state.current().map(SkillState.Version::skill));
    }

    /** The candidates of a request that has its result. */
    static Optional<Proposed> proposed(SkillId id, SkillState state, String requestId) {
        return Optional.ofNullable(state.requests().get(requestId))
                .flatMap(SkillState.Request::answer)
                .map(answer -> new Proposed(requestId, id, answer.candidates(), answer.proposals()));
    }

    /** The intent, unless it was noted before. */
    static List<Event> request(SkillState state, Propose propose) {
        return state.requests().containsKey(propose.requestId())
                ? List.of()
                : List.of(new TasksRequested(
                        propose.requestId(),
                        propose.pool(),
                        propose.repository(),
                        propose.snapshot(),
                        propose.count(),
                        propose.generator(),
                        propose.taken(),
                        propose.attempted()));
    }

    /** The outcomes in id order, unless they were taken in before. */
    static List<Event> record(SkillState state, RecordOutcomes message) {
        if (state.recorded().contains(message.requestId())) {
            return List.of();
        }
        List<Outcome> ordered = message.outcomes().stream()
                .sorted(Comparator.comparing(Outcome::candidate))
                .toList();
        return List.of(new OutcomesRecorded(message.requestId(), message.iteration(), ordered));
    }
}
