package org.elenchus.actors.port;

import java.util.List;
import org.elenchus.actors.learning.Policy;
import org.elenchus.protocol.DrawKey;
import org.elenchus.protocol.learning.PolicyWeights;
import org.elenchus.protocol.trace.ChoiceSet;
import org.elenchus.protocol.trace.Step;

/** The solver's hands and eyes; its judgement is the policy. Thread-safe. */
public interface SolverAgent {
    /** The untrained policy. */
    PolicyWeights basePolicy();

    /**
     * K rollouts. Each inspects, localises, edits, compiles, tests and submits; every choice is recorded with its log-probability. Draws
     * of rollout i come from {@code key.at(i)}.
     *
     * @param edits candidate edits a rollout may try
     */
    Rollouts attempt(Problem problem, Policy policy, int rollouts, int edits, DrawKey key, Sandbox sandbox)
            throws SandboxFault;

    /** Ungraded rollouts. The last step of each is its only {@link Step.Submit}; choices index into {@code choiceSets}. */
    record Rollouts(List<List<Step>> rollouts, List<ChoiceSet> choiceSets) {}
}
