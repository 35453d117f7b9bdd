package org.elenchus.tools.repair.policy;

import java.util.Collection;
import java.util.List;
import org.elenchus.actors.learning.Policy;
import org.elenchus.protocol.DrawKey;
import org.elenchus.protocol.trace.Choice;
import org.elenchus.protocol.trace.ChoiceSet;

/**
 * Draws rows of choice sets under a policy and records each draw. Noise belongs to what is drawn, not to how much was drawn before, so policies that are
 * alike go on alike after they have differed once.
 */
public final class Draws {
    private final Policy policy;
    private final DrawKey key;

    public Draws(Policy policy, DrawKey key) {
        this.policy = policy;
        this.key = key;
    }

    /**
     * One row. Asked again under the same name with what was drawn excluded, it draws without replacement (Gumbel top-k).
     *
     * @param index of the set in its group
     * @param excluded ascending; at least one row must be left
     * @param name what is drawn
     */
    public Choice from(int index, ChoiceSet set, Collection<Integer> excluded, String name) {
        List<Integer> without = List.copyOf(excluded);
        double[] logProbabilities = policy.logProbabilities(
                set, without.stream().mapToInt(Integer::intValue).toArray());
        int chosen = Policy.draw(logProbabilities, key.at(name).generator());
        return new Choice(index, chosen, without, logProbabilities[chosen]);
    }
}
