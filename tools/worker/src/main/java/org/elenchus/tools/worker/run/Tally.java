package org.elenchus.tools.worker.run;

import java.util.SortedSet;
import java.util.TreeSet;
import org.elenchus.tools.worker.probe.Meter;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** Gathers what the invocations of one test method did. */
final class Tally implements TestExecutionListener {
    private final SortedSet<String> engines = new TreeSet<>();
    private int passed;
    private @Nullable Throwable failure;
    private boolean failed;
    private boolean unusable;
    private @Nullable String notRun;

    @Override
    public void executionStarted(TestIdentifier identifier) {
        if (identifier.isTest()) {
            identifier.getUniqueIdObject().getEngineId().ifPresent(engines::add);
        }
    }

    @Override
    public void executionSkipped(TestIdentifier identifier, String reason) {
        note("skipped: " + reason);
    }

    @Override
    public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
        switch (result.getStatus()) {
            case SUCCESSFUL -> {
                if (identifier.isTest()) {
                    passed();
                }
            }
            case ABORTED -> aborted(result.getThrowable().orElse(null));
            case FAILED -> {
                unusable |= identifier.getParentIdObject().isEmpty();
                // A container that fails takes its tests with it: @BeforeAll, a class rule.
                failed(result.getThrowable().orElse(null));
            }
        }
    }

    void passed() {
        passed++;
    }

    void aborted(@Nullable Throwable reason) {
        note("aborted: " + (reason == null ? "" : Causes.messageOf(reason)));
    }

    void failed(@Nullable Throwable cause) {
        Causes.overflow(cause).ifPresent(Meter::overflowed);
        if (!failed) {
            failed = true;
            failure = cause;
        }
    }

    private void note(String reason) {
        if (notRun == null) {
            notRun = reason;
        }
    }

    /** The engines that had a test to run. */
    SortedSet<String> engines() {
        return engines;
    }

    /** Whether an engine failed as a whole: it could not find or load the test, which has shown nothing. */
    boolean unusable() {
        return unusable;
    }

    boolean failed() {
        return failed;
    }

    /** The first failure, in the order the platform reported them. */
    @Nullable
    Throwable failure() {
        return failure;
    }

    /** Why the method has no full result; null when every invocation ran. */
    @Nullable
    String notRun() {
        return notRun == null && passed == 0 && !failed ? "no test was found" : notRun;
    }
}
