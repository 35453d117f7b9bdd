package org.elenchus.tools.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.elenchus.actors.learning.Action;
import org.elenchus.actors.learning.Group;
import org.elenchus.actors.learning.Policy;
import org.elenchus.actors.learning.PolicyGradient;
import org.elenchus.actors.learning.Trajectory;
import org.elenchus.protocol.learning.LearningSettings;
import org.elenchus.protocol.trace.ChoiceSet;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A draw of the policy, and the gradient of a task: 8 rollouts of 12 draws from one choice set. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Benchmark)
public class PolicyBenchmark {
    private static final int ROLLOUTS = 8;
    private static final int DRAWS = 12;

    /** Rows to choose from: edits at a place, places of a method, places of a file. */
    @Param({"20", "200", "2000"})
    public int rows;

    private final RandomGenerator random = Drawn.random();
    private final Policy policy = Drawn.policy(random);
    private ChoiceSet set = new ChoiceSet(new int[0][]);
    private Group group = new Group("none", "none", List.of());

    @Setup
    public void prepare() {
        set = Drawn.choices(rows, random);
        List<Trajectory> trajectories = new ArrayList<>();
        for (int i = 0; i < ROLLOUTS; i++) {
            List<Action> actions = new ArrayList<>();
            for (int j = 0; j < DRAWS; j++) {
                double[] logProbabilities = policy.logProbabilities(set, new int[0]);
                int chosen = Policy.draw(logProbabilities, random);
                actions.add(new Action(set, new int[0], chosen, logProbabilities[chosen]));
            }
            trajectories.add(new Trajectory("rollout" + i, actions, new double[] {i % 2, i / 8.0, 1}));
        }
        group = new Group("task", "task", trajectories);
    }

    @Benchmark
    public int step() {
        return Policy.draw(policy.logProbabilities(set, new int[0]), random);
    }

    @Benchmark
    public double[] gradient() {
        return PolicyGradient.of(policy, group, LearningSettings.DEFAULT);
    }
}
