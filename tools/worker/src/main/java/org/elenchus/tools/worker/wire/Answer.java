package org.elenchus.tools.worker.wire;

import java.util.List;

/** What the worker answers. Every order gets one answer that is not {@link Started}. */
public sealed interface Answer {
    /** A test begins; the order's real answer is still to come. */
    record Started(String test) implements Answer {}

    /** @param mainErrors empty when the snapshot can be used */
    record Built(List<String> mainErrors, List<String> omittedTests) implements Answer {
        public Built {
            mainErrors = List.copyOf(mainErrors);
            omittedTests = List.copyOf(omittedTests);
        }
    }

    /** @param tests ids, {@code Class#method(ParameterTypes)}, ascending */
    record Discovered(List<String> tests) implements Answer {
        public Discovered {
            tests = List.copyOf(tests);
        }
    }

    /**
     * One report per test asked for, in that order, and where the worker's wall time went.
     *
     * @param loadNanos instrumenting edited classes and defining classes for the candidate
     * @param testNanos the rest of running the tests
     */
    record Ran(List<TestReport> reports, long compileNanos, long loadNanos, long testNanos) implements Answer {
        public Ran {
            reports = List.copyOf(reports);
        }
    }

    /** The compiler refused the overlay. */
    record DidNotCompile(List<String> errors, long compileNanos) implements Answer {
        public DidNotCompile {
            errors = List.copyOf(errors);
        }
    }

    /** A test blocked where fuel cannot stop it. */
    record TimedOut(String test) implements Answer {}

    /** A test used up the heap; the worker survived it. */
    record OutOfMemory(String test) implements Answer {}

    /** The worker itself could not do what was asked; says nothing about the code under test. */
    record Refused(String reason) implements Answer {}
}
