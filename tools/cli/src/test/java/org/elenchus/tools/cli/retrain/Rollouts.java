package org.elenchus.tools.cli.retrain;

import java.util.ArrayList;
import java.util.List;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.task.Patch;
import org.elenchus.protocol.task.TextEdit;
import org.elenchus.protocol.trace.Choice;
import org.elenchus.protocol.trace.ChoiceSet;
import org.elenchus.protocol.trace.GroupRef;
import org.elenchus.protocol.trace.RewardVector;
import org.elenchus.protocol.trace.Step;
import org.elenchus.protocol.trace.Trace;
import org.elenchus.protocol.trace.TraceGroup;

/** Rollouts at tasks with two places and two edits at each. A policy's features are place 0, place 1, edit 0 and edit 1. */
final class Rollouts {
    static final Digest TASK = Digest.of("task");

    /** Of two places the first is right, and so is the first of two edits. */
    static final TraceGroup LESSON = group(solved(kept(0, 0)), solved(takenBack(1, 1), kept(0, 0)));

    /** One edit tried. */
    record Try(int place, int edit, boolean kept) {}

    private Rollouts() {}

    static Try kept(int place, int edit) {
        return new Try(place, edit, true);
    }

    static Try takenBack(int place, int edit) {
        return new Try(place, edit, false);
    }

    static Trace solved(Try... tries) {
        return trace(1, tries);
    }

    static Trace unsolved(Try... tries) {
        return trace(0, tries);
    }

    private static Trace trace(double solved, Try... tries) {
        List<Step> steps = new ArrayList<>();
        for (Try tried : tries) {
            steps.add(new Step.Localise(choice(0, tried.place()), "A.java", 1, "x"));
            steps.add(new Step.Edit(choice(1, tried.edit()), "drop", "x", new TextEdit("A.java", 0, "a", "b")));
            steps.add(new Step.Compile(true, List.of()));
            steps.add(new Step.Test(tried.kept() ? 1 : 0, tried.kept() ? 0 : 1, "", tried.kept()));
        }
        steps.add(new Step.Submit(Patch.EMPTY));
        return new Trace("g/0", "t", steps, new RewardVector(solved, solved, 1));
    }

    private static Choice choice(int set, int row) {
        return new Choice(set, row, List.of(), -9);
    }

    static TraceGroup group(Trace... traces) {
        return group(new int[][] {{0}, {1}}, traces);
    }

    /** @param places rows of the first choice set */
    static TraceGroup group(int[][] places, Trace... traces) {
        ChoiceSet edits = new ChoiceSet(new int[][] {{2}, {3}});
        return new TraceGroup("g", TASK, Digest.of("policy"), List.of(traces), List.of(new ChoiceSet(places), edits));
    }

    static GroupRef ref(String id, String task) {
        return new GroupRef(id, task, TASK, Digest.of(id), 2, 1);
    }
}
