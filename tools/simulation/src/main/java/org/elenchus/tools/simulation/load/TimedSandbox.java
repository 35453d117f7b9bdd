package org.elenchus.tools.simulation.load;

import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.elenchus.actors.port.Sandbox;
import org.elenchus.actors.port.SandboxFault;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.execution.Execution;
import org.elenchus.protocol.execution.ExecutionRequest;
import org.elenchus.protocol.execution.Failure;
import org.elenchus.protocol.execution.TestOutcome;
import org.elenchus.protocol.execution.TestResult;
import org.elenchus.protocol.repository.TestId;

/** A sandbox that waits as long as an execution is said to take, and then reads the outcome off the text. */
final class TimedSandbox implements Sandbox {
    private static final TestOutcome PASSED = new TestOutcome.Passed();
    private static final TestOutcome FAILED =
            new TestOutcome.Failed(new Failure("org.opentest4j.AssertionFailedError", "a site is broken", List.of()));

    private final Latency latency;
    private final ExecutionMeter meter;
    private final Lock lock = new ReentrantLock();
    private final Condition closing = lock.newCondition();
    private boolean closed;

    TimedSandbox(Latency latency, ExecutionMeter meter) {
        this.latency = latency;
        this.meter = meter;
    }

    @Override
    public BuildReport build(Digest snapshot) {
        return new BuildReport(List.of(), List.of());
    }

    @Override
    public List<TestId> discover(Digest snapshot) {
        return List.of(Field.LOOKS, Field.STANDS);
    }

    @Override
    public Execution execute(ExecutionRequest request) throws SandboxFault {
        return executeAfresh(request);
    }

    @Override
    public Execution executeAfresh(ExecutionRequest request) throws SandboxFault {
        long nanos = latency.nanos(request.key());
        await(nanos);
        meter.executed(nanos);
        boolean passes = request.overlay().files().values().stream().allMatch(Field::passes);
        return new Execution.TestsRan(request.tests().stream()
                .map(run -> new TestResult(
                        run.test(), passes || run.test().equals(Field.STANDS) ? PASSED : FAILED, 1, List.of()))
                .toList());
    }

    private void await(long nanos) throws SandboxFault {
        lock.lock();
        try {
            for (long left = nanos; left > 0; left = closing.awaitNanos(left)) {
                if (closed) {
                    throw new SandboxFault("closed before the outcome");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SandboxFault("interrupted before the outcome");
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            closing.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
