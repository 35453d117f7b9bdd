package org.elenchus.tools.cli.retrain;

import java.util.IdentityHashMap;
import java.util.Map;
import org.elenchus.actors.learning.Policy;
import org.elenchus.protocol.trace.ChoiceSet;

/** A policy's log-probabilities over whole choice sets, each computed once. Not thread-safe. */
final class LogProbabilities {
    private static final int[] NONE = {};

    private final Policy policy;
    private final Map<ChoiceSet, double[]> known = new IdentityHashMap<>();

    LogProbabilities(Policy policy) {
        this.policy = policy;
    }

    double[] of(ChoiceSet set) {
        return known.computeIfAbsent(set, unknown -> policy.logProbabilities(unknown, NONE));
    }
}
