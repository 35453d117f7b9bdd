package org.elenchus.tools.repair.solver;

import java.util.ArrayList;
import java.util.List;
import org.elenchus.protocol.execution.TestRun;

/** The failing tests that a candidate is tried on before all of them are run. */
public final class Probe {
    /** Tests, at most. */
    public static final int SIZE = 12;

    private Probe() {}

    /** At most {@value #SIZE} tests, spread evenly over the list: enough to search with. */
    public static List<TestRun> of(List<TestRun> tests) {
        if (tests.size() <= SIZE) {
            return List.copyOf(tests);
        }
        List<TestRun> probe = new ArrayList<>();
        for (int i = 0; i < SIZE; i++) {
            probe.add(tests.get((int) ((long) i * tests.size() / SIZE)));
        }
        return List.copyOf(probe);
    }
}
