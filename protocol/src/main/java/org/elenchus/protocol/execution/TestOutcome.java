package org.elenchus.protocol.execution;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Optional;
import org.elenchus.protocol.Printable;

/** What one test did. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "outcome")
@JsonSubTypes({
    @JsonSubTypes.Type(value = TestOutcome.Passed.class, name = "passed"),
    @JsonSubTypes.Type(value = TestOutcome.Failed.class, name = "failed"),
    @JsonSubTypes.Type(value = TestOutcome.Errored.class, name = "errored"),
    @JsonSubTypes.Type(value = TestOutcome.OutOfFuel.class, name = "out-of-fuel"),
    @JsonSubTypes.Type(value = TestOutcome.NotRun.class, name = "not-run")
})
public sealed interface TestOutcome {
    record Passed() implements TestOutcome {}

    /** An assertion did not hold. */
    record Failed(Failure failure) implements TestOutcome {}

    /** Anything but an assertion was thrown. */
    record Errored(Failure failure) implements TestOutcome {}

    /** The test passed more line probes than its budget: it loops or has become far dearer. */
    record OutOfFuel(Failure failure) implements TestOutcome {}

    /** The test was asked for but gave no result: not found, skipped or aborted. Never counts as an observed failure. */
    record NotRun(String reason) implements TestOutcome {
        public NotRun {
            reason = Printable.of(reason);
        }
    }

    default boolean passed() {
        return this instanceof Passed;
    }

    /** Whether a failure was observed; a test without a result has neither passed nor failed. */
    default boolean observedFailure() {
        return observed().isPresent();
    }

    /** The failure that was observed, if any. */
    default Optional<Failure> observed() {
        return switch (this) {
            case Passed p -> Optional.empty();
            case Failed f -> Optional.of(f.failure());
            case Errored e -> Optional.of(e.failure());
            case OutOfFuel o -> Optional.of(o.failure());
            case NotRun n -> Optional.empty();
        };
    }
}
