package org.elenchus.tools.sandbox;

import java.util.List;
import org.elenchus.actors.port.SandboxFault;
import org.elenchus.protocol.execution.CoveredLines;
import org.elenchus.protocol.execution.Execution;
import org.elenchus.protocol.execution.ExecutionRequest;
import org.elenchus.protocol.execution.Failure;
import org.elenchus.protocol.execution.StackLine;
import org.elenchus.protocol.execution.TestOutcome;
import org.elenchus.protocol.execution.TestResult;
import org.elenchus.protocol.repository.TestId;
import org.elenchus.tools.worker.wire.Answer;
import org.elenchus.tools.worker.wire.Order;
import org.elenchus.tools.worker.wire.Order.TestOrder;
import org.elenchus.tools.worker.wire.TestReport;

/** Between the protocol's words and the wire's. */
final class Translation {
    private Translation() {}

    static Order.Execute order(ExecutionRequest request, SnapshotLayout layout) {
        List<TestOrder> tests = request.tests().stream()
                .map(run -> new TestOrder(run.test().className(), run.test().method(), run.fuel()))
                .toList();
        return new Order.Execute(layout.root().toString(), request.overlay().files(), tests, request.coverage());
    }

    /** Ids, ascending. */
    static List<TestId> tests(Answer.Discovered found) throws SandboxFault {
        try {
            return found.tests().stream().map(TestId::parse).sorted().toList();
        } catch (IllegalArgumentException e) {
            throw new SandboxFault("the worker named no test: " + e.getMessage(), e);
        }
    }

    /** @throws IllegalArgumentException when the reports are not those of the tests asked for, in their order */
    static Execution.TestsRan ran(ExecutionRequest request, Answer.Ran ran) {
        List<TestResult> results =
                ran.reports().stream().map(Translation::result).toList();
        List<TestId> asked = request.tests().stream().map(run -> run.test()).toList();
        List<TestId> given = results.stream().map(TestResult::test).toList();
        if (!asked.equals(given)) {
            throw new IllegalArgumentException("the worker reported other tests than it was asked for");
        }
        return new Execution.TestsRan(results);
    }

    private static TestResult result(TestReport report) {
        return new TestResult(
                TestId.parse(report.test()),
                outcome(report.verdict()),
                report.fuel(),
                report.covered().stream()
                        .map(file -> new CoveredLines(file.path(), file.lines()))
                        .toList(),
                report.concurrent());
    }

    private static TestOutcome outcome(TestReport.Verdict verdict) {
        return switch (verdict) {
            case TestReport.Passed passed -> new TestOutcome.Passed();
            case TestReport.Failed failed -> new TestOutcome.Failed(failure(failed.cause()));
            case TestReport.Errored errored -> new TestOutcome.Errored(failure(errored.cause()));
            case TestReport.OutOfFuel outOfFuel -> new TestOutcome.OutOfFuel(failure(outOfFuel.cause()));
            case TestReport.NotRun notRun -> new TestOutcome.NotRun(notRun.reason());
        };
    }

    private static Failure failure(TestReport.Cause cause) {
        return new Failure(
                cause.exception(),
                cause.message(),
                cause.stack().stream()
                        .map(frame -> new StackLine(frame.className(), frame.method(), frame.line()))
                        .toList());
    }
}
