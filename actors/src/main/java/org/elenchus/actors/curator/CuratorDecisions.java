package org.elenchus.actors.curator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.elenchus.protocol.curator.CuratorProtocol.Decision;
import org.elenchus.protocol.curator.CuratorProtocol.Filtered;
import org.elenchus.protocol.curator.CuratorProtocol.Merged;
import org.elenchus.protocol.curator.CuratorProtocol.Proposed;
import org.elenchus.protocol.curator.CuratorProtocol.RegistryUpdated;
import org.elenchus.protocol.curator.CuratorProtocol.Retired;
import org.elenchus.protocol.skill.Skill;
import org.elenchus.protocol.skill.SkillId;
import org.elenchus.protocol.skill.SkillProposal;
import org.elenchus.protocol.skill.SkillRef;

/** What becomes of each proposal, and the registry that results. Pure. */
final class CuratorDecisions {
    /** Distinct traces that must support a skill before it enters the registry. */
    static final int REQUIRED_COVERAGE = 3;

    private CuratorDecisions() {}

    /**
     * Decides in skill-id order. A proposal of an active skill's id goes to that skill; else it goes to the most similar skill, active or
     * proposed before it, when their similarity is at least δ_sim; else it is new. A new skill together with what was merged into it needs
     * {@link #REQUIRED_COVERAGE} distinct traces. Then skills leave, see {@link Retirement}.
     */
    static List<Decision> distil(CuratorState state, List<SkillProposal> proposals) {
        List<SkillProposal> ordered = proposals.stream()
                .sorted(Comparator.comparing(proposal -> proposal.skill().id()))
                .toList();
        SortedMap<String, Skill> targets = new TreeMap<>();
        state.active().forEach((id, entry) -> targets.put(id, entry.skill()));
        List<Decision> placed = new ArrayList<>();
        for (SkillProposal proposal : ordered) {
            Decision decision = place(state, targets, proposal);
            if (decision instanceof Proposed) {
                targets.put(proposal.skill().id().value(), proposal.skill());
            }
            placed.add(decision);
        }
        List<Decision> decisions = new ArrayList<>(filter(state, placed));
        decisions.addAll(Retirement.decide(state, decisions));
        return decisions;
    }

    private static Decision place(CuratorState state, SortedMap<String, Skill> targets, SkillProposal proposal) {
        Skill skill = proposal.skill();
        Skill known = targets.get(skill.id().value());
        if (known != null) {
            return new Merged(proposal, skill.id(), Similarity.of(known, skill));
        }
        boolean registered = state.entries().containsKey(skill.id().value());
        if (registered && Support.of(proposal).mastery(0) > Retirement.MASTERED) {
            return new Retired(skill.id(), "mastered still");
        }
        Optional<Skill> closest = targets.values().stream()
                .max(Comparator.<Skill>comparingDouble(target -> Similarity.of(target, skill))
                        .thenComparing(Skill::id, Comparator.reverseOrder()));
        return closest.filter(target -> Similarity.of(target, skill) >= Similarity.MERGE)
                .<Decision>map(target -> new Merged(proposal, target.id(), Similarity.of(target, skill)))
                .orElseGet(() -> new Proposed(proposal));
    }

    private static List<Decision> filter(CuratorState state, List<Decision> placed) {
        SortedMap<String, Support> support = Support.bySkill(placed);
        SortedMap<String, CuratorState.Entry> active = state.active();
        return placed.stream()
                .map(decision -> Support.target(decision)
                        .map(SkillId::value)
                        .filter(id -> !active.containsKey(id))
                        .map(id ->
                                support.getOrDefault(id, Support.NONE).traces().size())
                        .filter(coverage -> coverage < REQUIRED_COVERAGE)
                        .flatMap(coverage -> Support.proposal(decision)
                                .<Decision>map(proposal -> new Filtered(proposal.skill(), coverage, REQUIRED_COVERAGE)))
                        .orElse(decision))
                .toList();
    }

    /** The registry once every skill concerned has answered: active skills in id order, the others as they last stood. */
    static RegistryUpdated conclude(CuratorState state, String requestId, SortedMap<String, SkillRef> answers) {
        List<SkillRef> active = new ArrayList<>();
        state.active().forEach((id, entry) -> {
            SkillRef last = new SkillRef(
                    new SkillId(id), entry.version(), entry.supporting().size(), entry.mastery());
            active.add(answers.getOrDefault(id, last));
        });
        return new RegistryUpdated(requestId, active);
    }
}
