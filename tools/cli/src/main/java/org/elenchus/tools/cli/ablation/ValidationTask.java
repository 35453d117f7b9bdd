package org.elenchus.tools.cli.ablation;

import java.util.List;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.task.Pool;
import org.elenchus.tools.cli.Fault;
import org.elenchus.tools.cli.history.RunHistory;

/** A validation task. @param task digest of the task artifact */
record ValidationTask(String id, Digest task) {
    /**
     * Those that the run has rolled out, in the order of their ids; never a test task.
     *
     * @throws Fault when there is none
     */
    static List<ValidationTask> of(RunHistory run) throws Fault {
        List<ValidationTask> tasks = run.tasks().values().stream()
                .filter(task ->
                        task.pool() == Pool.VALIDATION && !task.attempts().isEmpty())
                .flatMap(task -> task.task().map(digest -> new ValidationTask(task.id(), digest)).stream())
                .toList();
        if (tasks.isEmpty()) {
            throw Fault.failure(
                    run.runId() + " has not rolled out its validation tasks yet; go on with it by 'elenchus evolve'");
        }
        return tasks;
    }
}
