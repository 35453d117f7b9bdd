package org.elenchus.tools.cli.policy;

import java.util.Optional;
import java.util.function.Consumer;
import org.elenchus.actors.learning.Policy;
import org.elenchus.persistence.Database;
import org.elenchus.persistence.JournalReader;
import org.elenchus.persistence.StorageFault;
import org.elenchus.protocol.learning.PolicyWeights;
import org.elenchus.protocol.run.Pools;
import org.elenchus.tools.cli.Fault;
import org.elenchus.tools.cli.history.Histories;
import org.elenchus.tools.cli.history.RunHistory;
import org.elenchus.tools.cli.history.RunStanding;
import org.elenchus.tools.cli.history.SolverVersion;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which policy the embedded solver goes by. */
public final class SolverChoice {
    private static final String UNTRAINED = "untrained";

    @Option(
            names = "--solver",
            paramLabel = "WHICH",
            description =
                    "The policy: untrained, or RUN, or RUN@VERSION as 'elenchus solver show' numbers them (default:"
                            + " what is left by the finished run that was started last; untrained where there is none).")
    private @Nullable String which;

    /**
     * A policy.
     *
     * @param name {@code untrained} or {@code RUN@VERSION}
     * @param pools of the run that trained it
     */
    public record Chosen(String name, Policy policy, Optional<Pools> pools) {
        static Chosen untrained(PolicyWeights base) {
            return new Chosen(UNTRAINED, new Policy(base.weights()), Optional.empty());
        }
    }

    /**
     * Looks it up.
     *
     * @param base the untrained policy
     * @param say is told when no run is finished
     * @throws Fault when there is no such run or version, or it is of another solver
     */
    public Chosen of(PolicyWeights base, Database database, Consumer<String> say) throws Fault, StorageFault {
        if (which == null) {
            return last(base, database, say);
        }
        if (which.equals(UNTRAINED)) {
            return Chosen.untrained(base);
        }
        int at = which.lastIndexOf('@');
        String id = at < 0 ? which : which.substring(0, at);
        RunHistory run = new Histories(new JournalReader(database))
                .find(id)
                .orElseThrow(
                        () -> Fault.failure("there is no run " + id + " in this data folder; see 'elenchus run list'"));
        SolverPolicies policies = new SolverPolicies(run);
        return chosen(
                run, at < 0 ? policies.latest() : policies.version(number(which.substring(at + 1))), base, database);
    }

    private static Chosen last(PolicyWeights base, Database database, Consumer<String> say) throws Fault, StorageFault {
        Optional<RunHistory> finished = finished(database, say);
        if (finished.isPresent()) {
            return chosen(finished.get(), new SolverPolicies(finished.get()).latest(), base, database);
        }
        say.accept("no run is finished here, so the untrained policy searches; 'elenchus evolve' trains one");
        return Chosen.untrained(base);
    }

    /** Where nothing was ever written, nothing is finished; a journal that cannot be read may hold what was asked for. */
    private static Optional<RunHistory> finished(Database database, Consumer<String> say) throws StorageFault {
        try {
            JournalReader journal = new JournalReader(database);
            for (RunStanding run : RunStanding.all(journal).reversed()) {
                Optional<RunHistory> finished = run.state() == RunStanding.State.FINISHED
                        ? new Histories(journal)
                                .find(run.run())
                                .filter(history -> !history.solvers().isEmpty())
                        : Optional.empty();
                if (finished.isPresent()) {
                    return finished;
                }
            }
            return Optional.empty();
        } catch (StorageFault none) {
            if (!none.isEmpty()) {
                throw none;
            }
            say.accept(String.valueOf(none.getMessage()));
            return Optional.empty();
        }
    }

    private static Chosen chosen(RunHistory run, SolverVersion version, PolicyWeights base, Database database)
            throws Fault {
        PolicyWeights weights = SolverPolicies.weights(version, database);
        if (!weights.features().equals(base.features())) {
            throw Fault.failure(
                    "the policy in this data folder was trained by another version; train one with 'elenchus"
                            + " evolve', or name another folder with --data");
        }
        return new Chosen(
                run.runId() + "@" + version.number(),
                new Policy(weights.weights()),
                Optional.of(run.spec().pools()));
    }

    private static int number(String typed) throws Fault {
        try {
            return Integer.parseInt(typed);
        } catch (NumberFormatException e) {
            throw Fault.usage("--solver: '" + typed + "' is no version; write RUN@NUMBER, see 'elenchus solver show'");
        }
    }
}
