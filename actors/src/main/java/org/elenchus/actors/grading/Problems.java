package org.elenchus.actors.grading;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.elenchus.actors.port.PreparedRepository;
import org.elenchus.actors.port.Problem;
import org.elenchus.protocol.execution.Overlay;
import org.elenchus.protocol.repository.TestId;
import org.elenchus.protocol.task.Patch;
import org.elenchus.protocol.task.Task;
import org.elenchus.protocol.task.TextEdit;

/** Shows a task to a solver: the broken state and its symptoms, and nothing of the original or of what is held back. */
public final class Problems {
    private Problems() {}

    /** The problem a task poses. @throws IllegalArgumentException when the task was not made in this repository */
    public static Problem of(Task task, PreparedRepository repository) {
        if (!task.snapshot().equals(repository.summary().snapshot())) {
            throw new IllegalArgumentException("task " + task.id() + " belongs to another snapshot");
        }
        return new Problem(
                task.id(),
                task.snapshot(),
                new BrokenWorkspace(repository, task.breaking(), broken(task, repository)),
                task.statement(),
                task.verifier().failToPass(),
                task.observed());
    }

    /** The broken state of a task that passed the gates. */
    static BrokenState broken(Task task, PreparedRepository repository) {
        try {
            return BrokenState.of(repository, task.breaking());
        } catch (Patch.DoesNotApply e) {
            throw new IllegalArgumentException("the breaking patch of " + task.id() + " does not apply", e);
        }
    }

    /** Keeps the repository to itself: texts leave it as the broken state has them, and lines are those of the broken text. */
    private static final class BrokenWorkspace implements Problem.Workspace {
        private final PreparedRepository repository;
        private final Patch breaking;
        private final BrokenState state;
        private final Map<String, LineMap> lines = new ConcurrentHashMap<>();

        BrokenWorkspace(PreparedRepository repository, Patch breaking, BrokenState state) {
            this.repository = repository;
            this.breaking = breaking;
            this.state = state;
        }

        @Override
        public SortedSet<String> files() {
            return state.files();
        }

        @Override
        public String source(String path) {
            return state.source(path);
        }

        @Override
        public Overlay broken() {
            return state.overlay();
        }

        private LineMap lines(String path, String edited) {
            List<TextEdit> own = breaking.edits().stream()
                    .filter(edit -> edit.path().equals(path))
                    .toList();
            return new LineMap(repository.source(path), edited, own);
        }

        @Override
        public SortedSet<TestId> testsReaching(String path, int line) {
            String edited = state.overlay().files().get(path);
            if (edited == null) {
                return repository.testsReaching(path, line);
            }
            LineMap.Span span =
                    lines.computeIfAbsent(path, p -> lines(p, edited)).originalOf(line);
            SortedSet<TestId> tests = new TreeSet<>();
            for (int l = span.first(); l <= span.last(); l++) {
                tests.addAll(repository.testsReaching(path, l));
            }
            return tests;
        }
    }
}
