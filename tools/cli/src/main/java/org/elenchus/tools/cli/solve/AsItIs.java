package org.elenchus.tools.cli.solve;

import java.util.SortedSet;
import org.elenchus.actors.port.PreparedRepository;
import org.elenchus.actors.port.Problem;
import org.elenchus.protocol.execution.Overlay;
import org.elenchus.protocol.repository.TestId;

/** The project's own state is the broken one. */
record AsItIs(PreparedRepository repository) implements Problem.Workspace {
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
