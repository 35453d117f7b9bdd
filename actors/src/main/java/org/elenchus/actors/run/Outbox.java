package org.elenchus.actors.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which pending requests have been sent by this incarnation of the actor, and how long ago. Memory only: after a restart everything
 * pending is sent again, and the targets answer what they know from memory.
 */
final class Outbox {
    private final int patience;
    private final Map<String, Integer> ages = new HashMap<>();

    /** @param patience ticks without an answer after which a request is sent again */
    Outbox(int patience) {
        this.patience = patience;
    }

    /** Of the pending requests, those that have not been sent; what is no longer pending is forgotten. */
    List<Request> due(List<Request> pending) {
        Set<String> ids = pending.stream().map(Request::id).collect(Collectors.toSet());
        ages.keySet().retainAll(ids);
        List<Request> due = new ArrayList<>();
        for (Request request : pending) {
            if (ages.putIfAbsent(request.id(), 0) == null) {
                due.add(request);
            }
        }
        return due;
    }

    /** Nothing has been sent: what recovery restored may be less than what was known before. */
    void clear() {
        ages.clear();
    }

    /** A tick has passed; those out of patience will be due again. */
    void tick() {
        ages.replaceAll((id, age) -> age + 1);
        ages.values().removeIf(age -> age >= patience);
    }
}
