package org.elenchus.tools.cli.solve;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.elenchus.actors.learning.Policy;
import org.elenchus.actors.port.SandboxFault;
import org.elenchus.actors.port.Sandboxes;
import org.elenchus.actors.port.SolverAgent;
import org.elenchus.protocol.DrawKey;
import org.elenchus.protocol.task.Patch;
import org.elenchus.protocol.trace.Step;
import org.elenchus.tools.sandbox.SlotPool;

/**
 * Looks for repairs of a defect: rounds of rollouts, until a round has found a whole repair or the budget is used up. Each patch handed in
 * is executed with the failing tests and all that reach the files it changes. How many slots there are changes nothing but the time.
 */
final class Search {
    private static final int GROUPS = 4;
    private static final int ROLLOUTS = 4;

    private final SolverAgent solver;
    private final Policy policy;
    private final Sandboxes sandboxes;
    private final int slots;
    private final Budget budget;

    /** @param edits candidate edits a rollout may try; @param executions of candidate edits in all, rounded up to whole rounds */
    record Budget(int edits, int executions) {
        int rounds() {
            return Math.max(1, Math.ceilDiv(executions, GROUPS * ROLLOUTS * edits));
        }
    }

    /**
     * What was found.
     *
     * @param repairs the best first; patches that mend nothing are left out
     * @param rollouts made; @param tried edits executed
     */
    record Findings(List<Repair> repairs, int rollouts, int tried) {
        /** Where nothing is to be repaired. */
        static final Findings NONE = new Findings(List.of(), 0, 0);

        Findings {
            repairs = repairs.stream().sorted(Repair.BEST_FIRST).toList();
        }

        boolean isRepaired() {
            return !repairs.isEmpty() && repairs.get(0).isWhole();
        }
    }

    Search(SolverAgent solver, Policy policy, Sandboxes sandboxes, int slots, Budget budget) {
        this.solver = solver;
        this.policy = policy;
        this.sandboxes = sandboxes;
        this.slots = slots;
        this.budget = budget;
    }

    /** @param key of all draws; @param round is told when a round begins, from 1 */
    Findings repairs(Defect defect, DrawKey key, IntConsumer round) throws SandboxFault, InterruptedException {
        SortedMap<String, Integer> handedIn = new TreeMap<>();
        SortedMap<String, Patch> patches = new TreeMap<>();
        SortedMap<String, Repair> executed = new TreeMap<>();
        int tried = 0;
        int rounds = 0;
        boolean whole = false;
        while (rounds < budget.rounds() && !whole) {
            round.accept(++rounds);
            for (List<Step> rollout : rollouts(defect, key.at(Integer.toString(rounds)))) {
                tried += (int)
                        rollout.stream().filter(Step.Edit.class::isInstance).count();
                Patch patch = handedIn(rollout);
                if (!patch.edits().isEmpty()) {
                    patches.put(patch.toString(), patch);
                    handedIn.merge(patch.toString(), 1, Integer::sum);
                }
            }
            execute(defect, patches, executed);
            whole = executed.values().stream().anyMatch(Repair::isWhole);
        }
        List<Repair> repairs = new ArrayList<>();
        executed.forEach((id, repair) -> {
            if (!repair.mended().isEmpty()) {
                repairs.add(new Repair(
                        repair.patch(),
                        repair.mended(),
                        repair.unmended(),
                        repair.kept(),
                        repair.spoilt(),
                        handedIn.getOrDefault(id, 1)));
            }
        });
        return new Findings(repairs, rounds * GROUPS * ROLLOUTS, tried);
    }

    private List<List<Step>> rollouts(Defect defect, DrawKey key) throws SandboxFault, InterruptedException {
        Map<Integer, List<List<Step>>> groups = new ConcurrentSkipListMap<>();
        SlotPool.each(
                IntStream.range(0, GROUPS).boxed().toList(),
                slots,
                sandboxes,
                (group, sandbox) -> groups.put(
                        group,
                        solver.attempt(
                                        defect.problem(),
                                        policy,
                                        ROLLOUTS,
                                        budget.edits(),
                                        key.at(Integer.toString(group)),
                                        sandbox)
                                .rollouts()));
        return groups.values().stream().flatMap(List::stream).toList();
    }

    private void execute(Defect defect, SortedMap<String, Patch> patches, SortedMap<String, Repair> executed)
            throws SandboxFault, InterruptedException {
        List<String> fresh = patches.keySet().stream()
                .filter(id -> !executed.containsKey(id))
                .toList();
        Map<String, Repair> results = new ConcurrentSkipListMap<>();
        SlotPool.each(fresh, slots, sandboxes, (id, sandbox) -> {
            Patch patch = patches.get(id);
            if (patch != null) {
                results.put(id, Trial.of(defect, patch, sandbox));
            }
        });
        executed.putAll(results);
    }

    /** What a rollout came to; empty when nothing helped. */
    private static Patch handedIn(List<Step> rollout) {
        return rollout.get(rollout.size() - 1) instanceof Step.Submit submit ? submit.patch() : Patch.EMPTY;
    }
}
