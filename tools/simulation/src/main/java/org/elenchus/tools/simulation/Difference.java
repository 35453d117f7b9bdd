package org.elenchus.tools.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.elenchus.protocol.JournaledEvent;
import org.elenchus.protocol.OperationalEvent;

/** Where two histories part, for people. */
final class Difference {
    private Difference() {}

    /** The first entity whose events differ: what it has too many of, and what it lacks. */
    static String of(History seen, History expected) {
        TreeSet<String> ids = new TreeSet<>(seen.byEntity().keySet());
        ids.addAll(expected.byEntity().keySet());
        for (String id : ids) {
            List<JournaledEvent> have = seen.byEntity().getOrDefault(id, List.of());
            List<JournaledEvent> want = expected.byEntity().getOrDefault(id, List.of());
            List<JournaledEvent> more = without(have, want);
            List<JournaledEvent> less = without(want, have);
            if (!more.isEmpty() || !less.isEmpty()) {
                return id + " has in excess " + more + " and lacks " + less;
            }
        }
        return "no entity's events differ, but the digest does";
    }

    private static List<JournaledEvent> without(List<JournaledEvent> all, List<JournaledEvent> some) {
        List<JournaledEvent> rest = new ArrayList<>(all);
        rest.removeIf(OperationalEvent.class::isInstance);
        some.forEach(rest::remove);
        return rest;
    }
}
