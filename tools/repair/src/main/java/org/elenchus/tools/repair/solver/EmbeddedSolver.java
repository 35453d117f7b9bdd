package org.elenchus.tools.repair.solver;

import java.util.ArrayList;
import java.util.List;
import org.elenchus.actors.learning.Policy;
import org.elenchus.actors.port.Problem;
import org.elenchus.actors.port.Sandbox;
import org.elenchus.actors.port.SandboxFault;
import org.elenchus.actors.port.SolverAgent;
import org.elenchus.protocol.DrawKey;
import org.elenchus.protocol.learning.PolicyWeights;
import org.elenchus.protocol.trace.Step;
import org.elenchus.tools.repair.syntax.Outlines;
import org.elenchus.tools.repair.syntax.SourceFiles;

/** The solver that needs no language model: a log-linear policy over suspected places and enumerated edits. Thread-safe. */
public final class EmbeddedSolver implements SolverAgent {
    /** A fifth of the memory there may be, at 60 bytes for a character. */
    private static final long PARSED_CHARACTERS = Runtime.getRuntime().maxMemory() / 5 / 60;

    /** A sixtieth of it, at a byte for a character: all files of a few libraries, or of some tens where there is more memory. */
    private static final long OUTLINED_CHARACTERS = Runtime.getRuntime().maxMemory() / 60;

    /** A twentieth of it, at 250 bytes for an edit. */
    private static final long KNOWN_EDITS = Runtime.getRuntime().maxMemory() / 20 / 250;

    private final SourceFiles files = new SourceFiles(PARSED_CHARACTERS);
    private final Outlines outlines = new Outlines(OUTLINED_CHARACTERS);
    private final KnownEdits knownEdits = new KnownEdits(KNOWN_EDITS);

    @Override
    public PolicyWeights basePolicy() {
        return SolverVocabulary.INSTANCE.base();
    }

    @Override
    public Rollouts attempt(Problem problem, Policy policy, int rollouts, int edits, DrawKey key, Sandbox sandbox)
            throws SandboxFault {
        if (policy.size() != SolverVocabulary.INSTANCE.size()) {
            throw new IllegalArgumentException(
                    "a policy of " + policy.size() + " weights was trained for another solver; "
                            + SolverVocabulary.INSTANCE.size()
                            + " features are known; begin a new run with this version, or end the old one with its own");
        }
        Investigation investigation = new Investigation(problem, files, outlines, knownEdits, sandbox);
        List<List<Step>> traces = new ArrayList<>();
        for (int i = 0; i < rollouts; i++) {
            traces.add(new Rollout(investigation, policy, key.at(Integer.toString(i)), edits).run());
        }
        return new Rollouts(traces, investigation.choiceSets());
    }
}
