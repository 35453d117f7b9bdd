package org.elenchus.tools.repair.secondorder;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.elenchus.actors.learning.Policy;
import org.elenchus.actors.port.Draws;
import org.elenchus.actors.port.PreparedRepository;
import org.elenchus.actors.port.TaskAuthor;
import org.elenchus.actors.port.TopUp;
import org.elenchus.protocol.DrawKey;
import org.elenchus.protocol.learning.PolicyWeights;
import org.elenchus.protocol.skill.BuiltInSkills;
import org.elenchus.protocol.task.CandidateTask;
import org.elenchus.protocol.task.MutationMix;
import org.elenchus.protocol.task.Task;

/**
 * Answers for second-order tasks with failed patches of earlier attempts, drawn task by task, and where these run out with removal; every
 * other skill is another author's. Thread-safe.
 */
public final class SecondOrderAuthor implements TaskAuthor {
    private final TaskAuthor others;
    private final TopUp removal;

    public SecondOrderAuthor(TaskAuthor others) {
        this.others = others;
        this.removal = new TopUp(others, BuiltInSkills.REMOVAL);
    }

    @Override
    public PolicyWeights basePolicy(MutationMix mutations) {
        return others.basePolicy(mutations);
    }

    @Override
    public Proposals propose(Commission commission, Policy generator) {
        if (!commission.skill().id().equals(BuiltInSkills.SECOND_ORDER.id())) {
            return others.propose(commission, generator);
        }
        return removal.of(commission, sequels(commission), generator);
    }

    /** In turn one of each task, so that the task that failed most does not make them all. */
    private static List<CandidateTask> sequels(Commission commission) {
        Deque<Deque<FailedPatch>> turns = drawn(commission);
        Set<String> known = new HashSet<>(commission.taken());
        List<CandidateTask> sequels = new ArrayList<>();
        while (sequels.size() < commission.count() && !turns.isEmpty()) {
            Deque<FailedPatch> patches = turns.removeFirst();
            while (!patches.isEmpty()) {
                CandidateTask sequel =
                        new Sequel(commission.repository(), patches.removeFirst()).task(commission, sequels.size());
                if (known.add(sequel.content().brief())) {
                    sequels.add(sequel);
                    turns.addLast(patches);
                    break;
                }
            }
        }
        return List.copyOf(sequels);
    }

    private static Deque<Deque<FailedPatch>> drawn(Commission commission) {
        PreparedRepository repository = commission.repository();
        DrawKey key = commission.key().at("second-order");
        SortedMap<String, List<FailedPatch>> byTask = new TreeMap<>();
        for (Attempted attempted : commission.attempted()) {
            Task task = attempted.task();
            if (isOfFirstOrder(task)
                    && task.snapshot().equals(repository.summary().snapshot())) {
                attempted
                        .traces()
                        .forEach(trace -> byTask.computeIfAbsent(task.id(), id -> new ArrayList<>())
                                .addAll(FailedPatches.of(repository, task, trace)));
            }
        }
        Deque<Deque<FailedPatch>> turns = new ArrayDeque<>();
        for (String id : Draws.shuffled(List.copyOf(byTask.keySet()), key.at("tasks"))) {
            turns.addLast(new ArrayDeque<>(Draws.shuffled(byTask.getOrDefault(id, List.of()), key.at(id))));
        }
        return turns;
    }

    /** What already holds a failed patch gets no other one. */
    private static boolean isOfFirstOrder(Task task) {
        return !task.mutations().isEmpty()
                && task.mutations().stream()
                        .noneMatch(mutation -> mutation.operator().equals(Sequel.OPERATOR));
    }
}
