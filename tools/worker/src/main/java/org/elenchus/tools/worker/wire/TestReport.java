package org.elenchus.tools.worker.wire;

import java.util.List;

/**
 * What became of one test.
 *
 * @param test its id
 * @param fuel line probes passed on its own thread by a test that passed; its budget where that ran out; else 0
 * @param concurrent whether the snapshot's code ran on another thread, too
 * @param covered empty unless asked for
 */
public record TestReport(String test, Verdict verdict, long fuel, boolean concurrent, List<SourceLines> covered) {
    public TestReport {
        covered = List.copyOf(covered);
    }

    /** How a test ended. */
    public sealed interface Verdict {}

    public record Passed() implements Verdict {}

    /** An assertion did not hold. */
    public record Failed(Cause cause) implements Verdict {}

    /** Anything but an assertion was thrown. */
    public record Errored(Cause cause) implements Verdict {}

    public record OutOfFuel(Cause cause) implements Verdict {}

    public record NotRun(String reason) implements Verdict {}

    /** What was thrown: class, normalised message, frames inside the snapshot, innermost first. */
    public record Cause(String exception, String message, List<Frame> stack) {
        public Cause {
            stack = List.copyOf(stack);
        }
    }

    /** A stack frame. @param line 0 where unknown */
    public record Frame(String className, String method, int line) {}

    /** Lines reached in a main source file, ascending. */
    public record SourceLines(String path, List<Integer> lines) {
        public SourceLines {
            lines = List.copyOf(lines);
        }
    }
}
