package org.elenchus.protocol.trace;

import java.util.List;
import org.elenchus.protocol.Digest;

/** The K rollouts of one task under one policy, with the choice sets their choices index into. An artifact. */
public record TraceGroup(String id, Digest task, Digest policy, List<Trace> traces, List<ChoiceSet> choiceSets) {
    public TraceGroup {
        traces = List.copyOf(traces);
        choiceSets = List.copyOf(choiceSets);
    }
}
