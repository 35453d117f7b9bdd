package org.elenchus.tools.cli.ablation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.elenchus.actors.port.SandboxFault;
import org.elenchus.actors.port.Sandboxes;
import org.elenchus.actors.slot.Procedure;
import org.elenchus.actors.slot.Work;
import org.elenchus.actors.slot.WorkResult;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.trace.GroupRef;
import org.elenchus.tools.sandbox.SlotPool;

/**
 * Rolls tasks out under several policies, with the same draws for each: rollout i of a task has the same random numbers under every policy. How
 * many slots there are changes nothing but the time.
 *
 * @param procedure how a slot attempts a task
 * @param rollouts of each task under each policy; @param edits a rollout may try
 * @param seed of all draws
 */
record TaskRollouts(Procedure procedure, Sandboxes sandboxes, int slots, int rollouts, int edits, long seed) {
    private record Item(ValidationTask task, Digest policy) {}

    /**
     * The groups of each policy, in the order of the tasks. What the machine failed at is left out.
     *
     * @param policies digests, each different
     * @param done is told how many groups are finished, and of how many, from any thread
     */
    Map<Digest, List<GroupRef>> of(List<ValidationTask> tasks, List<Digest> policies, BiConsumer<Integer, Integer> done)
            throws SandboxFault, InterruptedException {
        // Task by task, so that what was read and executed for one policy is at hand for the next.
        List<Item> items = tasks.stream()
                .flatMap(task -> policies.stream().map(policy -> new Item(task, policy)))
                .toList();
        Map<Integer, GroupRef> groups = new ConcurrentSkipListMap<>();
        Progress progress = new Progress(items.size(), done);
        SlotPool.each(IntStream.range(0, items.size()).boxed().toList(), slots, sandboxes, (index, sandbox) -> {
            try {
                WorkResult result = procedure.perform(work(items.get(index)), sandbox);
                if (result instanceof WorkResult.GroupAttempted attempted) {
                    groups.put(index, attempted.group());
                }
            } catch (SandboxFault left) {
                // Undecided, and no failure of the policy.
            }
            progress.step();
        });
        Map<Digest, List<GroupRef>> byPolicy = new LinkedHashMap<>();
        policies.forEach(policy -> byPolicy.put(policy, new ArrayList<>()));
        groups.forEach(
                (index, group) -> byPolicy.computeIfAbsent(items.get(index).policy(), policy -> new ArrayList<>())
                        .add(group));
        return byPolicy;
    }

    private Work work(Item item) {
        // Draws are keyed by the group's id, so it does not name the policy.
        String group = "ablation/" + item.task().id();
        return new Work.AttemptTask(
                group + "|" + item.policy().brief(),
                group,
                item.task().id(),
                item.task().task(),
                item.policy(),
                rollouts,
                edits,
                seed);
    }

    private static final class Progress {
        private final int total;
        private final BiConsumer<Integer, Integer> told;
        private int done;

        Progress(int total, BiConsumer<Integer, Integer> told) {
            this.total = total;
            this.told = told;
        }

        synchronized void step() {
            told.accept(++done, total);
        }
    }
}
