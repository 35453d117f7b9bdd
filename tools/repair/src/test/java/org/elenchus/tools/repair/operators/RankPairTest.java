package org.elenchus.tools.repair.operators;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RankPairTest {
    @Test
    void pairs_come_by_the_product_of_their_ranks_and_end_with_the_shorter_list_and_the_largest_product() {
        assertThat(RankPair.likeliest(3, 2, 4))
                .containsExactly(
                        new RankPair(0, 0),
                        new RankPair(0, 1),
                        new RankPair(1, 0),
                        new RankPair(2, 0),
                        new RankPair(1, 1));
        assertThat(RankPair.likeliest(0, 5, 9)).isEmpty();
    }
}
