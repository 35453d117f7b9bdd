package org.elenchus.tools.mining.history.record;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.elenchus.protocol.repository.TestId;
import org.elenchus.tools.mining.history.ReleasePair;

/** Counts what people mended: bugs of one pair that a common test tells of are one fix in several places. */
public final class Fixes {
    private Fixes() {}

    public static int count(Collection<RealBug> bugs) {
        Map<ReleasePair, List<Set<TestId>>> fixes = new LinkedHashMap<>();
        for (RealBug bug : bugs) {
            List<Set<TestId>> known = fixes.computeIfAbsent(bug.pair(), pair -> new ArrayList<>());
            Set<TestId> tests = bug.failToPass().stream().map(SeenFailure::test).collect(Collectors.toSet());
            List<Set<TestId>> common = known.stream()
                    .filter(other -> !Collections.disjoint(other, tests))
                    .toList();
            common.forEach(tests::addAll);
            known.removeAll(common);
            known.add(tests);
        }
        return fixes.values().stream().mapToInt(List::size).sum();
    }
}
