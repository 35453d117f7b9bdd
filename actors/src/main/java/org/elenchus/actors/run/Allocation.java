package org.elenchus.actors.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.protocol.skill.SkillId;
import org.elenchus.protocol.skill.SkillRef;

/**
 * How the candidates of an iteration are shared among skills and repositories: a tenth without guidance as a floor of exploration, the
 * rest where the solver is weak, in proportion to (1 − mastery + floor) · √coverage. Shares sum to the total exactly.
 */
final class Allocation {
    private static final double FLOOR = 0.05;

    private Allocation() {}

    record Share(SkillId skill, RepositoryCoordinate repository, int count) {}

    /** Shares above zero, by skill id, then in the order of the repositories. */
    static List<Share> of(List<SkillRef> active, List<RepositoryCoordinate> repositories, int total) {
        List<SkillRef> skills = active.stream()
                .filter(skill -> !skill.id().equals(SkillId.UNGUIDED))
                .sorted(Comparator.comparing(SkillRef::id))
                .toList();
        int unguided = skills.isEmpty() ? total : Math.max(1, (total + 5) / 10);
        int[] counts =
                largestRemainder(skills.stream().mapToDouble(Allocation::weight).toArray(), total - unguided);
        List<Share> shares = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            addShares(shares, skills.get(i).id(), repositories, spread(counts[i], repositories.size(), i));
        }
        addShares(shares, SkillId.UNGUIDED, repositories, spread(unguided, repositories.size(), counts.length));
        return shares.stream().sorted(Comparator.comparing(Share::skill)).toList();
    }

    private static double weight(SkillRef skill) {
        double weakness = Math.max(0, 1 - skill.mastery());
        return (weakness + FLOOR) * StrictMath.sqrt(Math.max(1, skill.coverage()));
    }

    private static void addShares(
            List<Share> shares, SkillId skill, List<RepositoryCoordinate> repositories, int[] counts) {
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                shares.add(new Share(skill, repositories.get(i), counts[i]));
            }
        }
    }

    /** Shares a total evenly over places; what does not divide goes to the places from {@code offset} on, going round. */
    static int[] spread(int total, int places, int offset) {
        int[] counts = new int[places];
        for (int i = 0; i < places; i++) {
            counts[(offset + i) % places] = total / places + (i < total % places ? 1 : 0);
        }
        return counts;
    }

    /** Shares a total in proportion to positive weights; the largest remainders round up, the earlier of two equal ones first. */
    static int[] largestRemainder(double[] weights, int total) {
        int[] counts = new int[weights.length];
        double[] remainders = new double[weights.length];
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        int given = 0;
        for (int i = 0; i < weights.length; i++) {
            double exact = total * weights[i] / sum;
            counts[i] = (int) exact;
            remainders[i] = exact - counts[i];
            given += counts[i];
        }
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < weights.length; i++) {
            order.add(i);
        }
        order.sort(Comparator.comparingDouble((Integer i) -> remainders[i]).reversed());
        for (int i = 0; !order.isEmpty() && given < total; i++, given++) {
            counts[order.get(i % order.size())]++;
        }
        return counts;
    }
}
