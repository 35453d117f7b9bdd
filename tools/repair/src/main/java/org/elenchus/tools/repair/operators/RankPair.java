package org.elenchus.tools.repair.operators;

import java.util.ArrayList;
import java.util.List;

/** One of each of two lists that have their likeliest first, by index from 0. */
record RankPair(int first, int second) {
    /** The likelier both are, the earlier: by the product of their ranks, which count from 1, then by the first. @param most product */
    static List<RankPair> likeliest(int firsts, int seconds, int most) {
        List<RankPair> pairs = new ArrayList<>();
        for (int product = 1; product <= most; product++) {
            for (int rank = 1; rank <= Math.min(product, firsts); rank++) {
                if (product % rank == 0 && product / rank <= seconds) {
                    pairs.add(new RankPair(rank - 1, product / rank - 1));
                }
            }
        }
        return pairs;
    }
}
