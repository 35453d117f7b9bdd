package org.elenchus.tools.cli.retrain;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.ProtocolJson;
import org.elenchus.protocol.trace.ChoiceSet;
import org.elenchus.protocol.trace.GroupRef;
import org.elenchus.protocol.trace.TraceGroup;

/**
 * Gathers which edits mend which validation tasks, over all runs. Tasks are the same when id and artifact are, choice sets when their content is:
 * rows of others are not comparable. Equal sets are kept once.
 */
final class MendBook {
    private record Task(String id, Digest artifact) {}

    private record Rows(Digest edits, int place, int edit) {}

    private final Map<Task, Map<Digest, Map<Rows, Mend>>> mends = new LinkedHashMap<>();
    private final Map<Digest, ChoiceSet> sets = new HashMap<>();

    /** The task was rolled out, whatever came of it. */
    void met(GroupRef group) {
        statesOf(group);
    }

    private Map<Digest, Map<Rows, Mend>> statesOf(GroupRef group) {
        return mends.computeIfAbsent(new Task(group.taskId(), group.task()), task -> new LinkedHashMap<>());
    }

    /** What the rollouts of a group came to. */
    void add(GroupRef group, TraceGroup rollouts) {
        Map<Digest, Map<Rows, Mend>> byState = statesOf(group);
        Map<ChoiceSet, Digest> digests = new IdentityHashMap<>();
        for (Mend mend : Mend.of(rollouts)) {
            Digest places = digests.computeIfAbsent(mend.places(), ProtocolJson::digest);
            Digest edits = digests.computeIfAbsent(mend.edits(), ProtocolJson::digest);
            byState.computeIfAbsent(places, state -> new LinkedHashMap<>())
                    .putIfAbsent(
                            new Rows(edits, mend.place(), mend.edit()),
                            new Mend(
                                    sets.computeIfAbsent(places, p -> mend.places()),
                                    mend.place(),
                                    sets.computeIfAbsent(edits, e -> mend.edits()),
                                    mend.edit()));
        }
    }

    Yardstick yardstick() {
        return new Yardstick(mends.values().stream()
                .map(states -> new Yardstick.Task(states.values().stream()
                        .map(state -> List.copyOf(state.values()))
                        .toList()))
                .toList());
    }
}
