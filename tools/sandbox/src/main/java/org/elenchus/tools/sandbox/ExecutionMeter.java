package org.elenchus.tools.sandbox;

import java.util.concurrent.atomic.LongAdder;

/** Where the sandboxes' time went, summed over all slots; the rest of a run's time is learning and actors. */
public final class ExecutionMeter {
    private final LongAdder executionNanos = new LongAdder();
    private final LongAdder compileNanos = new LongAdder();
    private final LongAdder loadNanos = new LongAdder();
    private final LongAdder testNanos = new LongAdder();
    private final LongAdder executions = new LongAdder();
    private final LongAdder memoHits = new LongAdder();
    private final LongAdder workerStarts = new LongAdder();
    private final LongAdder losses = new LongAdder();

    /** Wall time spent waiting for workers to execute, retries included. */
    public long executionNanos() {
        return executionNanos.sum();
    }

    /** The part of it that workers spent compiling edits. */
    public long compileNanos() {
        return compileNanos.sum();
    }

    /** The part of it that workers spent instrumenting and defining candidates' classes. */
    public long loadNanos() {
        return loadNanos.sum();
    }

    /** The part of it that workers spent running tests, without loading. */
    public long testNanos() {
        return testNanos.sum();
    }

    public long executions() {
        return executions.sum();
    }

    public long memoHits() {
        return memoHits.sum();
    }

    public long workerStarts() {
        return workerStarts.sum();
    }

    /** Workers that died without the candidate's doing; each cost a retry, none a verdict. */
    public long losses() {
        return losses.sum();
    }

    void executed(long nanos) {
        executions.increment();
        executionNanos.add(nanos);
    }

    void split(long compile, long load, long test) {
        compileNanos.add(compile);
        loadNanos.add(load);
        testNanos.add(test);
    }

    void recalled() {
        memoHits.increment();
    }

    void started() {
        workerStarts.increment();
    }

    void lost() {
        losses.increment();
    }
}
