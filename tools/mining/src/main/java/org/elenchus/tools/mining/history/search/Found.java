package org.elenchus.tools.mining.history.search;

import java.util.List;
import org.elenchus.tools.mining.history.ReleasePair;
import org.elenchus.tools.mining.history.record.RealBug;

/**
 * What the search in one pair of releases came to.
 *
 * @param rules of the search; findings of other rules are searched anew
 * @param tests trusted tests of the newer release
 * @param failingOnOlder those that fail on the whole older release by behaviour
 * @param files main source files with changes that count
 * @param changes changes in them
 * @param executed trials, those with several changes at once included
 * @param notCompiling those that did not compile
 * @param refusedByGates reversals that brought a failure back and that a gate refused
 * @param bugs genuine and mixed ones
 * @param note why nothing could be searched, or that time ran out; empty where neither is so
 */
public record Found(
        String rules,
        ReleasePair pair,
        int tests,
        int failingOnOlder,
        int files,
        int changes,
        int executed,
        int notCompiling,
        int refusedByGates,
        List<RealBug> bugs,
        String note) {
    /** Changes whenever another search would find other things. */
    public static final String RULES = "real-bugs.v2";

    public Found {
        bugs = List.copyOf(bugs);
    }

    /** Whether the pair could be searched at all: what stood in the way may pass, as a network does. */
    boolean isSearched() {
        return tests > 0;
    }

    static Found nothing(ReleasePair pair, String why) {
        return new Found(RULES, pair, 0, 0, 0, 0, 0, 0, 0, List.of(), why);
    }
}
