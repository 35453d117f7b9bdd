package org.elenchus.tools.cli.bench.measure;

import org.elenchus.tools.sandbox.ExecutionMeter;

/**
 * Where slots' wall time went, in seconds summed over slots.
 *
 * @param load instrumenting and defining candidates' classes
 * @param protocol the rest: frames, threads, waiting for the worker to answer, starting workers
 */
public record Split(double compile, double load, double test, double protocol) {
    /** A meter's readings so far. */
    public static Split of(ExecutionMeter meter) {
        double compile = meter.compileNanos() / 1e9;
        double load = meter.loadNanos() / 1e9;
        double test = meter.testNanos() / 1e9;
        return new Split(compile, load, test, meter.executionNanos() / 1e9 - compile - load - test);
    }

    public Split minus(Split earlier) {
        return new Split(
                compile - earlier.compile, load - earlier.load, test - earlier.test, protocol - earlier.protocol);
    }

    public double total() {
        return compile + load + test + protocol;
    }
}
