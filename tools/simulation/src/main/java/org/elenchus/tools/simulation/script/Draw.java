package org.elenchus.tools.simulation.script;

import java.util.List;
import java.util.random.RandomGenerator;
import org.elenchus.actors.learning.Policy;
import org.elenchus.protocol.trace.Choice;
import org.elenchus.protocol.trace.ChoiceSet;

/** Draws as the product's agents draw. */
public final class Draw {
    private Draw() {}

    /** One row of the first choice set. @param taken rows that cannot be drawn */
    public static Choice one(Policy policy, ChoiceSet choices, List<Integer> taken, RandomGenerator random) {
        List<Integer> excluded = taken.stream().sorted().toList();
        double[] log = policy.logProbabilities(
                choices, excluded.stream().mapToInt(row -> row).toArray());
        int row = Policy.draw(log, random);
        return new Choice(0, row, excluded, log[row]);
    }
}
