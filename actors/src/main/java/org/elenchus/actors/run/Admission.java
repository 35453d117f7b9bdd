package org.elenchus.actors.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.elenchus.actors.port.Draws;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.DrawKey;
import org.elenchus.protocol.learning.TaskScore;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.protocol.run.EvolutionRunProtocol.Event;
import org.elenchus.protocol.run.EvolutionRunProtocol.RunFailed;
import org.elenchus.protocol.run.EvolutionRunProtocol.TasksSelected;

/** The door to the curriculum. Held-out tasks do not pass it, whoever proposed them. */
final class Admission {
    private Admission() {}

    /** The iteration's selection; a failure of the run when a held-out task stands at the door. */
    static Event decide(Started s) {
        List<TaskRef> scored = scored(s);
        Optional<String> leak =
                scored.stream().flatMap(task -> leak(s, task).stream()).findFirst();
        return leak.<Event>map(RunFailed::new).orElseGet(() -> select(s, scored));
    }

    /** Why a task may not be trained on, if so: it is of a library outside the train pool, or is a held-out task itself. */
    static Optional<String> leak(Started s, TaskRef task) {
        Set<String> trained =
                Agenda.train(s).stream().map(RepositoryCoordinate::library).collect(Collectors.toSet());
        if (!trained.contains(task.repository().library())) {
            return Optional.of("task " + task.id() + " is of " + task.repository()
                    + ", which is not in the train pool; held-out repositories are never trained on");
        }
        Set<Digest> heldOut = Stream.concat(s.pools().validation().stream(), s.pools().test().stream())
                .map(TaskRef::task)
                .collect(Collectors.toSet());
        return heldOut.contains(task.task())
                ? Optional.of("task " + task.id() + " is a held-out task; it must not be trained on")
                : Optional.empty();
    }

    private static List<TaskRef> scored(Started s) {
        Map<String, TaskScore> scores = scores(s);
        return s.work().validTasks().stream()
                .filter(task -> scores.containsKey(task.id()))
                .filter(task -> s.work().groups().containsKey(Scoring.groupId(s, task.id())))
                .toList();
    }

    private static Map<String, TaskScore> scores(Started s) {
        return s.work().scores().<Map<String, TaskScore>>map(byTask -> byTask).orElse(Map.of());
    }

    /** By reward descending, equals in drawn order; where the reward aligns, a negative one points away from V_val and is refused. */
    private static Event select(Started s, List<TaskRef> scored) {
        List<String> misaligned = new ArrayList<>();
        List<TaskScore> ranked = new ArrayList<>();
        for (TaskRef task : scored) {
            TaskScore score = scores(s).get(task.id());
            if (score == null) {
                continue;
            }
            if (s.spec().reward().aligns() && !(score.reward() >= 0)) {
                misaligned.add(task.id());
            } else {
                ranked.add(score);
            }
        }
        DrawKey key = DrawKey.of(s.spec().seed(), "admit", Integer.toString(s.at().iteration()));
        List<String> order = Draws.shuffled(ranked, key).stream()
                .sorted(Comparator.comparingDouble(TaskScore::reward).reversed())
                .map(TaskScore::taskId)
                .toList();
        int places = Math.min(s.spec().tasksPerIteration(), order.size());
        return new TasksSelected(
                s.at().iteration(), order.subList(0, places), misaligned, order.subList(places, order.size()));
    }
}
