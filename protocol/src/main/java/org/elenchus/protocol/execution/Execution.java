package org.elenchus.protocol.execution;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.elenchus.protocol.Printable;
import org.elenchus.protocol.repository.TestId;

/** The outcome of executing tests on an edited snapshot. What the edit caused is here; what the machine caused is a fault. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "execution")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Execution.TestsRan.class, name = "tests-ran"),
    @JsonSubTypes.Type(value = Execution.DidNotCompile.class, name = "did-not-compile"),
    @JsonSubTypes.Type(value = Execution.TimedOut.class, name = "timed-out"),
    @JsonSubTypes.Type(value = Execution.Crashed.class, name = "crashed")
})
public sealed interface Execution {
    /** Every test asked for has a result, in the order asked. */
    record TestsRan(List<TestResult> results) implements Execution {
        public TestsRan {
            results = List.copyOf(results);
        }
    }

    /** The compiler refused the edit. @param errors at most 10 messages, each cut to 300 characters; printable as in {@link Failure} */
    record DidNotCompile(List<String> errors) implements Execution {
        public DidNotCompile {
            errors = errors.stream().map(Printable::of).toList();
        }
    }

    /**
     * A test blocked, or computed too long, where fuel cannot stop it, and its worker was killed.
     *
     * @param running the test it happened in; among several slow ones that depends on the machine's load, so no history may
     */
    record TimedOut(TestId running) implements Execution {}

    /** The worker's process ended or ran out of memory while the candidate ran. */
    record Crashed(String reason) implements Execution {}
}
