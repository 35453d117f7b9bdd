package org.elenchus.actors.learning;

import org.elenchus.protocol.trace.ChoiceSet;

/**
 * One draw of a policy.
 *
 * @param set the rows it was drawn from; actions of one group share the instance, which is what makes a {@link PolicyPass} cheap
 * @param excluded ascending rows that could not be drawn
 * @param chosen the row drawn
 * @param oldLogProbability log π_old of it
 */
public record Action(ChoiceSet set, int[] excluded, int chosen, double oldLogProbability) {
    public Action {
        int rows = set.rows().length;
        if (chosen < 0 || chosen >= rows) {
            throw new IllegalArgumentException("row " + chosen + " chosen out of " + rows);
        }
        int before = -1;
        for (int row : excluded) {
            if (row <= before || row >= rows || row == chosen) {
                throw new IllegalArgumentException(
                        "excluded row " + row + " is out of order, not there, or the chosen one");
            }
            before = row;
        }
        if (!Double.isFinite(oldLogProbability)) {
            throw new IllegalArgumentException("log-probability of a drawn row must be finite: " + oldLogProbability);
        }
    }

    Action withOldLogProbability(double logProbability) {
        return new Action(set, excluded, chosen, logProbability);
    }
}
