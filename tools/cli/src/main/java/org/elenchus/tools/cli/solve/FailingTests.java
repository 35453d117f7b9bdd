package org.elenchus.tools.cli.solve;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.elenchus.actors.port.PreparedRepository;
import org.elenchus.actors.port.Sandbox;
import org.elenchus.actors.port.SandboxFault;
import org.elenchus.protocol.execution.Execution;
import org.elenchus.protocol.execution.ExecutionRequest;
import org.elenchus.protocol.execution.Overlay;
import org.elenchus.protocol.execution.TestResult;
import org.elenchus.protocol.execution.TestRun;
import org.elenchus.protocol.repository.Quarantined;
import org.elenchus.protocol.repository.TestId;
import org.elenchus.tools.cli.Fault;
import org.elenchus.tools.mining.suite.SuiteLimits;

/** The tests of a prepared project that fail each time; one that ends by its fuel alone may be slow or endless, and counts where it is named. */
public final class FailingTests {
    private FailingTests() {}

    /** @param names of classes or CLASS#METHOD; none for all @throws Fault when nothing that fails is called so */
    static List<TestId> chosen(PreparedRepository project, List<String> names) throws Fault {
        List<TestId> all = of(project, Quarantined.Reason.FAILS);
        if (names.isEmpty()) {
            return all;
        }
        List<TestId> unended = of(project, Quarantined.Reason.SLOW);
        List<TestId> chosen = new ArrayList<>();
        for (String name : names) {
            List<TestId> meant = Stream.concat(all.stream(), unended.stream())
                    .filter(test -> isMeant(test, name.strip()))
                    .toList();
            if (meant.isEmpty()) {
                throw Fault.usage("no failing test is called " + name + "; "
                        + (all.isEmpty() ? "none fails" : "these fail: " + all));
            }
            meant.stream().filter(test -> !chosen.contains(test)).forEach(chosen::add);
        }
        return chosen;
    }

    private static List<TestId> of(PreparedRepository project, Quarantined.Reason reason) {
        return project.summary().quarantined().stream()
                .filter(test -> test.reason() == reason)
                .map(Quarantined::id)
                .sorted()
                .toList();
    }

    /** Of tests that are not trusted and not known to fail, or nothing: what to do about those. */
    static String others(PreparedRepository project) {
        List<Quarantined> others = project.summary().quarantined().stream()
                .filter(test -> test.reason() != Quarantined.Reason.FAILS)
                .toList();
        return others.isEmpty()
                ? ""
                : "; " + others.size() + " more give no certain result ("
                        + others.getFirst().id() + ": "
                        + others.getFirst().reason().name().toLowerCase(Locale.ROOT)
                        + (others.size() > 1 ? ", ..." : "") + "): name one that does not end with --test";
    }

    /** Whether a name that was typed means a test: its class, CLASS#METHOD or its id; packages may be left out. */
    public static boolean isMeant(TestId test, String name) {
        String simple = test.className().substring(test.className().lastIndexOf('.') + 1);
        String method = test.method().replaceAll("\\(.*", "");
        return List.of(
                        test.toString(),
                        test.className(),
                        simple,
                        test.className() + "#" + method,
                        simple + "#" + method)
                .contains(name);
    }

    /** How they fail. @throws Fault when none of them does when they are run by themselves */
    static Defect observed(PreparedRepository project, List<TestId> failing, Sandbox sandbox)
            throws SandboxFault, Fault {
        Defect defect = seen(project, failing, sandbox);
        if (defect.failing().isEmpty()) {
            throw Fault.failure("the failing tests give no result when they are run by themselves: " + failing
                    + "; see why with the project's own build");
        }
        return defect;
    }

    /** How they fail, as far as they do when they are run by themselves. */
    public static Defect seen(PreparedRepository project, List<TestId> failing, Sandbox sandbox) throws SandboxFault {
        List<TestRun> runs = failing.stream()
                .map(test -> new TestRun(test, SuiteLimits.DEFAULT.slowFuel()))
                .toList();
        Execution execution =
                sandbox.execute(new ExecutionRequest(project.summary().snapshot(), Overlay.NONE, runs, true));
        List<TestResult> results = execution instanceof Execution.TestsRan ran ? ran.results() : List.of();
        List<TestRun> seen = new ArrayList<>();
        List<TestResult> observed = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            if (results.get(i).outcome().observedFailure()) {
                seen.add(runs.get(i));
                observed.add(results.get(i));
            }
        }
        return Defect.asItIs(project, seen, observed);
    }
}
