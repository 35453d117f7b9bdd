package org.elenchus.actors.solver;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.elenchus.actors.learning.Group;
import org.elenchus.actors.learning.Groups;
import org.elenchus.actors.learning.Policy;
import org.elenchus.actors.learning.Scoring;
import org.elenchus.actors.learning.Training;
import org.elenchus.actors.port.Artifacts;
import org.elenchus.actors.slot.Policies;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.DrawKey;
import org.elenchus.protocol.learning.AdvantageEstimator;
import org.elenchus.protocol.learning.Credit;
import org.elenchus.protocol.learning.LearningSettings;
import org.elenchus.protocol.learning.PolicyWeights;
import org.elenchus.protocol.learning.Role;
import org.elenchus.protocol.learning.TaskScore;
import org.elenchus.protocol.solver.SolverProtocol.PolicyUpdated;
import org.elenchus.protocol.solver.SolverProtocol.Score;
import org.elenchus.protocol.solver.SolverProtocol.TasksScored;
import org.elenchus.protocol.solver.SolverProtocol.Train;
import org.elenchus.protocol.trace.GroupRef;
import org.elenchus.protocol.trace.ProposalGroup;
import org.elenchus.protocol.trace.TraceGroup;

/** Scores and updates: reads groups and policies from the artifact store, and stores new policies there. Blocks; thread-safe. */
final class Lessons {
    private final Artifacts artifacts;
    private final Policies policies;

    Lessons(Artifacts artifacts) {
        this.artifacts = artifacts;
        this.policies = new Policies(artifacts);
    }

    TasksScored score(SolverState state, Score score) {
        Scoring.Scored scored = Scoring.score(
                policies.policy(state.current(Role.SOLVER)),
                groups(score.anchor(), score.learning().credited()),
                groups(score.candidates(), score.learning().credited()),
                score.reward(),
                score.learning(),
                DrawKey.of(state.seed(), "score", score.requestId()));
        return new TasksScored(score.requestId(), scored.anchorNorm(), scored.scores());
    }

    PolicyUpdated train(SolverState state, Train train) {
        Role role = train.role();
        Digest parent = state.current(role);
        Policy start = policies.policy(parent);
        Policy reference = policies.policy(state.base(role));
        Training.Update update = switch (role) {
            case SOLVER ->
                Training.train(
                        start,
                        reference,
                        groups(train.groups(), train.learning().credited()),
                        train.learning());
            case GENERATOR -> Training.train(start, reference, proposals(train), relative(train.learning()));
        };
        Digest policy = artifacts.put(new PolicyWeights(
                role, policies.weights(parent).features(), update.policy().weights()));
        return new PolicyUpdated(train.requestId(), role, parent, policy, update.statistics());
    }

    private List<Group> groups(List<GroupRef> refs, Credit credit) {
        return refs.stream()
                .map(ref -> Groups.of(artifacts.get(ref.artifact(), TraceGroup.class), credit))
                .toList();
    }

    private List<Group> proposals(Train train) {
        Map<String, Double> rewards = new TreeMap<>();
        for (TaskScore score : train.scores()) {
            rewards.put(score.taskId(), score.reward());
        }
        return train.proposals().stream()
                .map(digest -> Groups.of(artifacts.get(digest, ProposalGroup.class), rewards))
                .toList();
    }

    /** The generator has one reward, R_G, and is trained with GRPO whatever the solver uses. */
    private static LearningSettings relative(LearningSettings learning) {
        return new LearningSettings(
                AdvantageEstimator.GRPO,
                List.of(1.0),
                learning.learningRate(),
                learning.clipLow(),
                learning.clipHigh(),
                learning.klWeight(),
                learning.epochs(),
                learning.tasksPerBatch(),
                Optional.empty(),
                learning.damping());
    }
}
