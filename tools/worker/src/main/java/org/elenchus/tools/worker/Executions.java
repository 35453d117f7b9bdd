package org.elenchus.tools.worker;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.elenchus.tools.worker.host.HostState;
import org.elenchus.tools.worker.run.Engines;
import org.elenchus.tools.worker.run.Naming;
import org.elenchus.tools.worker.run.PlainTests;
import org.elenchus.tools.worker.run.TestRunner;
import org.elenchus.tools.worker.snapshot.CandidateLoader;
import org.elenchus.tools.worker.snapshot.Edit;
import org.elenchus.tools.worker.snapshot.OpenSnapshot;
import org.elenchus.tools.worker.wire.Answer;
import org.elenchus.tools.worker.wire.Order;
import org.elenchus.tools.worker.wire.TestReport;
import org.jspecify.annotations.Nullable;

/** Compiles candidates and runs tests on them, each on classes of its own. */
final class Executions {
    private final TestRunner runner;
    private final Map<Path, Learnt> learnt = new HashMap<>();
    private final List<String> privateFolders;

    /** What was found out about a snapshot's tests as they ran. */
    private record Learnt(Engines engines, PlainTests plain) {}

    /** @param privateFolders absolute paths of this worker's own, which no failure may name */
    Executions(HostState host, List<String> privateFolders) {
        this.runner = new TestRunner(host);
        this.privateFolders = List.copyOf(privateFolders);
    }

    /** What was learnt about a snapshot's tests no longer holds. */
    void forget(Path root) {
        learnt.remove(root);
    }

    Answer execute(Order.Execute order, OpenSnapshot snapshot, Orders.Hooks hooks) throws IOException {
        long start = System.nanoTime();
        return switch (snapshot.compile(order.overlay())) {
            case Edit.Refused refused -> new Answer.DidNotCompile(refused.errors(), System.nanoTime() - start);
            case Edit.Compiled compiled -> {
                long compiledAt = System.nanoTime();
                yield run(order, snapshot, compiled, hooks, compiledAt - start);
            }
        };
    }

    private Answer.Ran run(
            Order.Execute order, OpenSnapshot snapshot, Edit.Compiled edit, Orders.Hooks hooks, long compileNanos) {
        try {
            return run(
                    order, snapshot, edit, hooks, compileNanos, learnt(snapshot).plain());
        } catch (TestRunner.PlatformNeeded e) {
            return runOnPlatform(order, snapshot, edit, hooks, compileNanos);
        }
    }

    /** Kept for longer than the snapshot is open, and so without it. */
    private Learnt learnt(OpenSnapshot snapshot) {
        return learnt.computeIfAbsent(snapshot.root(), root -> {
            Set<String> testClasses = Set.copyOf(snapshot.testClassNames());
            return new Learnt(new Engines(), new PlainTests(testClasses::contains));
        });
    }

    private Answer.Ran runOnPlatform(
            Order.Execute order, OpenSnapshot snapshot, Edit.Compiled edit, Orders.Hooks hooks, long compileNanos) {
        try {
            return run(order, snapshot, edit, hooks, compileNanos, null);
        } catch (TestRunner.PlatformNeeded e) {
            throw new IllegalStateException("no test was taken for a plain one", e);
        }
    }

    private Answer.Ran run(
            Order.Execute order,
            OpenSnapshot snapshot,
            Edit.Compiled edit,
            Orders.Hooks hooks,
            long compileNanos,
            @Nullable PlainTests plain)
            throws TestRunner.PlatformNeeded {
        long start = System.nanoTime();
        CandidateLoader loader = snapshot.candidate(edit);
        long instrumented = System.nanoTime() - start;
        List<String> folders = new ArrayList<>(privateFolders);
        folders.add(snapshot.root().toString());
        List<TestReport> reports = runner.run(
                order.tests(),
                new TestRunner.Session(
                        loader,
                        new Naming(snapshot.ownClasses(edit), folders),
                        learnt(snapshot).engines(),
                        plain,
                        order.coverage() ? snapshot.allProbes() : null,
                        hooks.beforeEach(),
                        hooks.afterEach()));
        long load = instrumented + loader.loadNanos();
        return new Answer.Ran(reports, compileNanos, load, System.nanoTime() - start - load);
    }
}
