package org.elenchus.actors.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.elenchus.protocol.trace.Choice;
import org.elenchus.protocol.trace.ChoiceSet;
import org.elenchus.protocol.trace.ProposalGroup;
import org.elenchus.protocol.trace.Step;
import org.elenchus.protocol.trace.Trace;
import org.elenchus.protocol.trace.TraceGroup;

/** Reads what learning needs out of traces and proposals. */
public final class Groups {
    private Groups() {}

    /** The rollouts of a task: every localise and edit choice is an action; rewards are r¹, r², r³. */
    public static Group of(TraceGroup group) {
        if (group.traces().isEmpty()) {
            throw new IllegalArgumentException("group " + group.id() + " has no traces");
        }
        List<Trajectory> trajectories = new ArrayList<>();
        for (Trace trace : group.traces()) {
            trajectories.add(new Trajectory(
                    trace.id(),
                    actions(choices(trace.steps()), group.choiceSets()),
                    trace.rewards().components()));
        }
        return new Group(group.id(), group.traces().get(0).task(), trajectories);
    }

    /** The candidates of a commission, with one reward component. @param rewardByCandidate 0 for candidates not in it */
    public static Group of(ProposalGroup group, Map<String, Double> rewardByCandidate) {
        List<Trajectory> trajectories = new ArrayList<>();
        for (int i = 0; i < group.candidates().size(); i++) {
            String candidate = group.candidates().get(i);
            double reward = rewardByCandidate.getOrDefault(candidate, 0.0);
            trajectories.add(new Trajectory(
                    candidate, actions(group.choices().get(i), group.choiceSets()), new double[] {reward}));
        }
        return new Group(group.id(), group.id(), trajectories);
    }

    private static List<Choice> choices(List<Step> steps) {
        List<Choice> choices = new ArrayList<>();
        for (Step step : steps) {
            switch (step) {
                case Step.Localise localise -> choices.add(localise.choice());
                case Step.Edit edit -> choices.add(edit.choice());
                case Step.Inspect inspect -> {}
                case Step.Compile compile -> {}
                case Step.Test test -> {}
                case Step.Submit submit -> {}
            }
        }
        return choices;
    }

    private static List<Action> actions(List<Choice> choices, List<ChoiceSet> sets) {
        return choices.stream()
                .map(choice -> new Action(
                        sets.get(choice.set()),
                        choice.excluded().stream().mapToInt(Integer::intValue).toArray(),
                        choice.chosen(),
                        choice.logProbability()))
                .toList();
    }
}
