package org.elenchus.protocol.trace;

import java.util.List;

/**
 * One draw of a policy from a choice set, without replacement.
 *
 * @param set index of the {@link ChoiceSet} in its group
 * @param chosen row drawn
 * @param excluded rows that could not be drawn, ascending
 * @param logProbability natural logarithm of its probability under the policy that drew it
 */
public record Choice(int set, int chosen, List<Integer> excluded, double logProbability) {
    public Choice {
        excluded = List.copyOf(excluded);
    }
}
