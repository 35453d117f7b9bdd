package org.elenchus.tools.simulation;

import java.util.List;
import java.util.Optional;
import org.elenchus.protocol.learning.GeneratorReward;
import org.elenchus.protocol.learning.LearningSettings;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.protocol.run.Pools;
import org.elenchus.protocol.run.RunSpec;

/** The runs that are simulated: small, of one iteration or two, one for each way of rewarding the generator and some more seeds. */
final class Specs {
    static final Pools POOLS = new Pools(repository("train"), repository("validation"), repository("test"));
    private static final int COUNT = 8;
    private static final GeneratorReward[] REWARDS = GeneratorReward.values();

    private Specs() {}

    private static List<RepositoryCoordinate> repository(String name) {
        return List.of(new RepositoryCoordinate("maven:org.example:" + name + ":1.0"));
    }

    /** The run of a schedule. */
    static RunSpec of(long scheduleSeed) {
        int choice = (int) Long.remainderUnsigned(scheduleSeed, COUNT);
        GeneratorReward reward = REWARDS[choice % REWARDS.length];
        int iterations = choice == 0 ? 2 : 1;
        return new RunSpec(
                choice,
                POOLS,
                iterations,
                2,
                3,
                2,
                2,
                1,
                1,
                4,
                2,
                2,
                2,
                1,
                reward,
                LearningSettings.DEFAULT,
                List.of(),
                Optional.empty());
    }
}
