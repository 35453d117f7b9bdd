package org.elenchus.tools.mining.suite;

import java.util.List;
import org.elenchus.protocol.execution.CoveredLines;
import org.elenchus.protocol.repository.Quarantined;
import org.elenchus.protocol.repository.TestFacts;

/**
 * What is known of a suite after it was studied.
 *
 * @param trusted by test id, ascending
 * @param quarantined by test id, ascending
 */
public record SuiteFindings(List<Trusted> trusted, List<Quarantined> quarantined) {
    public SuiteFindings {
        trusted = List.copyOf(trusted);
        quarantined = List.copyOf(quarantined);
    }

    /** A trusted test and the lines it reaches, by path, ascending. */
    public record Trusted(TestFacts facts, List<CoveredLines> covered) {
        public Trusted {
            covered = List.copyOf(covered);
        }
    }
}
