package org.elenchus.tools.mining.history.commits;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.elenchus.tools.mining.history.CommitLine;
import org.elenchus.tools.mining.history.ReleasePair;
import org.elenchus.tools.mining.intake.GitCommit;

/**
 * Commits that were looked at.
 *
 * @param head full name of the commit that all led to
 * @param looked how many
 * @param passedOver how many are not worth a search, by reason
 * @param candidates those that are, newest first; each has one parent
 */
public record Survey(
        CommitLine line,
        String head,
        int looked,
        SortedMap<PassedOver, Integer> passedOver,
        List<GitCommit> candidates) {
    public Survey {
        passedOver = Collections.unmodifiableSortedMap(new TreeMap<>(passedOver));
        candidates = List.copyOf(candidates);
    }

    static Survey of(
            CommitLine line, String head, int looked, Map<PassedOver, Integer> passedOver, List<GitCommit> candidates) {
        return new Survey(line, head, looked, new TreeMap<>(passedOver), candidates);
    }

    /** Each candidate with its parent, newest first. */
    public List<ReleasePair> pairs() {
        return candidates.stream()
                .map(commit -> new ReleasePair(line, commit.parents().getFirst(), commit.name()))
                .toList();
    }
}
