package org.elenchus.actors.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.elenchus.protocol.learning.Credit;
import org.elenchus.protocol.trace.Choice;
import org.elenchus.protocol.trace.ChoiceSet;
import org.elenchus.protocol.trace.ProposalGroup;
import org.elenchus.protocol.trace.Step;
import org.elenchus.protocol.trace.Trace;
import org.elenchus.protocol.trace.TraceGroup;

/** Reads what learning needs out of traces and proposals. */
public final class Groups {
    /** r¹, r², r³. */
    private static final double[] TAKEN_BACK = {0, 0, 1};

    private Groups() {}

    /** The rollouts of a task. */
    public static Group of(TraceGroup group, Credit credit) {
        if (group.traces().isEmpty()) {
            throw new IllegalArgumentException("group " + group.id() + " has no traces");
        }
        List<Trajectory> trajectories = new ArrayList<>();
        for (Trace trace : group.traces()) {
            switch (credit) {
                case ROLLOUT -> trajectories.add(rollout(trace, group.choiceSets()));
                case ATTEMPT -> trajectories.addAll(attempts(trace, group.choiceSets()));
            }
        }
        long solved = group.traces().stream().filter(Trace::isSolved).count();
        return new Group(
                group.id(),
                group.traces().get(0).task(),
                trajectories,
                (double) solved / group.traces().size());
    }

    /** Every localise and edit choice is an action; rewards are r¹, r², r³ of what was handed in. */
    private static Trajectory rollout(Trace trace, List<ChoiceSet> sets) {
        return new Trajectory(
                trace.id(),
                actions(choices(trace.steps()), sets),
                trace.rewards().components());
    }

    /**
     * A trajectory for each edit that was tried. What was kept has the r¹ and r³ of what was handed in, and as r² the share of the tests tried that passed
     * with it; what was taken back has mended nothing and broken nothing: (0, 0, 1).
     */
    private static List<Trajectory> attempts(Trace trace, List<ChoiceSet> sets) {
        List<Trajectory> attempts = new ArrayList<>();
        List<Choice> choices = new ArrayList<>();
        double[] rewards = TAKEN_BACK;
        for (Step step : trace.steps()) {
            switch (step) {
                case Step.Localise localise -> {
                    close(trace, choices, rewards, sets, attempts);
                    choices = new ArrayList<>(List.of(localise.choice()));
                    rewards = TAKEN_BACK;
                }
                case Step.Edit edit -> choices.add(edit.choice());
                case Step.Test test -> rewards = test.kept() ? kept(trace, test) : TAKEN_BACK;
                case Step.Inspect inspect -> {}
                case Step.Compile compile -> {}
                case Step.Submit submit -> {}
            }
        }
        close(trace, choices, rewards, sets, attempts);
        return attempts;
    }

    private static double[] kept(Trace trace, Step.Test test) {
        return new double[] {
            trace.rewards().solved(),
            (double) test.passed() / Math.max(1, test.passed() + test.failed()),
            trace.rewards().preserved()
        };
    }

    private static void close(
            Trace trace, List<Choice> choices, double[] rewards, List<ChoiceSet> sets, List<Trajectory> attempts) {
        if (!choices.isEmpty()) {
            attempts.add(new Trajectory(trace.id() + "/" + attempts.size(), actions(choices, sets), rewards.clone()));
        }
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
