package org.elenchus.tools.cli.node;

import java.util.Optional;
import org.elenchus.actors.port.OutcomeMemo;
import org.elenchus.persistence.OutcomeStore;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.execution.Execution;

/** The memory of outcomes behind the actors' port. */
public record StoredOutcomes(OutcomeStore store) implements OutcomeMemo {
    @Override
    public Optional<Execution> recall(Digest request) {
        return store.recall(request);
    }

    @Override
    public void remember(Digest request, Execution outcome) {
        store.remember(request, outcome);
    }
}
