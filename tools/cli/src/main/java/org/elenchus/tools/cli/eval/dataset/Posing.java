package org.elenchus.tools.cli.eval.dataset;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import org.elenchus.actors.port.PreparedRepository;
import org.elenchus.actors.port.RepositoryFault;
import org.elenchus.actors.port.Sandbox;
import org.elenchus.actors.port.SandboxFault;
import org.elenchus.protocol.DrawKey;
import org.elenchus.protocol.execution.Overlay;
import org.elenchus.protocol.execution.TestRun;
import org.elenchus.protocol.repository.TestId;
import org.elenchus.tools.cli.solve.Defect;
import org.elenchus.tools.cli.solve.FailingTests;
import org.elenchus.tools.cli.solve.Trial;
import org.elenchus.tools.mining.MinedRepositories;
import org.elenchus.tools.mining.maven.MavenLibraries;

/**
 * Executes a task's broken and fixed trees and sees what there is to solve.
 *
 * @param holdBack share of the covering tests that only grade, 0..1
 * @param key of the draws which those are
 */
public record Posing(MinedRepositories repositories, MavenLibraries libraries, double holdBack, DrawKey key) {
    /** @throws InvalidTask when it is none that could be solved */
    public PosedTask pose(TaskFolder folder, TaskFile task, Sandbox sandbox) throws InvalidTask, SandboxFault {
        PreparedRepository broken = prepared(folder, task, sandbox);
        KnownTests known = new KnownTests(broken);
        SortedSet<TestId> wanted = known.failing(task.failToPass());
        SortedSet<TestId> held = known.named("heldBack", task.heldBack());
        wanted.addAll(known.failingOf(held));
        Defect whole = FailingTests.seen(broken, List.copyOf(wanted), sandbox);
        SortedMap<String, String> fixed = changed(folder, broken);
        Set<TestId> spoilt = fixed.isEmpty() ? Set.of() : failingWhenFixed(whole, held, fixed, sandbox);
        requireMended(task, whole, held, spoilt);
        Defect mendable = whole.without(spoilt);
        requireFailing(whole, mendable);
        Defect shown = mendable.without(held);
        if (shown.failing().isEmpty()) {
            throw new InvalidTask("every failing test is held back; leave the solver one");
        }
        return PosedTask.drawn(mendable, shown, spoilt, fixed, holdBack, key.at(task.id()));
    }

    private PreparedRepository prepared(TaskFolder folder, TaskFile task, Sandbox sandbox)
            throws InvalidTask, SandboxFault {
        try {
            return repositories.open(repositories
                    .prepareBroken(folder.coordinate(), folder.broken(task, libraries), sandbox)
                    .snapshot());
        } catch (RepositoryFault e) {
            throw new InvalidTask(String.valueOf(e.getMessage()), e);
        }
    }

    /** What the repair changes. */
    private static SortedMap<String, String> changed(TaskFolder folder, PreparedRepository broken) throws InvalidTask {
        SortedMap<String, String> fixed = folder.fixed();
        SortedMap<String, String> changed = PosedTask.differing(fixed, broken);
        if (!fixed.isEmpty() && changed.isEmpty()) {
            throw new InvalidTask("fixed/ is the same as broken/; put the repaired sources there, or remove it");
        }
        return changed;
    }

    /** Tests that tell against the repair itself: they cannot tell a right patch from a wrong one. */
    private static Set<TestId> failingWhenFixed(
            Defect whole, Collection<TestId> held, Map<String, String> fixed, Sandbox sandbox) throws SandboxFault {
        PreparedRepository broken = whole.repository();
        List<String> known =
                fixed.keySet().stream().filter(broken.files()::contains).toList();
        SortedSet<TestId> passing = whole.reaching(known);
        passing.addAll(whole.covering());
        held.stream().filter(broken.tests()::contains).forEach(passing::add);
        List<TestRun> asked = new ArrayList<>(whole.failing());
        passing.stream().map(broken::budgeted).forEach(asked::add);
        Set<TestId> failing = new HashSet<>();
        asked.forEach(run -> failing.add(run.test()));
        failing.removeAll(Trial.passed(whole, Overlay.of(fixed), asked, sandbox));
        return failing;
    }

    /** What a task's author has named must be so; what was discovered may fail for other reasons. */
    private static void requireMended(TaskFile task, Defect whole, Collection<TestId> held, Collection<TestId> spoilt)
            throws InvalidTask {
        for (TestId test : spoilt) {
            boolean failing = whole.tests().contains(test);
            if (held.contains(test) || (failing && !task.failToPass().isEmpty())) {
                throw new InvalidTask(test + " fails with the fixed sources, too; mend fixed/, or leave the test out");
            }
        }
    }

    private static void requireFailing(Defect whole, Defect mendable) throws InvalidTask {
        if (whole.failing().isEmpty()) {
            throw new InvalidTask("no test fails in the broken tree when it is run by itself");
        }
        if (mendable.failing().isEmpty()) {
            throw new InvalidTask("none of the " + whole.failing().size()
                    + " tests that fail in the broken tree passes in the fixed one");
        }
    }
}
