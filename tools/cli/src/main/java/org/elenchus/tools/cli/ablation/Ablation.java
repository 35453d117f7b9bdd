package org.elenchus.tools.cli.ablation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.elenchus.protocol.learning.PolicyWeights;
import org.elenchus.tools.cli.policy.FeatureName;

/**
 * What a family of features has learned, taken away and left alone.
 *
 * @param family what its features are about, as {@code solver show} groups them
 * @param changed how many of its weights training has changed
 * @param without the trained policy, the family's weights reset to those of the base
 * @param only the base policy, the family's weights as trained
 */
record Ablation(String family, int changed, PolicyWeights without, PolicyWeights only) {
    /**
     * One for each family that training has changed, in the policy's order.
     *
     * @throws IllegalArgumentException when the two know different features
     */
    static List<Ablation> of(PolicyWeights base, PolicyWeights trained) {
        if (!base.features().equals(trained.features())) {
            throw new IllegalArgumentException("the two policies know different features");
        }
        Map<String, Integer> changed = new LinkedHashMap<>();
        List<String> families = base.features().stream()
                .map(name -> FeatureName.of(name).group())
                .toList();
        for (int i = 0; i < families.size(); i++) {
            changed.merge(families.get(i), base.weights()[i] == trained.weights()[i] ? 0 : 1, Integer::sum);
        }
        List<Ablation> ablations = new ArrayList<>();
        changed.forEach((family, count) -> {
            if (count > 0) {
                IntPredicate inside = i -> families.get(i).equals(family);
                ablations.add(new Ablation(
                        family, count, mixed(trained, base, inside.negate()), mixed(trained, base, inside)));
            }
        });
        return ablations;
    }

    /** The trained weights of these features, and the base's of all others. */
    private static PolicyWeights mixed(PolicyWeights trained, PolicyWeights base, IntPredicate kept) {
        double[] weights = base.weights().clone();
        for (int i = 0; i < weights.length; i++) {
            if (kept.test(i)) {
                weights[i] = trained.weights()[i];
            }
        }
        return new PolicyWeights(base.role(), base.features(), weights);
    }
}
