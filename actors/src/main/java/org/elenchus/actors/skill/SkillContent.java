package org.elenchus.actors.skill;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.elenchus.protocol.skill.Skill;
import org.elenchus.protocol.skill.SkillId;
import org.elenchus.protocol.skill.SkillProposal;

/** What a skill becomes when proposals are merged into it. Pure. */
public final class SkillContent {
    /** A skill of more steps would steer towards everything. */
    static final int MOST_OPERATIONS = 12;

    private SkillContent() {}

    /**
     * Merges proposals in order. A proposal of the skill's own id also renews its name, description and kind; one of another id only
     * widens its conditions and adds operations. Empty conditions hold everywhere, so they stay or become empty.
     *
     * @param current absent for a skill that begins
     * @throws IllegalArgumentException when there is neither a current skill nor a proposal
     */
    public static Skill merge(SkillId id, Optional<Skill> current, List<SkillProposal> proposals) {
        Skill merged = current.orElseGet(() -> first(id, proposals));
        for (SkillProposal proposal : proposals) {
            Skill other = proposal.skill();
            boolean own = other.id().equals(id);
            merged = new Skill(
                    id,
                    own ? other.name() : merged.name(),
                    own ? other.description() : merged.description(),
                    own ? other.kind() : merged.kind(),
                    widened(merged.failureKinds(), other.failureKinds()),
                    widened(merged.contexts(), other.contexts()),
                    joined(merged.operations(), other.operations()));
        }
        return merged;
    }

    private static Skill first(SkillId id, List<SkillProposal> proposals) {
        return proposals.stream()
                .map(SkillProposal::skill)
                .filter(skill -> skill.id().equals(id))
                .findFirst()
                .or(() -> proposals.stream().map(SkillProposal::skill).findFirst())
                .orElseThrow(() -> new IllegalArgumentException("nothing is known of skill " + id));
    }

    private static SortedSet<String> widened(SortedSet<String> conditions, SortedSet<String> others) {
        SortedSet<String> union = new TreeSet<>();
        if (!conditions.isEmpty() && !others.isEmpty()) {
            union.addAll(conditions);
            union.addAll(others);
        }
        return union;
    }

    private static List<Skill.Operation> joined(List<Skill.Operation> operations, List<Skill.Operation> others) {
        List<Skill.Operation> joined = new ArrayList<>(operations);
        for (Skill.Operation other : others) {
            if (!joined.contains(other) && joined.size() < MOST_OPERATIONS) {
                joined.add(other);
            }
        }
        return joined;
    }
}
