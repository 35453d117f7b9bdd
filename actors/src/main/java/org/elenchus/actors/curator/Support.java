package org.elenchus.actors.curator;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.elenchus.protocol.curator.CuratorProtocol.Decision;
import org.elenchus.protocol.curator.CuratorProtocol.Filtered;
import org.elenchus.protocol.curator.CuratorProtocol.Merged;
import org.elenchus.protocol.curator.CuratorProtocol.Proposed;
import org.elenchus.protocol.curator.CuratorProtocol.Retired;
import org.elenchus.protocol.skill.SkillId;
import org.elenchus.protocol.skill.SkillProposal;

/** What one distillation brings to one skill. @param attempts rollouts that met its conditions; @param traces ids of those that support it */
record Support(int attempts, int solved, SortedSet<String> traces) {
    static final Support NONE = new Support(0, 0, Collections.emptySortedSet());

    /** Rollouts below which a solve rate says too little. */
    private static final int ENOUGH = 8;

    /** By the id of the skill that each proposal goes to. */
    static SortedMap<String, Support> bySkill(List<Decision> decisions) {
        SortedMap<String, Support> bySkill = new TreeMap<>();
        for (Decision decision : decisions) {
            target(decision)
                    .ifPresent(id -> proposal(decision)
                            .ifPresent(proposal -> bySkill.merge(id.value(), of(proposal), Support::plus)));
        }
        return bySkill;
    }

    static Support of(SkillProposal proposal) {
        return new Support(proposal.attempts(), proposal.solved(), new TreeSet<>(proposal.supporting()));
    }

    private Support plus(Support other) {
        SortedSet<String> union = new TreeSet<>(traces);
        union.addAll(other.traces);
        return new Support(attempts + other.attempts, solved + other.solved, union);
    }

    /** The solve rate of this distillation's rollouts, or an earlier one where these are too few. */
    double mastery(double earlier) {
        return attempts >= ENOUGH ? (double) solved / attempts : earlier;
    }

    /** The skill a proposal goes to. */
    static Optional<SkillId> target(Decision decision) {
        return switch (decision) {
            case Proposed proposed -> Optional.of(proposed.proposal().skill().id());
            case Merged merged -> Optional.of(merged.into());
            case Filtered filtered -> Optional.empty();
            case Retired retired -> Optional.empty();
        };
    }

    static Optional<SkillProposal> proposal(Decision decision) {
        return switch (decision) {
            case Proposed proposed -> Optional.of(proposed.proposal());
            case Merged merged -> Optional.of(merged.proposal());
            case Filtered filtered -> Optional.empty();
            case Retired retired -> Optional.empty();
        };
    }
}
