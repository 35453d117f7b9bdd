package org.elenchus.tools.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.elenchus.persistence.CanonicalDigest;
import org.elenchus.persistence.JournalEntry;
import org.elenchus.protocol.JournaledEvent;
import org.elenchus.protocol.OperationalEvent;

/** All events of a schedule, each entity's in its order, by persistence id. */
record History(String runId, SortedMap<String, List<JournaledEvent>> byEntity) {
    /** All events of one kind. */
    <E extends JournaledEvent> List<E> all(Class<E> kind) {
        return events().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Everything that the journal says in the words of replies. */
    Set<Fact> facts() {
        Set<Fact> facts = new HashSet<>();
        byEntity.forEach((id, events) ->
                events.forEach(event -> Fact.journaled(id, event).ifPresent(facts::add)));
        return facts;
    }

    /** How often each event is there that the digest covers: what is left of a history without the order of writing. */
    Map<Map.Entry<String, JournaledEvent>, Integer> bag() {
        Map<Map.Entry<String, JournaledEvent>, Integer> bag = new HashMap<>();
        byEntity.forEach((id, events) -> events.stream()
                .filter(event -> !(event instanceof OperationalEvent))
                .forEach(event -> bag.merge(Map.entry(id, event), 1, Integer::sum)));
        return bag;
    }

    CanonicalDigest digest() {
        List<JournalEntry> entries = new ArrayList<>();
        byEntity.forEach((id, events) -> {
            for (int i = 0; i < events.size(); i++) {
                entries.add(new JournalEntry(entries.size(), id, i + 1L, events.get(i)));
            }
        });
        return CanonicalDigest.of(entries, runId);
    }

    private Stream<JournaledEvent> events() {
        return byEntity.values().stream().flatMap(List::stream);
    }
}
