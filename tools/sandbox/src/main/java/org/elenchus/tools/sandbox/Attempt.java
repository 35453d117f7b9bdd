package org.elenchus.tools.sandbox;

import org.elenchus.protocol.execution.Execution;

/** What one try at an execution came to. */
sealed interface Attempt {
    /** An outcome that needs no second look. */
    record Settled(Execution outcome) implements Attempt {}

    /** It blocked or took its worker down. The machine might have done that, too: it counts when it happens again. */
    record Suspected(Execution outcome) implements Attempt {}

    /** The worker was lost, and nothing says that the candidate did it. */
    record Lost(String reason) implements Attempt {}
}
