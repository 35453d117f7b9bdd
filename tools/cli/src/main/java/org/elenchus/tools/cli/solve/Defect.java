package org.elenchus.tools.cli.solve;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.elenchus.actors.grading.Problems;
import org.elenchus.actors.port.PreparedRepository;
import org.elenchus.actors.port.Problem;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.execution.Overlay;
import org.elenchus.protocol.execution.TestResult;
import org.elenchus.protocol.execution.TestRun;
import org.elenchus.protocol.repository.TestId;
import org.elenchus.protocol.task.Patch;
import org.elenchus.protocol.task.Task;

/**
 * Tests that fail in a state of a prepared project.
 *
 * @param state the broken one
 * @param failing with the fuel each may burn
 * @param observed how each failed, in the same order
 * @param heldBack tests that nobody who looks for a repair is shown; none of them is in {@code failing}
 */
public record Defect(
        PreparedRepository repository,
        Problem.Workspace state,
        List<TestRun> failing,
        List<TestResult> observed,
        SortedSet<TestId> heldBack) {
    public Defect {
        failing = List.copyOf(failing);
        observed = List.copyOf(observed);
        heldBack = Collections.unmodifiableSortedSet(new TreeSet<>(heldBack));
    }

    /** Of a project as it is. Nobody knows the repair, so nothing has to be kept back. */
    public static Defect asItIs(PreparedRepository repository, List<TestRun> failing, List<TestResult> observed) {
        return new Defect(repository, new AsItIs(repository), failing, observed, new TreeSet<>());
    }

    /** Of a task. */
    public static Defect of(Task task, PreparedRepository repository) {
        Problem problem = Problems.of(task, repository);
        return new Defect(repository, problem.workspace(), problem.failing(), problem.observed(), new TreeSet<>());
    }

    /** The same defect with fewer tests to be seen. @param kept back besides those that are already */
    public Defect without(Set<TestId> kept) {
        List<TestRun> runs = new ArrayList<>();
        List<TestResult> results = new ArrayList<>();
        for (int i = 0; i < failing.size(); i++) {
            if (!kept.contains(failing.get(i).test())) {
                runs.add(failing.get(i));
                results.add(observed.get(i));
            }
        }
        SortedSet<TestId> more = new TreeSet<>(heldBack);
        more.addAll(kept);
        return new Defect(repository, state, runs, results, more);
    }

    /** As a solver sees it: without what is held back. */
    public Problem problem() {
        return new Problem(
                "solve/" + repository.summary().coordinate().shortName(),
                snapshot(),
                new Shown(state, heldBack),
                "Tests fail. Find out what is wrong and mend it.",
                failing,
                observed);
    }

    Digest snapshot() {
        return repository.summary().snapshot();
    }

    public List<TestId> tests() {
        return failing.stream().map(TestRun::test).toList();
    }

    /** The state that a patch leaves. */
    public Overlay with(Patch patch) {
        Map<String, String> sources = new TreeMap<>();
        patch.paths().forEach(path -> sources.put(path, state.source(path)));
        try {
            SortedMap<String, String> files = new TreeMap<>(state.broken().files());
            files.putAll(patch.applyTo(sources));
            return new Overlay(files);
        } catch (Patch.DoesNotApply e) {
            throw new IllegalStateException("the solver handed in a patch that does not fit: " + e.getMessage(), e);
        }
    }

    /** Tests to be seen that pass, or should, and reach one of these files. */
    List<TestRun> shownReaching(Collection<String> paths) {
        SortedSet<TestId> reaching = reaching(paths);
        reaching.removeAll(heldBack);
        return reaching.stream().map(repository::budgeted).toList();
    }

    /** Trusted tests that reach one of these files, whether held back or not; those that fail and are shown are none of them. */
    public SortedSet<TestId> reaching(Collection<String> paths) {
        SortedSet<TestId> reaching = new TreeSet<>();
        for (String path : paths) {
            long lines = state.source(path).lines().count();
            for (int line = 1; line <= lines; line++) {
                reaching.addAll(state.testsReaching(path, line));
            }
        }
        tests().forEach(reaching::remove);
        return reaching;
    }

    /** Trusted tests to be seen that reach a line some failing test reaches. */
    public SortedSet<TestId> covering() {
        SortedSet<TestId> covering = new TreeSet<>();
        for (TestResult result : observed) {
            result.covered()
                    .forEach(covered -> covered.lines()
                            .forEach(line -> covering.addAll(state.testsReaching(covered.path(), line))));
        }
        tests().forEach(covering::remove);
        covering.removeAll(heldBack);
        return covering;
    }

    /** A state without a trace of what is held back. */
    private record Shown(Problem.Workspace state, SortedSet<TestId> heldBack) implements Problem.Workspace {
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
            return state.broken();
        }

        @Override
        public SortedSet<TestId> testsReaching(String path, int line) {
            SortedSet<TestId> reaching = state.testsReaching(path, line);
            if (heldBack.isEmpty()) {
                return reaching;
            }
            SortedSet<TestId> shown = new TreeSet<>(reaching);
            shown.removeAll(heldBack);
            return shown;
        }
    }
}
