package org.elenchus.actors.run;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.learning.AdvantageEstimator;
import org.elenchus.protocol.learning.GeneratorReward;
import org.elenchus.protocol.learning.LearningSettings;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.protocol.run.IterationReport.Rate;
import org.elenchus.protocol.run.Pools;
import org.elenchus.protocol.run.RunSpec;
import org.elenchus.protocol.skill.SkillId;
import org.elenchus.protocol.trace.GroupRef;

/** Small specifications for tests. */
final class Specs {
    static final RepositoryCoordinate ALPHA = new RepositoryCoordinate("maven:org.a:alpha:1");
    static final RepositoryCoordinate BETA = new RepositoryCoordinate("maven:org.b:beta:2");
    static final RepositoryCoordinate GAMMA = new RepositoryCoordinate("maven:org.c:gamma:3");
    static final RepositoryCoordinate DELTA = new RepositoryCoordinate("maven:org.d:delta:4");
    static final Pools POOLS = new Pools(List.of(ALPHA, BETA), List.of(GAMMA), List.of(DELTA));

    /** Counts the rollouts; the interval is of no interest here. */
    static final SolveRates COUNTING = (groups, key) -> new Rate(
            groups.stream().mapToInt(GroupRef::solved).sum(),
            groups.stream().mapToInt(GroupRef::rollouts).sum(),
            groups.size(),
            0,
            1);

    /** The paper's credit, and a step that shows. */
    private static final LearningSettings PAPER = new LearningSettings(
            AdvantageEstimator.GDPO,
            List.of(1.0, 0.5, 0.25),
            0.05,
            0.2,
            0.2,
            0.01,
            2,
            10,
            Optional.empty(),
            Optional.empty());

    private Specs() {}

    static RunSpec spec(long seed) {
        return spec(seed, POOLS, GeneratorReward.ALIGNMENT);
    }

    /** Three iterations, two training rounds. */
    static RunSpec spec(long seed, Pools pools, GeneratorReward reward) {
        return new RunSpec(
                seed, pools, 3, 5, 20, 4, 6, 4, 5, 4, 4, 2, 3, 2, reward, PAPER, List.of(), Optional.empty());
    }

    /** Guided by built-in skills. */
    static RunSpec given(long seed, List<SkillId> skills) {
        return of(seed, GeneratorReward.CONSTANT, skills, Optional.empty());
    }

    /** Tested on real bugs. */
    static RunSpec onRealBugs(long seed) {
        return of(seed, GeneratorReward.ALIGNMENT, List.of(), Optional.of(Digest.of("a list")));
    }

    /** Tested and steered by real bugs; nine edits at a test task, three elsewhere. */
    static RunSpec steeredByRealBugs(long seed) {
        return new RunSpec(
                seed,
                POOLS,
                3,
                5,
                20,
                4,
                6,
                4,
                5,
                4,
                4,
                2,
                3,
                2,
                GeneratorReward.ALIGNMENT,
                PAPER,
                List.of(),
                Optional.of(Digest.of("a list")),
                Optional.of(9),
                true,
                Optional.empty());
    }

    private static RunSpec of(long seed, GeneratorReward reward, List<SkillId> skills, Optional<Digest> realBugs) {
        return new RunSpec(seed, POOLS, 3, 5, 20, 4, 6, 4, 5, 4, 4, 2, 3, 2, reward, PAPER, skills, realBugs);
    }

    static List<RepositoryCoordinate> repositories(String... names) {
        return Stream.of(names).map(RepositoryCoordinate::new).toList();
    }
}
