package org.elenchus.tools.cli.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.elenchus.actors.port.PreparedRepository;
import org.elenchus.actors.port.Sandbox;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.execution.CoveredLines;
import org.elenchus.protocol.execution.Execution;
import org.elenchus.protocol.execution.ExecutionRequest;
import org.elenchus.protocol.execution.Failure;
import org.elenchus.protocol.execution.TestOutcome;
import org.elenchus.protocol.execution.TestResult;
import org.elenchus.protocol.execution.TestRun;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.protocol.repository.RepositorySummary;
import org.elenchus.protocol.repository.TestId;
import org.elenchus.protocol.task.Patch;
import org.elenchus.protocol.task.TextEdit;
import org.elenchus.tools.cli.eval.dataset.PosedTask;
import org.elenchus.tools.cli.solve.Defect;

/**
 * A file of one number, 0. The test shown wants it to be odd; a held-back test that fails wants it to be above 4, one that passes wants it
 * to be below 8, and another that passes does not read it.
 */
final class SmallTask {
    static final String PATH = "x/A.java";
    static final TestId ODD = TestId.parse("x.T#odd()");
    static final TestId LARGE = TestId.parse("x.T#large()");
    static final TestId SMALL = TestId.parse("x.T#small()");
    static final TestId AWAY = TestId.parse("x.T#away()");

    private static final String BEFORE = "class A { int n = ";
    private static final String AFTER = "; }";

    private SmallTask() {}

    static String text(int number) {
        return BEFORE + number + AFTER;
    }

    static Patch patch(int number) {
        return new Patch(List.of(new TextEdit(PATH, BEFORE.length(), "0", Integer.toString(number))));
    }

    /** @param heldBack that grade; @param fixed the number of the reference, or none if negative */
    static PosedTask task(List<TestId> heldBack, int fixed) {
        TreeSet<TestId> passing = new TreeSet<>(heldBack);
        passing.remove(LARGE);
        TreeMap<String, String> reference = new TreeMap<>();
        if (fixed >= 0) {
            reference.put(PATH, "/* repaired */ " + text(fixed));
        }
        List<TestRun> failing = heldBack.contains(LARGE) ? List.of(new TestRun(LARGE, 9)) : List.of();
        Defect shown = Defect.asItIs(new Numbers(), List.of(new TestRun(ODD, 9)), List.of(result(ODD, false)))
                .without(new TreeSet<>(heldBack));
        return new PosedTask(shown, failing, passing, reference);
    }

    static final class Counted implements Sandbox {
        final List<ExecutionRequest> requests = new ArrayList<>();

        @Override
        public Execution execute(ExecutionRequest request) {
            requests.add(request);
            String text = request.overlay().files().getOrDefault(PATH, text(0));
            int number = Integer.parseInt(text.replaceAll("\\D+", ""));
            return new Execution.TestsRan(request.tests().stream()
                    .map(run -> result(run.test(), wants(run.test()).test(number)))
                    .toList());
        }

        private static Predicate<Integer> wants(TestId test) {
            if (test.equals(ODD)) {
                return number -> number % 2 == 1;
            }
            return test.equals(LARGE) ? number -> number > 4 : number -> test.equals(AWAY) || number < 8;
        }

        @Override
        public Execution executeAfresh(ExecutionRequest request) {
            return execute(request);
        }

        @Override
        public BuildReport build(Digest snapshot) {
            return new BuildReport(List.of(), List.of());
        }

        @Override
        public List<TestId> discover(Digest snapshot) {
            return List.of(ODD, LARGE, SMALL, AWAY);
        }

        @Override
        public void close() {}
    }

    private static TestResult result(TestId test, boolean passed) {
        TestOutcome outcome = passed
                ? new TestOutcome.Passed()
                : new TestOutcome.Failed(new Failure("java.lang.AssertionError", "", List.of()));
        return new TestResult(test, outcome, 1, List.of());
    }

    private static final class Numbers implements PreparedRepository {
        @Override
        public RepositorySummary summary() {
            Digest none = Digest.of("");
            return new RepositorySummary(new RepositoryCoordinate("dir:numbers"), none, none, 1, 1, 2, List.of());
        }

        @Override
        public SortedSet<String> files() {
            return new TreeSet<>(List.of(PATH));
        }

        @Override
        public String source(String path) {
            return text(0);
        }

        @Override
        public SortedSet<TestId> tests() {
            return new TreeSet<>(List.of(SMALL, AWAY));
        }

        @Override
        public SortedSet<TestId> testsReaching(String path, int line) {
            return new TreeSet<>(List.of(SMALL));
        }

        @Override
        public List<CoveredLines> coverage(TestId test) {
            return List.of();
        }

        @Override
        public TestRun budgeted(TestId test) {
            return new TestRun(test, 9);
        }
    }
}
