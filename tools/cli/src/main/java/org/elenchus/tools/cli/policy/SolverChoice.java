package org.elenchus.tools.cli.solve;

import java.util.Optional;
import java.util.function.Consumer;
import org.elenchus.actors.learning.Policy;
import org.elenchus.persistence.Database;
import org.elenchus.persistence.JournalReader;
import org.elenchus.persistence.StorageFault;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.learning.PolicyWeights;
import org.elenchus.tools.cli.Fault;
import org.elenchus.tools.cli.history.Histories;
import org.elenchus.tools.cli.history.RunHistory;

/** The solver's policy as the run that was finished last has left it. @param say where to say that there is none */
record TrainedPolicy(Database database, Consumer<String> say) {
    /** @param base taken where no run is finished @throws Fault when the trained policy is another version's */
    Policy of(PolicyWeights base) throws Fault {
        Optional<Digest> trained = last();
        if (trained.isEmpty()) {
            say.accept("no run is finished here, so the untrained policy searches; 'elenchus evolve' trains one");
            return new Policy(base.weights());
        }
        PolicyWeights weights = database.artifacts().get(trained.get(), PolicyWeights.class);
        if (!weights.features().equals(base.features())) {
            throw Fault.failure(
                    "the policy in this data folder was trained by another version; train one with 'elenchus"
                            + " evolve', or name another folder with --data");
        }
        return new Policy(weights.weights());
    }

    private Optional<Digest> last() {
        try {
            return Histories.of(new JournalReader(database).readAll()).all().stream()
                    .filter(RunHistory::isFinished)
                    .reduce((first, second) -> second)
                    .flatMap(RunHistory::solver);
        } catch (StorageFault none) {
            say.accept(String.valueOf(none.getMessage()));
            return Optional.empty();
        }
    }
}
