package org.elenchus.tools.simulation.script;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.elenchus.actors.learning.Policy;
import org.elenchus.actors.port.Artifacts;
import org.elenchus.actors.port.Problem;
import org.elenchus.actors.port.Sandbox;
import org.elenchus.actors.port.SolverAgent;
import org.elenchus.actors.slot.Procedure;
import org.elenchus.actors.slot.Work;
import org.elenchus.actors.slot.WorkResult;
import org.elenchus.actors.slot.Workbench;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.DrawKey;
import org.elenchus.protocol.learning.PolicyWeights;
import org.elenchus.protocol.learning.Role;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.protocol.task.CandidateTask;
import org.elenchus.protocol.task.Gate;
import org.elenchus.protocol.task.Patch;
import org.elenchus.protocol.task.Task;
import org.elenchus.protocol.task.TextEdit;
import org.elenchus.protocol.task.Verdict;
import org.elenchus.protocol.task.Verifier;
import org.elenchus.protocol.trace.Choice;
import org.elenchus.protocol.trace.ChoiceSet;
import org.elenchus.protocol.trace.GroupRef;
import org.elenchus.protocol.trace.RewardVector;
import org.elenchus.protocol.trace.Step;
import org.elenchus.protocol.trace.Trace;
import org.elenchus.protocol.trace.TraceGroup;

/**
 * What slots do, and the tools entities have. Every answer is a pure function of what is asked, so that any difference between two
 * questions shows in the history; answers are kept, so that a thousand schedules cost the thinking of one. For one thread.
 */
public final class Script implements Procedure, SolverAgent {
    private static final int UNDECIDED_BELOW = 4;
    private static final int REJECTED_BELOW = 25;
    private static final ChoiceSet MENDINGS = new ChoiceSet(new int[][] {{0}, {1}, {2}});

    private final Artifacts artifacts = new ContentStore();
    private final Map<Work, WorkResult> known = new HashMap<>();
    private final Workbench workbench;

    public Script(List<RepositoryCoordinate> coordinates) {
        this.workbench = new Workbench(
                new ScriptedRepositories(coordinates),
                NoSandbox::new,
                this,
                new ScriptedAuthor(),
                new ScriptedSkills(),
                artifacts);
    }

    public Workbench workbench() {
        return workbench;
    }

    @Override
    public PolicyWeights basePolicy() {
        return new PolicyWeights(Role.SOLVER, Sites.OPERATORS, new double[Sites.OPERATORS.size()]);
    }

    /** Rollouts are made by {@link #perform}, as a whole piece of work. */
    @Override
    public Rollouts attempt(Problem problem, Policy policy, int rollouts, int edits, DrawKey key, Sandbox sandbox) {
        throw new UnsupportedOperationException("nothing is executed here");
    }

    @Override
    public WorkResult perform(Work work, Sandbox sandbox) {
        WorkResult result = known.get(work);
        if (result == null) {
            result = switch (work) {
                case Work.PrepareRepository prepare ->
                    new WorkResult.RepositoryReady(prepare.id(), Sites.summary(prepare.coordinate()));
                case Work.JudgeCandidate judge -> new WorkResult.CandidateJudged(judge.id(), verdict(judge));
                case Work.AttemptTask attempt ->
                    new WorkResult.GroupAttempted(attempt.id(), rolledOut(attempt), attempt.policy());
            };
            known.put(work, result);
        }
        return result;
    }

    private Verdict verdict(Work.JudgeCandidate judge) {
        CandidateTask candidate = artifacts.get(judge.artifact(), CandidateTask.class);
        int dice = Sites.dice("verdict", candidate.id());
        Digest evidence = Digest.of("evidence of " + candidate.id());
        if (dice < UNDECIDED_BELOW) {
            return new Verdict.Undecided(candidate.id(), "no sandbox");
        }
        if (dice < REJECTED_BELOW) {
            return new Verdict.Rejected(candidate.id(), Gate.values()[1 + dice % 4], "scripted", evidence);
        }
        Task task = new Task(
                candidate.id(),
                candidate.pool(),
                candidate.repository(),
                candidate.snapshot(),
                candidate.skill(),
                candidate.breaking(),
                candidate.mutations(),
                candidate.statement(),
                new Verifier(List.of(), List.of()),
                List.of());
        return new Verdict.Valid(candidate.id(), artifacts.put(task), 1, 1, evidence);
    }

    private GroupRef rolledOut(Work.AttemptTask work) {
        Task task = artifacts.get(work.task(), Task.class);
        Policy policy =
                new Policy(artifacts.get(work.policy(), PolicyWeights.class).weights());
        DrawKey key = DrawKey.of(work.seed(), "rollout", work.groupId());
        List<Trace> traces = new ArrayList<>();
        for (int i = 0; i < work.rollouts(); i++) {
            Choice choice = Draw.one(
                    policy, MENDINGS, List.of(), key.at(Integer.toString(i)).generator());
            traces.add(trace(work, task, i, choice));
        }
        Digest artifact =
                artifacts.put(new TraceGroup(work.groupId(), work.task(), work.policy(), traces, List.of(MENDINGS)));
        int solved = (int) traces.stream().filter(Trace::isSolved).count();
        return new GroupRef(work.groupId(), work.taskId(), work.task(), artifact, traces.size(), solved);
    }

    private static Trace trace(Work.AttemptTask work, Task task, int number, Choice choice) {
        String operator = Sites.OPERATORS.get(choice.chosen());
        boolean solved = operator.equals(task.mutations().get(0).operator());
        TextEdit edit = new TextEdit(Sites.PATH, 0, operator, "x");
        return new Trace(
                work.groupId() + "/" + number,
                work.taskId(),
                List.of(
                        new Step.Edit(choice, operator, "context", edit),
                        new Step.Test(solved ? 1 : 0, solved ? 0 : 1, "", solved),
                        new Step.Submit(solved ? new Patch(List.of(edit)) : Patch.EMPTY)),
                new RewardVector(solved ? 1 : 0, solved ? 1 : 0, 1));
    }
}
