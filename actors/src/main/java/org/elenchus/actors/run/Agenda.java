package org.elenchus.actors.run;

import java.util.ArrayList;
import java.util.List;
import org.elenchus.actors.run.Request.Attempt;
import org.elenchus.actors.run.Request.Distil;
import org.elenchus.actors.run.Request.OpenSolver;
import org.elenchus.actors.run.Request.PrepareRepository;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.protocol.run.Phase;
import org.elenchus.protocol.run.RunSpec;
import org.elenchus.protocol.task.Pool;
import org.elenchus.protocol.trace.GroupRef;

/**
 * What a phase asks, derived from the state and nothing else. A phase of several steps asks the next step once the one before has all
 * its answers; what was asked before stays on the list, so the list only grows while the phase lasts.
 */
final class Agenda {
    private Agenda() {}

    /** Everything asked so far in the current phase, in a fixed order. */
    static List<Request> requests(Started s) {
        RunSpec spec = s.spec();
        Phase phase = s.at().phase();
        return switch (phase) {
            case PREPARING -> preparations(spec);
            case PLANTING -> Planting.requests(s);
            case BASELINE, EVALUATING -> s.reported() ? List.of() : evaluations(s);
            case COLLECTING -> spec.distils() ? attempts(s, Collecting.tasks(s), Collecting.rollouts(s)) : List.of();
            case DISTILLING -> spec.distils() ? List.of(distillation(s)) : List.of();
            case ANCHORING -> attempts(s, s.pools().validation(), spec.validationRollouts());
            case GENERATING -> Generating.requests(s);
            case JUDGING -> Judging.requests(s);
            case SCORING -> Scoring.requests(s);
            case TRAINING -> Training.requests(s);
            case FINISHED, FAILED, PAUSED, NOT_STARTED -> List.of();
        };
    }

    /** What has no answer yet; nothing while the run stands still. */
    static List<Request> pending(Started s) {
        if (s.at().idle()) {
            return List.of();
        }
        return requests(s).stream()
                .filter(request -> !Answers.isComplete(s, request))
                .toList();
    }

    /** Rollouts of tasks in the current phase and round. */
    static List<Request> attempts(Started s, List<TaskRef> tasks, int rollouts) {
        Position at = s.at();
        int edits = s.spec().edits(at.phase());
        return tasks.stream()
                .<Request>map(task -> new Attempt(
                        Ids.group(at.phase(), at.iteration(), at.round(), task.id()), task, rollouts, edits))
                .toList();
    }

    private static List<Request> evaluations(Started s) {
        return attempts(s, s.pools().test(), s.spec().evaluationRollouts());
    }

    private static List<Request> preparations(RunSpec spec) {
        List<Request> requests = new ArrayList<>();
        for (RepositoryCoordinate repository : spec.pools().all()) {
            requests.add(new PrepareRepository(repository));
        }
        requests.add(new OpenSolver());
        return requests;
    }

    private static Request distillation(Started s) {
        int iteration = s.at().iteration();
        List<GroupRef> groups = new ArrayList<>(s.undistilled());
        groups.addAll(s.work().rolledOut(Collecting.groupIds(s)));
        return new Distil(Ids.distil(iteration), iteration, groups);
    }

    /** The name of a repository within ids. */
    static String name(Started s, RepositoryCoordinate repository) {
        return Ids.repository(s.spec().pools(), repository);
    }

    static List<RepositoryCoordinate> train(Started s) {
        return s.spec().pools().of(Pool.TRAIN);
    }
}
