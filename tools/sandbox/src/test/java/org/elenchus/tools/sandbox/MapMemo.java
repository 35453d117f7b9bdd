package org.elenchus.tools.sandbox;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.elenchus.actors.port.OutcomeMemo;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.execution.Execution;

/** A memo in memory. */
final class MapMemo implements OutcomeMemo {
    private final Map<Digest, Execution> outcomes = new ConcurrentHashMap<>();

    @Override
    public Optional<Execution> recall(Digest request) {
        return Optional.ofNullable(outcomes.get(request));
    }

    @Override
    public void remember(Digest request, Execution outcome) {
        outcomes.put(request, outcome);
    }
}
