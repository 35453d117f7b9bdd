package org.elenchus.tools.cli.solve;

import java.util.List;
import java.util.SortedSet;
import org.elenchus.actors.port.PreparedRepository;
import org.elenchus.actors.port.Problem;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.execution.Overlay;
import org.elenchus.protocol.execution.TestResult;
import org.elenchus.protocol.execution.TestRun;
import org.elenchus.protocol.repository.TestId;

/**
 * Tests of a prepared project that fail as it is.
 *
 * @param failing with the fuel each may burn
 * @param observed how each failed, in the same order
 */
record Defect(PreparedRepository repository, List<TestRun> failing, List<TestResult> observed) {
    Defect {
        failing = List.copyOf(failing);
        observed = List.copyOf(observed);
    }

    /** As a solver sees it. Nobody knows the repair, so nothing has to be kept back. */
    Problem problem() {
        return new Problem(
                "solve/" + repository.summary().coordinate().shortName(),
                snapshot(),
                new AsItIs(repository),
                "Tests fail. Find out what is wrong and mend it.",
                failing,
                observed);
    }

    Digest snapshot() {
        return repository.summary().snapshot();
    }

    List<TestId> tests() {
        return failing.stream().map(TestRun::test).toList();
    }

    /** The project's own state is the broken one. */
    private record AsItIs(PreparedRepository repository) implements Problem.Workspace {
        @Override
        public SortedSet<String> files() {
            return repository.files();
        }

        @Override
        public String source(String path) {
            return repository.source(path);
        }

        @Override
        public Overlay broken() {
            return Overlay.NONE;
        }

        @Override
        public SortedSet<TestId> testsReaching(String path, int line) {
            return repository.testsReaching(path, line);
        }
    }
}
