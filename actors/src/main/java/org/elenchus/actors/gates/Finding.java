package org.elenchus.actors.gates;

import org.elenchus.protocol.task.Gate;

/** What a gate found: what it hands to the next one, or why it refuses the candidate. */
sealed interface Finding<T> {
    record Passed<T>(T value) implements Finding<T> {}

    /** @param reason for people; nothing in it differs between two runs */
    record Refused<T>(Gate gate, String reason) implements Finding<T> {
        /** The same refusal where another value was expected. */
        <U> Refused<U> retyped() {
            return new Refused<>(gate, reason);
        }
    }
}
