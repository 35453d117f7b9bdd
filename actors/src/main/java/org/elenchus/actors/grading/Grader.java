package org.elenchus.actors.grading;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.elenchus.actors.port.PreparedRepository;
import org.elenchus.actors.port.Sandbox;
import org.elenchus.actors.port.SandboxFault;
import org.elenchus.protocol.execution.Execution;
import org.elenchus.protocol.execution.ExecutionRequest;
import org.elenchus.protocol.execution.TestResult;
import org.elenchus.protocol.execution.TestRun;
import org.elenchus.protocol.repository.TestId;
import org.elenchus.protocol.task.Patch;
import org.elenchus.protocol.task.Task;
import org.elenchus.protocol.task.Verifier;
import org.elenchus.protocol.trace.RewardVector;

/** Rewards a submission by running the task's own verifier (Socratic-SWE, solver reward). Thread-safe. */
public final class Grader {
    /** What was observed of the broken state when the task was validated: no FAIL_TO_PASS test passes, every PASS_TO_PASS test does. */
    private static final RewardVector AS_BROKEN = new RewardVector(0, 0, 1);

    private static final RewardVector NOTHING = new RewardVector(0, 0, 0);

    /**
     * r¹, r², r³ of a submission. A patch that is refused or changes nothing leaves the broken state, which needs no execution. One that
     * does not compile, hangs or ends the worker earns nothing; a test without a result has not passed.
     *
     * @param submitted against the broken text
     * @throws SandboxFault when the infrastructure failed: nothing is known of the submission
     */
    public RewardVector grade(Task task, PreparedRepository repository, Patch submitted, Sandbox sandbox)
            throws SandboxFault {
        return switch (Submission.of(Problems.broken(task, repository), submitted)) {
            case Submission.Unchanged unchanged -> AS_BROKEN;
            case Submission.Refused refused -> AS_BROKEN;
            case Submission.Applied applied ->
                rewards(
                        task.verifier(),
                        sandbox.execute(new ExecutionRequest(
                                task.snapshot(),
                                applied.overlay(),
                                task.verifier().all(),
                                false)));
        };
    }

    /** The rewards that an execution of the whole verifier shows. */
    static RewardVector rewards(Verifier verifier, Execution execution) {
        return switch (execution) {
            case Execution.TestsRan ran -> rewards(verifier, ran);
            case Execution.DidNotCompile refused -> NOTHING;
            case Execution.TimedOut blocked -> NOTHING;
            case Execution.Crashed crashed -> NOTHING;
        };
    }

    private static RewardVector rewards(Verifier verifier, Execution.TestsRan ran) {
        Set<TestId> passed = new HashSet<>();
        for (TestResult result : ran.results()) {
            if (result.outcome().passed()) {
                passed.add(result.test());
            }
        }
        double repaired = share(verifier.failToPass(), passed, 0);
        double preserved = share(verifier.passToPass(), passed, 1);
        return new RewardVector(repaired == 1 && preserved == 1 ? 1 : 0, repaired, preserved);
    }

    private static double share(List<TestRun> asked, Set<TestId> passed, double ofNone) {
        long passing = asked.stream().filter(run -> passed.contains(run.test())).count();
        return asked.isEmpty() ? ofNone : (double) passing / asked.size();
    }
}
