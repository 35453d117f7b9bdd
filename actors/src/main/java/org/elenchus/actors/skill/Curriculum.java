package org.elenchus.actors.skill;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.elenchus.protocol.skill.SkillProtocol.End;
import org.elenchus.protocol.skill.SkillProtocol.Outcome;
import org.elenchus.protocol.task.Gate;

/**
 * What became of the tasks that were asked of a skill.
 *
 * @param asked candidates asked for
 * @param proposed candidates written
 * @param ends how many came to which end
 * @param rejected how many each gate refused
 * @param scored candidates whose solve rate is known
 * @param solveRates sum of those solve rates
 * @param rewards sum of the generator's rewards
 */
record Curriculum(
        int asked,
        int proposed,
        SortedMap<End, Integer> ends,
        SortedMap<Gate, Integer> rejected,
        int scored,
        double solveRates,
        double rewards) {
    static final Curriculum EMPTY = new Curriculum(0, 0, new TreeMap<>(), new TreeMap<>(), 0, 0, 0);

    /** Maps become its own and are not copied. */
    Curriculum {
        ends = Collections.unmodifiableSortedMap(ends);
        rejected = Collections.unmodifiableSortedMap(rejected);
    }

    Curriculum ask(int count) {
        return new Curriculum(asked + count, proposed, ends, rejected, scored, solveRates, rewards);
    }

    Curriculum propose(int count) {
        return new Curriculum(asked, proposed + count, ends, rejected, scored, solveRates, rewards);
    }

    /** @param outcomes in id order: sums of fractions depend on it */
    Curriculum record(List<Outcome> outcomes) {
        SortedMap<End, Integer> moreEnds = new TreeMap<>(ends);
        SortedMap<Gate, Integer> moreRejected = new TreeMap<>(rejected);
        int nowScored = scored;
        double nowSolveRates = solveRates;
        double nowRewards = rewards;
        for (Outcome outcome : outcomes) {
            moreEnds.merge(outcome.end(), 1, Integer::sum);
            outcome.gate().ifPresent(gate -> moreRejected.merge(gate, 1, Integer::sum));
            nowScored += outcome.solveRate().isPresent() ? 1 : 0;
            nowSolveRates += outcome.solveRate().orElse(0.0);
            nowRewards += outcome.reward().orElse(0.0);
        }
        return new Curriculum(asked, proposed, moreEnds, moreRejected, nowScored, nowSolveRates, nowRewards);
    }
}
