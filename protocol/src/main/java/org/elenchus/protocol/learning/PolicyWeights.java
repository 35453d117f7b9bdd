package org.elenchus.protocol.learning;

import java.util.List;

/** A policy version. An artifact. @param features names; @param weights θ, one per feature */
public record PolicyWeights(Role role, List<String> features, double[] weights) {
    public PolicyWeights {
        features = List.copyOf(features);
        if (features.size() != weights.length) {
            throw new IllegalArgumentException(features.size() + " features but " + weights.length + " weights");
        }
    }
}
