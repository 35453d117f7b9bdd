package org.elenchus.actors.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.elenchus.actors.port.Draws;
import org.elenchus.protocol.DrawKey;
import org.elenchus.protocol.run.Phase;

/**
 * Which tasks are attempted for their traces: the seed tasks at first, later a keyed draw from the curriculum, half of it from the latest
 * iteration that admitted any.
 */
final class Collecting {
    private Collecting() {}

    /** Tasks in id order. */
    static List<TaskRef> tasks(Started s) {
        if (usesSeeds(s)) {
            return s.pools().seed();
        }
        int wanted = s.spec().collectTasks();
        List<Admitted> curriculum = s.curriculum();
        int last = curriculum.get(curriculum.size() - 1).iteration();
        List<Admitted> latest = draw(s, "latest", last, last);
        List<Admitted> older = draw(s, "older", 1, last - 1);
        int first = Math.min((wanted + 1) / 2, latest.size());
        List<Admitted> order = new ArrayList<>(latest.subList(0, first));
        order.addAll(older);
        order.addAll(Math.min(wanted, order.size()), latest.subList(first, latest.size()));
        return order.stream()
                .limit(wanted)
                .map(Admitted::task)
                .sorted(Comparator.comparing(TaskRef::id))
                .toList();
    }

    /** K for the seeds, half of it for tasks whose scoring rollouts are known already. */
    static int rollouts(Started s) {
        int k = s.spec().rollouts();
        return s.at().iteration() == 1 ? k : Math.max(2, k / 2);
    }

    static List<String> groupIds(Started s) {
        return tasks(s).stream()
                .map(task -> Ids.group(Phase.COLLECTING, s.at().iteration(), 0, task.id()))
                .toList();
    }

    private static boolean usesSeeds(Started s) {
        return s.at().iteration() == 1 || s.curriculum().isEmpty();
    }

    private static List<Admitted> draw(Started s, String share, int from, int to) {
        List<Admitted> members = s.curriculum().stream()
                .filter(task -> task.iteration() >= from && task.iteration() <= to)
                .sorted(Comparator.comparing(admitted -> admitted.task().id()))
                .toList();
        return Draws.shuffled(
                members, DrawKey.of(s.spec().seed(), "collect", share, Integer.toString(s.at().iteration())));
    }
}
