package org.elenchus.actors.slot;

import java.util.ArrayList;
import java.util.List;
import org.elenchus.actors.grading.Grader;
import org.elenchus.actors.grading.Problems;
import org.elenchus.actors.port.PreparedRepository;
import org.elenchus.actors.port.RepositoryFault;
import org.elenchus.actors.port.Sandbox;
import org.elenchus.actors.port.SandboxFault;
import org.elenchus.actors.port.SolverAgent.Rollouts;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.DrawKey;
import org.elenchus.protocol.task.CandidateTask;
import org.elenchus.protocol.task.Patch;
import org.elenchus.protocol.task.Pool;
import org.elenchus.protocol.task.Task;
import org.elenchus.protocol.trace.GroupRef;
import org.elenchus.protocol.trace.Step;
import org.elenchus.protocol.trace.Trace;
import org.elenchus.protocol.trace.TraceGroup;

/** How each kind of work is done with the node's tools. What it stores is stored before it answers. Thread-safe. */
public final class Workshop implements Procedure {
    private final Workbench workbench;
    private final Judge gates;
    private final Grader grader = new Grader();
    private final Policies policies;

    public Workshop(Workbench workbench, Judge gates) {
        this.workbench = workbench;
        this.gates = gates;
        this.policies = new Policies(workbench.artifacts());
    }

    @Override
    public WorkResult perform(Work work, Sandbox sandbox) throws SandboxFault {
        return switch (work) {
            case Work.PrepareRepository prepare -> prepare(prepare, sandbox);
            case Work.AttemptTask attempt -> attempt(attempt, sandbox);
            case Work.JudgeCandidate judge -> judge(judge, sandbox);
        };
    }

    private WorkResult prepare(Work.PrepareRepository work, Sandbox sandbox) throws SandboxFault {
        try {
            return new WorkResult.RepositoryReady(
                    work.id(), workbench.repositories().prepare(work.coordinate(), sandbox));
        } catch (RepositoryFault e) {
            return new WorkResult.RepositoryUnusable(work.id(), String.valueOf(e.getMessage()));
        }
    }

    private WorkResult judge(Work.JudgeCandidate work, Sandbox sandbox) throws SandboxFault {
        CandidateTask candidate = workbench.artifacts().get(work.artifact(), CandidateTask.class);
        PreparedRepository repository = workbench.repository(candidate.repository(), candidate.snapshot());
        return new WorkResult.CandidateJudged(work.id(), gates.judge(candidate, repository, sandbox));
    }

    private WorkResult attempt(Work.AttemptTask work, Sandbox sandbox) throws SandboxFault {
        Task task = workbench.artifacts().get(work.task(), Task.class);
        PreparedRepository repository = workbench.repository(task.repository(), task.snapshot());
        Rollouts rollouts = workbench
                .solver()
                .attempt(
                        Problems.of(task, repository),
                        policies.policy(work.policy()),
                        work.rollouts(),
                        work.edits(),
                        draws(work, task),
                        sandbox);
        List<Trace> traces = graded(work, task, repository, rollouts, sandbox);
        Digest artifact = workbench
                .artifacts()
                .put(new TraceGroup(work.groupId(), work.task(), work.policy(), traces, rollouts.choiceSets()));
        int solved = (int) traces.stream().filter(Trace::isSolved).count();
        GroupRef group = new GroupRef(work.groupId(), work.taskId(), work.task(), artifact, traces.size(), solved);
        return new WorkResult.GroupAttempted(work.id(), group, work.policy());
    }

    /** Test tasks are rolled out with the same noise at every iteration: what differs is the policy. Others never twice with the same. */
    private static DrawKey draws(Work.AttemptTask work, Task task) {
        return DrawKey.of(work.seed(), "rollout", task.pool() == Pool.TEST ? task.id() : work.groupId());
    }

    /** The solver hands in a patch and nothing else: what it is worth is executed here, apart from what the solver saw of it. */
    private List<Trace> graded(
            Work.AttemptTask work, Task task, PreparedRepository repository, Rollouts rollouts, Sandbox sandbox)
            throws SandboxFault {
        List<Trace> traces = new ArrayList<>();
        for (List<Step> steps : rollouts.rollouts()) {
            traces.add(new Trace(
                    work.groupId() + "/" + traces.size(),
                    work.taskId(),
                    steps,
                    grader.grade(task, repository, submitted(steps), sandbox)));
        }
        return traces;
    }

    private static Patch submitted(List<Step> steps) {
        Step last = steps.isEmpty() ? new Step.Submit(Patch.EMPTY) : steps.get(steps.size() - 1);
        return last instanceof Step.Submit submit ? submit.patch() : Patch.EMPTY;
    }
}
