package org.elenchus.tools.simulation.load;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.elenchus.actors.port.Artifacts;
import org.elenchus.actors.slot.Workbench;
import org.elenchus.protocol.learning.GeneratorReward;
import org.elenchus.protocol.learning.LearningSettings;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.protocol.run.Pools;
import org.elenchus.protocol.run.RunSpec;
import org.elenchus.tools.simulation.script.ScriptedSkills;

/**
 * A measurement's self-play: runs without number over a set of repositories, and the tools for them.
 *
 * @param seed of all runs
 * @param repositories how many there are; a run works on three of them
 * @param rollouts of a task when it is scored or trained; three quarters as many for validation, a quarter for evaluation
 * @param edits a rollout may try, an execution each
 */
public record Load(long seed, int repositories, int rollouts, int edits, Latency latency) {
    private static final int POOLS = 3;

    public Load {
        if (repositories < POOLS) {
            throw new IllegalArgumentException("a run needs 3 repositories; got " + repositories);
        }
        if (rollouts < 2 || edits < 1) {
            throw new IllegalArgumentException("at least 2 rollouts of 1 edit; got " + rollouts + " of " + edits);
        }
    }

    /** The tools of a node. @param meter counts what its sandboxes execute */
    public Workbench workbench(Artifacts artifacts, ExecutionMeter meter) {
        return new Workbench(
                new LoadRepositories(IntStream.range(0, repositories)
                        .mapToObj(Load::repository)
                        .toList()),
                () -> new TimedSandbox(latency, meter),
                new LoadSolver(),
                new LoadAuthor(),
                new ScriptedSkills(),
                artifacts);
    }

    /** A run of two iterations. Runs of different numbers have different histories. */
    public RunSpec run(int number) {
        int first = Math.floorMod(number * POOLS, repositories);
        Pools pools = new Pools(
                List.of(repository(first)),
                List.of(repository((first + 1) % repositories)),
                List.of(repository((first + 2) % repositories)));
        return new RunSpec(
                seed * 1_000_000 + number,
                pools,
                2,
                12,
                24,
                8,
                8,
                12,
                24,
                rollouts,
                Math.max(1, rollouts * 3 / 4),
                Math.max(1, rollouts / 4),
                edits,
                1,
                GeneratorReward.ALIGNMENT,
                LearningSettings.DEFAULT,
                List.of(),
                Optional.empty());
    }

    private static RepositoryCoordinate repository(int number) {
        return new RepositoryCoordinate("maven:org.example:load-" + number + ":1.0");
    }
}
