package org.elenchus.tools.cli.ablation;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.elenchus.actors.evaluation.Rise;
import org.elenchus.actors.evaluation.SolveRate;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.DrawKey;
import org.elenchus.protocol.ProtocolJson;
import org.elenchus.protocol.learning.PolicyWeights;
import org.elenchus.protocol.run.IterationReport.Rate;
import org.elenchus.protocol.trace.GroupRef;

/**
 * What each family is worth at the validation tasks. Intervals are 95 % bootstraps over tasks; differences are paired by task.
 *
 * @param whole with everything that was learned; @param untrained with nothing of it
 * @param learned the first less the second
 * @param families the one first whose loss costs most
 */
record AblationReport(Rate whole, Rate untrained, Optional<Rise> learned, List<Family> families) {
    /**
     * One family.
     *
     * @param adds what the whole policy solves more than the one without the family
     * @param alone what the family alone solves more than the untrained policy
     */
    record Family(String name, int changed, Rate without, Optional<Rise> adds, Rate only, Optional<Rise> alone) {
        private double worth() {
            return adds.map(Rise::delta).orElse(0.0);
        }
    }

    AblationReport {
        families = List.copyOf(families);
    }

    /**
     * Puts it together.
     *
     * @param groups rollouts by digest of the policy
     * @param key of the resampling draws
     */
    static AblationReport of(
            PolicyWeights base,
            PolicyWeights trained,
            List<Ablation> ablations,
            Map<Digest, List<GroupRef>> groups,
            DrawKey key) {
        List<GroupRef> whole = of(groups, trained);
        List<GroupRef> untrained = of(groups, base);
        List<Family> families = ablations.stream()
                .map(ablation -> {
                    List<GroupRef> without = of(groups, ablation.without());
                    List<GroupRef> only = of(groups, ablation.only());
                    DrawKey own = key.at(ablation.family());
                    return new Family(
                            ablation.family(),
                            ablation.changed(),
                            SolveRate.ofGroups(without, own.at("without")),
                            Rise.between(without, whole, own.at("adds")),
                            SolveRate.ofGroups(only, own.at("only")),
                            Rise.between(untrained, only, own.at("alone")));
                })
                .sorted(Comparator.comparingDouble(Family::worth).reversed())
                .toList();
        return new AblationReport(
                SolveRate.ofGroups(whole, key.at("whole")),
                SolveRate.ofGroups(untrained, key.at("untrained")),
                Rise.between(untrained, whole, key.at("learned")),
                families);
    }

    private static List<GroupRef> of(Map<Digest, List<GroupRef>> groups, PolicyWeights policy) {
        return groups.getOrDefault(ProtocolJson.digest(policy), List.of());
    }
}
