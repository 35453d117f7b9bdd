package org.elenchus.tools.repair.policy;

import java.util.Collection;
import java.util.List;
import java.util.random.RandomGenerator;
import org.elenchus.actors.learning.Policy;
import org.elenchus.protocol.trace.Choice;
import org.elenchus.protocol.trace.ChoiceSet;

/** Draws rows of choice sets under a policy and records each draw. */
public final class Draws {
    private final Policy policy;
    private final RandomGenerator random;

    public Draws(Policy policy, RandomGenerator random) {
        this.policy = policy;
        this.random = random;
    }

    /** @param index of the set in its group; @param excluded ascending; at least one row must be left */
    public Choice from(int index, ChoiceSet set, Collection<Integer> excluded) {
        List<Integer> without = List.copyOf(excluded);
        double[] logProbabilities = policy.logProbabilities(
                set, without.stream().mapToInt(Integer::intValue).toArray());
        int chosen = Policy.draw(logProbabilities, random);
        return new Choice(index, chosen, without, logProbabilities[chosen]);
    }
}
