package org.elenchus.actors.evaluation;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.elenchus.actors.evaluation.SolveRate.Tally;
import org.elenchus.protocol.DrawKey;
import org.elenchus.protocol.trace.GroupRef;

/**
 * By how much the solve rate of the same tasks differs between two solvers. Tasks are resampled in pairs: how hard a task is for both says
 * nothing about which is better, so the interval is narrower than those of the two rates suggest.
 *
 * @param delta the later rate less the earlier, in −1..1
 * @param low lower end of the 95 % bootstrap interval over tasks
 * @param high upper end
 * @param tasks how many tasks both attempted
 */
public record Rise(double delta, double low, double high, int tasks) {
    /** One task for both. */
    record Pair(Tally before, Tally after) {}

    /**
     * Tasks that only one of them attempted are left out; empty when that leaves none.
     *
     * @param key stream of the resampling draws
     */
    public static Optional<Rise> between(Collection<GroupRef> before, Collection<GroupRef> after, DrawKey key) {
        List<Pair> pairs = List.copyOf(
                pairs(SolveRate.tallies(before), SolveRate.tallies(after)).values());
        if (pairs.isEmpty()) {
            return Optional.empty();
        }
        Bootstrap.Interval interval = Bootstrap.of(pairs, Rise::delta, key);
        return Optional.of(new Rise(delta(pairs), interval.low(), interval.high(), pairs.size()));
    }

    /** Tasks that both attempted, in the order of their ids. */
    static SortedMap<String, Pair> pairs(Collection<Tally> before, Collection<Tally> after) {
        SortedMap<String, Tally> later = SolveRate.byTask(after);
        SortedMap<String, Pair> pairs = new TreeMap<>();
        SolveRate.byTask(before).forEach((task, earlier) -> {
            Tally same = later.get(task);
            if (same != null) {
                pairs.put(task, new Pair(earlier, same));
            }
        });
        return pairs;
    }

    /** The later share less the earlier. */
    static double delta(List<Pair> pairs) {
        return SolveRate.share(pairs.stream().map(Pair::after).toList())
                - SolveRate.share(pairs.stream().map(Pair::before).toList());
    }
}
