package org.elenchus.tools.bench;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.elenchus.actors.learning.Policy;
import org.elenchus.protocol.trace.ChoiceSet;

/** Made-up policies and choice sets of the sizes that runs have. The same each time. */
final class Drawn {
    static final int FEATURES = 800;
    static final int FEATURES_PER_ROW = 10;

    private Drawn() {}

    static RandomGenerator random() {
        return new SplittableRandom(7);
    }

    static Policy policy(RandomGenerator random) {
        return new Policy(random.doubles(FEATURES, -1, 1).toArray());
    }

    static ChoiceSet choices(int rows, RandomGenerator random) {
        int[][] features = new int[rows][];
        for (int i = 0; i < rows; i++) {
            features[i] = random.ints(0, FEATURES)
                    .distinct()
                    .limit(FEATURES_PER_ROW)
                    .sorted()
                    .toArray();
        }
        return new ChoiceSet(features);
    }
}
