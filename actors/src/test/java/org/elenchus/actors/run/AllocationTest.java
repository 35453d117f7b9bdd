package org.elenchus.actors.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.elenchus.actors.run.Allocation.Share;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.protocol.skill.SkillId;
import org.elenchus.protocol.skill.SkillRef;
import org.junit.jupiter.api.Test;

class AllocationTest {
    private static final List<RepositoryCoordinate> TWO = List.of(Specs.ALPHA, Specs.BETA);

    @Test
    void shares_sum_to_the_total_and_none_is_empty() {
        SplittableRandom random = new SplittableRandom(1);
        for (int round = 0; round < 500; round++) {
            List<SkillRef> skills = new ArrayList<>();
            for (int i = random.nextInt(12); i > 0; i--) {
                skills.add(skill("s" + i, random.nextInt(40), random.nextDouble()));
            }
            int total = 1 + random.nextInt(150);
            List<Share> shares = Allocation.of(skills, TWO, total);
            assertThat(shares.stream().mapToInt(Share::count).sum()).isEqualTo(total);
            assertThat(shares).allMatch(share -> share.count() > 0);
        }
    }

    @Test
    void a_tenth_stays_unguided() {
        List<Share> shares = Allocation.of(List.of(skill("a", 4, 0.2), skill("b", 4, 0.9)), TWO, 100);
        assertThat(count(shares, SkillId.UNGUIDED)).isEqualTo(10);
    }

    @Test
    void without_skills_everything_is_unguided_and_even() {
        assertThat(Allocation.of(List.of(), TWO, 21))
                .containsExactly(
                        new Share(SkillId.UNGUIDED, Specs.ALPHA, 11), new Share(SkillId.UNGUIDED, Specs.BETA, 10));
    }

    @Test
    void weak_and_well_supported_skills_get_more_and_a_mastered_one_still_something() {
        List<Share> shares = Allocation.of(
                List.of(skill("mastered", 9, 1.0), skill("weak", 9, 0.0), skill("weak-and-rare", 1, 0.0)), TWO, 200);
        int mastered = count(shares, new SkillId("mastered"));
        int rare = count(shares, new SkillId("weak-and-rare"));
        int weak = count(shares, new SkillId("weak"));
        assertThat(mastered).isPositive().isLessThan(rare);
        assertThat(rare).isLessThan(weak);
        assertThat((double) weak / rare).isBetween(2.8, 3.2);
    }

    @Test
    void the_order_in_which_skills_are_listed_does_not_matter() {
        List<SkillRef> skills = new ArrayList<>(List.of(skill("a", 4, 0.5), skill("b", 4, 0.5), skill("c", 4, 0.5)));
        List<Share> shares = Allocation.of(skills, TWO, 20);
        Collections.reverse(skills);
        assertThat(Allocation.of(skills, TWO, 20)).isEqualTo(shares);
    }

    @Test
    void what_does_not_divide_goes_to_different_repositories_for_different_skills() {
        List<SkillRef> skills = List.of(skill("a", 1, 0.5), skill("b", 1, 0.5));
        assertThat(Allocation.of(skills, TWO, 3)).extracting(Share::repository).contains(Specs.ALPHA, Specs.BETA);
    }

    @Test
    void largest_remainders_round_up() {
        assertThat(Allocation.largestRemainder(new double[] {1, 1, 1}, 4)).containsExactly(2, 1, 1);
        assertThat(Allocation.largestRemainder(new double[] {5, 3, 2}, 7)).containsExactly(4, 2, 1);
        assertThat(Allocation.largestRemainder(new double[] {}, 4)).isEmpty();
    }

    private static SkillRef skill(String id, int coverage, double mastery) {
        return new SkillRef(new SkillId(id), 1, coverage, mastery);
    }

    private static int count(List<Share> shares, SkillId skill) {
        return shares.stream()
                .filter(share -> share.skill().equals(skill))
                .mapToInt(Share::count)
                .sum();
    }
}
