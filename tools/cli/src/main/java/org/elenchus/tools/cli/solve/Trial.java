package org.elenchus.tools.cli.solve;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.elenchus.actors.port.Sandbox;
import org.elenchus.actors.port.SandboxFault;
import org.elenchus.protocol.execution.Execution;
import org.elenchus.protocol.execution.ExecutionRequest;
import org.elenchus.protocol.execution.Overlay;
import org.elenchus.protocol.execution.TestResult;
import org.elenchus.protocol.execution.TestRun;
import org.elenchus.protocol.repository.TestId;
import org.elenchus.protocol.task.Patch;

/** Executes patches against a defect. */
public final class Trial {
    private Trial() {}

    /** A patch with the failing tests and all that reach the files it changes, as far as they may be seen. */
    public static Repair of(Defect defect, Patch patch, Sandbox sandbox) throws SandboxFault {
        List<TestRun> before = defect.shownReaching(patch.paths());
        List<TestRun> all = new ArrayList<>(defect.failing());
        all.addAll(before);
        Set<TestId> passed = passed(defect, defect.with(patch), all, sandbox);
        List<TestId> kept = before.stream().map(TestRun::test).toList();
        return new Repair(
                patch,
                defect.tests().stream().filter(passed::contains).toList(),
                defect.tests().stream().filter(test -> !passed.contains(test)).toList(),
                kept.stream().filter(passed::contains).toList(),
                kept.stream().filter(test -> !passed.contains(test)).toList(),
                1);
    }

    /** Which tests pass in a state of the project. */
    public static Set<TestId> passed(Defect defect, Overlay state, List<TestRun> tests, Sandbox sandbox)
            throws SandboxFault {
        Execution execution = sandbox.execute(new ExecutionRequest(defect.snapshot(), state, tests, false));
        Set<TestId> passed = new HashSet<>();
        if (execution instanceof Execution.TestsRan ran) {
            ran.results().stream()
                    .filter(result -> result.outcome().passed())
                    .map(TestResult::test)
                    .forEach(passed::add);
        }
        return passed;
    }
}
