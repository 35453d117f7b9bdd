package org.elenchus.actors.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.elenchus.actors.port.Draws;
import org.elenchus.actors.run.Request.Train;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.DrawKey;
import org.elenchus.protocol.learning.Role;
import org.elenchus.protocol.learning.TaskScore;
import org.elenchus.protocol.run.Phase;
import org.elenchus.protocol.task.Verdict;
import org.elenchus.protocol.trace.GroupRef;

/**
 * Training rounds. The first trains on the scoring rollouts of the admitted tasks; each later one on fresh rollouts under the policy of
 * the round before, with a fifth of older tasks replayed against forgetting. The generator is trained after the last.
 */
final class Training {
    private Training() {}

    static List<Request> requests(Started s) {
        int iteration = s.at().iteration();
        int round = s.at().round();
        List<Request> requests = new ArrayList<>();
        if (round > 1) {
            requests.addAll(Agenda.attempts(s, tasks(s, round), s.spec().rollouts()));
        }
        if (!Answers.all(s, requests)) {
            return requests;
        }
        List<GroupRef> groups = groups(s, round);
        if (!groups.isEmpty()) {
            String id = Ids.train(iteration, round, Role.SOLVER);
            requests.add(new Train(id, round, Role.SOLVER, groups, List.of(), List.of()));
        }
        if (round == s.spec().trainingRounds() && Answers.all(s, requests)) {
            generator(s).ifPresent(requests::add);
        }
        return requests;
    }

    /** Every group this iteration has trained on. */
    static List<GroupRef> groups(Started s) {
        List<GroupRef> groups = new ArrayList<>();
        for (int round = 1; round <= s.spec().trainingRounds(); round++) {
            groups.addAll(groups(s, round));
        }
        return List.copyOf(groups);
    }

    private static List<GroupRef> groups(Started s, int round) {
        return s.work()
                .rolledOut(tasks(s, round).stream()
                        .map(task -> round == 1
                                ? Scoring.groupId(s, task.id())
                                : Ids.group(Phase.TRAINING, s.at().iteration(), round, task.id()))
                        .toList());
    }

    /** The tasks of a round, in id order. */
    static List<TaskRef> tasks(Started s, int round) {
        int iteration = s.at().iteration();
        List<TaskRef> tasks = new ArrayList<>(admitted(s, iteration, iteration));
        if (round > 1) {
            tasks.addAll(replay(s, round, (tasks.size() + 2) / 5));
        }
        tasks.sort(Comparator.comparing(TaskRef::id));
        return tasks;
    }

    private static List<TaskRef> replay(Started s, int round, int count) {
        int iteration = s.at().iteration();
        DrawKey key = DrawKey.of(s.spec().seed(), "replay", Integer.toString(iteration), Integer.toString(round));
        List<TaskRef> older = Draws.shuffled(admitted(s, 1, iteration - 1), key);
        return older.subList(0, Math.min(count, older.size()));
    }

    private static List<TaskRef> admitted(Started s, int from, int to) {
        return s.curriculum().stream()
                .filter(admitted -> admitted.iteration() >= from && admitted.iteration() <= to)
                .map(Admitted::task)
                .sorted(Comparator.comparing(TaskRef::id))
                .toList();
    }

    private static Optional<Request> generator(Started s) {
        List<Proposal> proposals = s.work().proposals().values().stream()
                .filter(proposal -> !proposal.candidates().isEmpty())
                .filter(proposal -> isDecided(s, proposal))
                .toList();
        if (proposals.isEmpty()) {
            return Optional.empty();
        }
        int round = s.at().round();
        List<Digest> groups = proposals.stream().map(Proposal::group).toList();
        List<TaskScore> scores =
                s.work().scores().map(byTask -> List.copyOf(byTask.values())).orElse(List.of());
        String id = Ids.train(s.at().iteration(), round, Role.GENERATOR);
        return Optional.of(new Train(id, round, Role.GENERATOR, List.of(), groups, scores));
    }

    /** A group with a candidate the infrastructure failed is left out whole: it would count as worth nothing. */
    private static boolean isDecided(Started s, Proposal proposal) {
        return proposal.candidates().stream().allMatch(candidate -> {
            Verdict verdict = s.work().verdicts().get(candidate.id());
            return verdict instanceof Verdict.Rejected
                    || (verdict instanceof Verdict.Valid
                            && s.work().groups().containsKey(Scoring.groupId(s, candidate.id())));
        });
    }
}
