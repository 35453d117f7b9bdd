package org.elenchus.actors.port;

import java.util.Optional;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.execution.Execution;

/** Outcomes by content: (snapshot, edit, tests) → outcome. A cache: losing its newest entries costs time only. Thread-safe. */
public interface OutcomeMemo {
    Optional<Execution> recall(Digest request);

    void remember(Digest request, Execution outcome);
}
