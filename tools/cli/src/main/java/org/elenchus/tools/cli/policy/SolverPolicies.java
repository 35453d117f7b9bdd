package org.elenchus.tools.cli.policy;

import java.util.List;
import org.elenchus.persistence.Database;
import org.elenchus.protocol.learning.PolicyWeights;
import org.elenchus.tools.cli.Fault;
import org.elenchus.tools.cli.history.RunHistory;
import org.elenchus.tools.cli.history.SolverVersion;

/** The versions of a run's solver policy, and their weights. */
public record SolverPolicies(RunHistory run) {
    /** @throws Fault when the run has trained nothing yet */
    public SolverVersion latest() throws Fault {
        return versions().get(versions().size() - 1);
    }

    /** @throws Fault when there is no such version */
    public SolverVersion version(int number) throws Fault {
        List<SolverVersion> versions = versions();
        if (number < 0 || number >= versions.size()) {
            throw Fault.failure(
                    run.runId() + " has no version " + number + " of its solver; it has 0 to " + (versions.size() - 1));
        }
        return versions.get(number);
    }

    public static PolicyWeights weights(SolverVersion version, Database database) {
        return database.artifacts().get(version.policy(), PolicyWeights.class);
    }

    private List<SolverVersion> versions() throws Fault {
        if (run.solvers().isEmpty()) {
            throw Fault.failure(run.runId() + " has no solver yet; go on with it by 'elenchus evolve'");
        }
        return run.solvers();
    }
}
