package org.elenchus.tools.cli.eval.dataset;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.elenchus.actors.port.PreparedRepository;
import org.elenchus.actors.port.Problem;
import org.elenchus.actors.port.Sandbox;
import org.elenchus.actors.port.SandboxFault;
import org.elenchus.protocol.DrawKey;
import org.elenchus.protocol.execution.Overlay;
import org.elenchus.protocol.execution.TestRun;
import org.elenchus.protocol.repository.TestId;
import org.elenchus.protocol.task.Patch;
import org.elenchus.tools.cli.solve.Defect;
import org.elenchus.tools.cli.solve.Repair;
import org.elenchus.tools.cli.solve.Trial;
import org.elenchus.tools.mining.history.diff.SourceTokens;

/**
 * A task that can be attempted.
 *
 * @param shown what a solver sees of the defect
 * @param failing tests that fail and only grade
 * @param passing tests that pass and only grade
 * @param fixed texts of repaired files by path; empty where the repair is not known
 */
public record PosedTask(
        Defect shown, List<TestRun> failing, SortedSet<TestId> passing, SortedMap<String, String> fixed) {
    public PosedTask {
        failing = List.copyOf(failing);
        passing = Collections.unmodifiableSortedSet(new TreeSet<>(passing));
        fixed = Collections.unmodifiableSortedMap(new TreeMap<>(fixed));
    }

    /**
     * With a part of the covering tests held back.
     *
     * @param shown what may be seen before; @param spoilt tests that neither show nor grade, held back already
     * @param all the same with every failing test that can pass
     * @param share of the tests; @param key of the draw
     */
    static PosedTask drawn(
            Defect all, Defect shown, Set<TestId> spoilt, SortedMap<String, String> fixed, double share, DrawKey key) {
        Defect less = shown.without(HoldBack.drawn(share, shown.tests(), shown.covering(), key));
        List<TestRun> failing = all.failing().stream()
                .filter(run -> less.heldBack().contains(run.test()))
                .toList();
        SortedSet<TestId> passing = new TreeSet<>(less.heldBack());
        passing.removeAll(spoilt);
        passing.removeAll(all.tests());
        passing.retainAll(shown.repository().tests());
        return new PosedTask(less, failing, passing, fixed);
    }

    /** What a patch is worth. */
    public enum Grade {
        /** A test that the solver is shown fails with it. */
        NOT_PLAUSIBLE,
        /** All tests shown pass, a held-back one fails. */
        WRONG,
        /** All tests shown pass, and nothing else tells right from wrong. */
        PLAUSIBLE,
        /** All tests shown pass, and it is the reference's text, or every held-back test that it can change passes. */
        CORRECT
    }

    /** How many tests only grade. */
    public int heldBack() {
        return failing.size() + passing.size();
    }

    /** Whether there is anything to tell a right patch from one that the tests shown merely let pass. */
    public boolean canTell() {
        return heldBack() > 0 || !fixed.isEmpty();
    }

    /** Executes a patch and grades it. */
    public Grade grade(Patch patch, Sandbox sandbox) throws SandboxFault {
        Repair repair = Trial.of(shown, patch, sandbox);
        if (!repair.isWhole()) {
            return Grade.NOT_PLAUSIBLE;
        }
        if (isReference(patch)) {
            return Grade.CORRECT;
        }
        List<TestRun> telling = telling(patch);
        if (telling.isEmpty()) {
            return Grade.PLAUSIBLE;
        }
        Set<TestId> passed = Trial.passed(shown, shown.with(patch), telling, sandbox);
        return passed.size() == telling.size() ? Grade.CORRECT : Grade.WRONG;
    }

    /** Held-back tests whose result a patch can change. */
    private List<TestRun> telling(Patch patch) {
        List<TestRun> telling = new ArrayList<>(failing);
        shown.reaching(patch.paths()).stream()
                .filter(passing::contains)
                .map(shown.repository()::budgeted)
                .forEach(telling::add);
        return telling;
    }

    /** Whether the patched sources say, token by token, what the repaired ones do. */
    private boolean isReference(Patch patch) {
        if (fixed.isEmpty()) {
            return false;
        }
        Problem.Workspace broken = shown.state();
        Overlay patched = shown.with(patch);
        Set<String> paths = new TreeSet<>(fixed.keySet());
        paths.addAll(patch.paths());
        for (String path : paths) {
            String before = broken.files().contains(path) ? broken.source(path) : "";
            String wanted = fixed.getOrDefault(path, before);
            if (!SourceTokens.same(patched.files().getOrDefault(path, before), wanted)) {
                return false;
            }
        }
        return true;
    }

    /** Files of the fixed tree that differ from the broken one. */
    static SortedMap<String, String> differing(Map<String, String> fixed, PreparedRepository repository) {
        SortedMap<String, String> differing = new TreeMap<>();
        fixed.forEach((path, text) -> {
            if (!repository.files().contains(path) || !repository.source(path).equals(text)) {
                differing.put(path, text);
            }
        });
        return differing;
    }
}
