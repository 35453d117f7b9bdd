package org.elenchus.actors.gates;

import java.util.List;
import java.util.Optional;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.task.Gate;

/**
 * What a verdict rests on. An artifact. It names requests and kinds of outcome, no messages and no times, so that a second run of the same
 * seed finds the same evidence.
 *
 * @param refusedBy the gate that refused the candidate; absent when it passed all four
 * @param reason why
 * @param observations executions in the order they were seen
 */
public record Evidence(
        String candidate, Optional<Gate> refusedBy, Optional<String> reason, List<Observation> observations) {
    public Evidence {
        observations = List.copyOf(observations);
    }

    /**
     * One execution.
     *
     * @param state what was executed: {@code broken}, {@code broken, again}, {@code original}, {@code without PATH}
     * @param request key of the execution request
     * @param outcome kind of the execution
     * @param tests {@code TEST: OUTCOME} in the order run; empty unless the tests ran
     */
    public record Observation(String state, Digest request, String outcome, List<String> tests) {
        public Observation {
            tests = List.copyOf(tests);
        }
    }
}
