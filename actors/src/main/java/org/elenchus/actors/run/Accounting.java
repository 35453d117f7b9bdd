package org.elenchus.actors.run;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.elenchus.protocol.DrawKey;
import org.elenchus.protocol.learning.Role;
import org.elenchus.protocol.learning.TaskScore;
import org.elenchus.protocol.run.IterationReport;
import org.elenchus.protocol.run.IterationReport.Rate;
import org.elenchus.protocol.skill.SkillProtocol.End;
import org.elenchus.protocol.skill.SkillProtocol.Outcome;
import org.elenchus.protocol.task.Gate;
import org.elenchus.protocol.trace.GroupRef;

/** The account of an iteration: every candidate asked for is in exactly one of its columns. */
final class Accounting {
    private Accounting() {}

    /** The report of the current iteration, once its evaluation is complete. */
    static IterationReport report(Started s, SolveRates rates) {
        Work work = s.work();
        List<Outcome> outcomes =
                Endings.of(s).stream().map(Endings.Ending::outcome).toList();
        int asked = work.proposals().values().stream().mapToInt(Proposal::asked).sum();
        return new IterationReport(
                s.at().iteration(),
                asked,
                asked - outcomes.size(),
                count(outcomes, End.ADMITTED),
                rejected(outcomes),
                count(outcomes, End.UNDECIDED),
                count(outcomes, End.MISALIGNED),
                count(outcomes, End.SURPLUS),
                meanCosine(work),
                rate(s, rates, "training", Training.groups(s)),
                rate(s, rates, "held-out", evaluation(s)),
                work.skills().map(List::size).orElse(0),
                s.policy(Role.SOLVER).brief());
    }

    private static int count(List<Outcome> outcomes, End end) {
        return (int) outcomes.stream().filter(outcome -> outcome.end() == end).count();
    }

    private static Map<Gate, Integer> rejected(List<Outcome> outcomes) {
        Map<Gate, Integer> counts = new EnumMap<>(Gate.class);
        outcomes.forEach(outcome -> outcome.gate().ifPresent(gate -> counts.merge(gate, 1, Integer::sum)));
        return counts;
    }

    private static Optional<Double> meanCosine(Work work) {
        OptionalDouble mean = work.scores().stream()
                .flatMap(scores -> scores.values().stream())
                .mapToDouble(TaskScore::cosine)
                .average();
        return mean.isPresent() ? Optional.of(mean.getAsDouble()) : Optional.empty();
    }

    private static List<GroupRef> evaluation(Started s) {
        return s.work()
                .rolledOut(s.pools().test().stream()
                        .map(task -> Ids.group(s.at().phase(), s.at().iteration(), 0, task.id()))
                        .toList());
    }

    private static Rate rate(Started s, SolveRates rates, String what, List<GroupRef> groups) {
        return rates.of(groups, DrawKey.of(s.spec().seed(), "interval", what, Integer.toString(s.at().iteration())));
    }
}
