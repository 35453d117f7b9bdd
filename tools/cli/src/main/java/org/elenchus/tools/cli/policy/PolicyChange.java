package org.elenchus.tools.cli.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.elenchus.protocol.learning.PolicyWeights;
import org.elenchus.tools.cli.Fault;

/**
 * The weights of a policy beside those of another version.
 *
 * @param features in the policy's order
 */
public record PolicyChange(List<Weighed> features) {
    private static final Comparator<Weighed> STRONGEST = Comparator.comparingDouble(
                    (Weighed feature) -> -Math.abs(feature.weight()))
            .thenComparing(feature -> feature.feature().name());
    private static final Comparator<Weighed> MOST_CHANGED = Comparator.comparingDouble(
                    (Weighed feature) -> -Math.abs(feature.change()))
            .thenComparing(feature -> feature.feature().name());

    /** A feature's weight in the policy, and what it was in the other version. */
    public record Weighed(FeatureName feature, double weight, double before) {
        double change() {
            return weight - before;
        }
    }

    public PolicyChange {
        features = List.copyOf(features);
    }

    /** @throws Fault when their features differ */
    public static PolicyChange between(PolicyWeights before, PolicyWeights after) throws Fault {
        if (!before.features().equals(after.features())) {
            throw Fault.failure(
                    "the two policies know different features and cannot be compared; choose two versions of"
                            + " one run");
        }
        List<Weighed> features = new ArrayList<>();
        for (int i = 0; i < after.weights().length; i++) {
            features.add(new Weighed(FeatureName.of(after.features().get(i)), after.weights()[i], before.weights()[i]));
        }
        return new PolicyChange(features);
    }

    /** The strongest of each group, at most {@code top}; groups in the policy's order, weights of nothing left out. */
    Map<String, List<Weighed>> strongest(int top) {
        Map<String, List<Weighed>> groups = new LinkedHashMap<>();
        features.forEach(feature -> groups.computeIfAbsent(feature.feature().group(), g -> new ArrayList<>())
                .add(feature));
        groups.replaceAll((group, members) -> members.stream()
                .filter(feature -> feature.weight() != 0)
                .sorted(STRONGEST)
                .limit(top)
                .toList());
        groups.values().removeIf(List::isEmpty);
        return groups;
    }

    /** What changed most, at most {@code top}. */
    List<Weighed> mostChanged(int top) {
        return features.stream()
                .filter(feature -> feature.change() != 0)
                .sorted(MOST_CHANGED)
                .limit(top)
                .toList();
    }

    /** How many weights differ. */
    long changed() {
        return features.stream().filter(feature -> feature.change() != 0).count();
    }
}
