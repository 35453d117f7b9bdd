package org.elenchus.tools.cli.retrain;

import java.util.List;
import org.elenchus.actors.learning.Group;
import org.elenchus.actors.learning.Policy;
import org.elenchus.actors.learning.Training;
import org.elenchus.protocol.learning.LearningSettings;

/**
 * A solver that is trained again.
 *
 * @param base its untrained policy, which the KL term holds it to; @param policy as it is by now
 */
record Pupil(LearningSettings settings, Policy base, Policy policy) {
    static Pupil untrained(LearningSettings settings, Policy base) {
        return new Pupil(settings, base, base);
    }

    /**
     * The solver after one iteration's rounds. The rollouts are those that its run drew then; π_old is the policy at the start of each round, as
     * if it had drawn them itself.
     */
    Pupil after(List<List<Group>> rounds) {
        Policy learned = policy;
        for (List<Group> round : rounds) {
            Policy start = learned;
            List<Group> groups =
                    round.stream().map(group -> group.asDrawnBy(start)).toList();
            learned = Training.train(start, base, groups, settings).policy();
        }
        return new Pupil(settings, base, learned);
    }
}
