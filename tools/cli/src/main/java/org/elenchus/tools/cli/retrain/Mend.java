package org.elenchus.tools.cli.retrain;

import java.util.ArrayList;
import java.util.List;
import org.elenchus.protocol.trace.Choice;
import org.elenchus.protocol.trace.ChoiceSet;
import org.elenchus.protocol.trace.Step;
import org.elenchus.protocol.trace.Trace;
import org.elenchus.protocol.trace.TraceGroup;
import org.jspecify.annotations.Nullable;

/**
 * An edit that mends its task by itself.
 *
 * @param places what could be edited in the broken state; @param place the row of it
 * @param edits what could be done there; @param edit the row of it
 */
record Mend(ChoiceSet places, int place, ChoiceSet edits, int edit) {
    /** Those of the rollouts that solved the task with a single kept edit: whatever was tried before it, it was made at the broken state. */
    static List<Mend> of(TraceGroup group) {
        return group.traces().stream()
                .filter(Trace::isSolved)
                .map(trace -> kept(trace, group.choiceSets()))
                .filter(kept -> kept.size() == 1)
                .map(kept -> kept.get(0))
                .toList();
    }

    private static List<Mend> kept(Trace trace, List<ChoiceSet> sets) {
        List<Mend> kept = new ArrayList<>();
        @Nullable Choice place = null;
        @Nullable Choice edit = null;
        for (Step step : trace.steps()) {
            switch (step) {
                case Step.Localise localise -> place = localise.choice();
                case Step.Edit edited -> edit = edited.choice();
                case Step.Test test -> {
                    if (test.kept() && place != null && edit != null) {
                        kept.add(new Mend(sets.get(place.set()), place.chosen(), sets.get(edit.set()), edit.chosen()));
                    }
                }
                case Step.Inspect inspect -> {}
                case Step.Compile compile -> {}
                case Step.Submit submit -> {}
            }
        }
        return kept;
    }

    /** π(place) · π(edit), as the first that is tried. */
    double likelihood(LogProbabilities under) {
        return StrictMath.exp(under.of(places)[place] + under.of(edits)[edit]);
    }
}
