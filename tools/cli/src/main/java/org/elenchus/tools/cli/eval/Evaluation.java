package org.elenchus.tools.cli.eval;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.elenchus.actors.port.Sandbox;
import org.elenchus.actors.port.SandboxFault;
import org.elenchus.actors.port.Sandboxes;
import org.elenchus.protocol.DrawKey;
import org.elenchus.tools.cli.eval.dataset.EvalTask;
import org.elenchus.tools.cli.eval.dataset.InvalidTask;
import org.elenchus.tools.cli.eval.dataset.PosedTask;
import org.elenchus.tools.sandbox.SlotPool;

/**
 * Evaluates tasks, several at a time. How many changes nothing but the time.
 *
 * @param seed of all draws
 * @param nanos a clock
 */
record Evaluation(Attempts attempts, Sandboxes sandboxes, int slots, long seed, LongSupplier nanos) {
    private static final double NANOS = 1e9;

    /** Reports in the order of the tasks. @param done is told of each when it is finished, from any thread */
    List<TaskReport> of(List<EvalTask> tasks, Consumer<TaskReport> done) throws SandboxFault, InterruptedException {
        Map<Integer, TaskReport> reports = new ConcurrentSkipListMap<>();
        SlotPool.each(IntStream.range(0, tasks.size()).boxed().toList(), slots, sandboxes, (index, sandbox) -> {
            TaskReport report = report(tasks.get(index), sandbox);
            reports.put(index, report);
            done.accept(report);
        });
        return List.copyOf(reports.values());
    }

    private TaskReport report(EvalTask task, Sandbox sandbox) {
        try {
            PosedTask posed = task.pose(sandbox);
            long began = nanos.getAsLong();
            List<Attempt> made = attempts.at(posed, DrawKey.of(seed, "eval", task.id()), sandbox);
            return new TaskReport.Scored(
                    task.id(),
                    posed.shown().failing().size(),
                    posed.heldBack(),
                    posed.canTell(),
                    made,
                    (nanos.getAsLong() - began) / NANOS);
        } catch (InvalidTask e) {
            return new TaskReport.Invalid(task.id(), e.reason());
        } catch (SandboxFault e) {
            return new TaskReport.Undecided(task.id(), "the sandbox failed: " + e.getMessage());
        }
    }
}
