package org.elenchus.tools.verifier;

import org.elenchus.protocol.execution.Execution;
import org.elenchus.tools.verifier.report.Report;

/** What one run of the command came to. */
sealed interface Run {
    /** It ended and reported, and its exit status says the same. */
    record Reported(Report report) implements Run {}

    /** It gave no result that can be taken at its word, by its own doing. @param lastWords what it printed at the end, for people */
    record Settled(String reason, String lastWords) implements Run {}

    /** It gave no result, perhaps because of the machine. @param outcome what it is when it happens again */
    record Suspected(String reason, Execution outcome, String lastWords) implements Run {}

    /** It could not be run: nothing is known. */
    record Lost(String reason) implements Run {}
}
