package org.elenchus.actors.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.elenchus.actors.run.Request.Attempt;
import org.elenchus.actors.run.Request.Distil;
import org.elenchus.actors.run.Request.Judge;
import org.elenchus.actors.run.Request.OpenSolver;
import org.elenchus.actors.run.Request.PrepareRepository;
import org.elenchus.actors.run.Request.Propose;
import org.elenchus.actors.run.Request.RecordOutcomes;
import org.elenchus.actors.run.Request.Score;
import org.elenchus.actors.run.Request.Train;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.Message;
import org.elenchus.protocol.ProtocolJson;
import org.elenchus.protocol.curator.CuratorProtocol;
import org.elenchus.protocol.learning.TaskScore;
import org.elenchus.protocol.learning.UpdateStatistics;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.protocol.repository.RepositoryProtocol;
import org.elenchus.protocol.repository.RepositorySummary;
import org.elenchus.protocol.skill.SkillId;
import org.elenchus.protocol.skill.SkillProtocol;
import org.elenchus.protocol.skill.SkillRef;
import org.elenchus.protocol.solver.SolverProtocol;
import org.elenchus.protocol.task.CandidateRef;
import org.elenchus.protocol.task.Gate;
import org.elenchus.protocol.task.Verdict;
import org.elenchus.protocol.trace.GroupRef;
import org.elenchus.protocol.validator.ValidatorProtocol;

/**
 * Answers every request as a pure function of its content, so that any difference between two requests, even in the order of a list,
 * shows in the history.
 */
class ScriptedWorld {
    static RepositorySummary summary(RepositoryCoordinate coordinate) {
        Digest snapshot = Digest.of(coordinate.value());
        return new RepositorySummary(coordinate, snapshot, snapshot, 3, 300, 30, List.of());
    }

    /** A number in 0..99 that follows from the content. */
    static int dice(Object content) {
        return Integer.parseInt(ProtocolJson.digest(content).hex().substring(0, 6), 16) % 100;
    }

    /** What plants held-out tasks, where that is not the generator. */
    Optional<Digest> planter() {
        return Optional.empty();
    }

    List<Message> answer(Request request) {
        return switch (request) {
            case PrepareRepository r -> List.of(new RepositoryProtocol.Prepared(summary(r.repository())));
            case OpenSolver r ->
                List.of(new SolverProtocol.Opened(Digest.of("solver"), Digest.of("generator"), planter()));
            case Propose r -> List.of(propose(r));
            case Judge r -> judge(r);
            case Attempt r -> List.of(attempt(r));
            case Distil r -> List.of(distil(r));
            case Score r -> List.of(score(r));
            case RecordOutcomes r -> List.of(new SkillProtocol.Recorded(r.id(), r.skill()));
            case Train r ->
                List.of(new SolverProtocol.Trained(
                        r.id(), r.role(), ProtocolJson.digest(r), new UpdateStatistics(1, 0, 0, 0, 0, 1)));
        };
    }

    Message propose(Propose r) {
        int found = dice(r) < 30 ? r.count() - 1 : r.count();
        List<CandidateRef> candidates = new ArrayList<>();
        for (int i = 0; i < found; i++) {
            String id = String.format("%s/%02d", r.id(), i);
            candidates.add(new CandidateRef(id, r.skill(), Digest.of(id), Digest.of("content " + id)));
        }
        return new SkillProtocol.Proposed(r.id(), r.skill(), candidates, ProtocolJson.digest(r));
    }

    List<Message> judge(Judge r) {
        return r.candidates().stream()
                .<Message>map(candidate -> new ValidatorProtocol.Judged(r.id(), verdict(candidate.id())))
                .toList();
    }

    Verdict verdict(String id) {
        int dice = dice("verdict " + id);
        Digest evidence = Digest.of("evidence " + id);
        if (dice < 5) {
            return new Verdict.Undecided(id, "no sandbox");
        }
        return dice < 35
                ? new Verdict.Rejected(id, Gate.values()[dice % 5], "because", evidence)
                : new Verdict.Valid(id, Digest.of("task " + id), 1, 3, evidence);
    }

    Message attempt(Attempt r) {
        if (dice("fault " + r.id()) < 5) {
            return new SolverProtocol.Unattempted(r.id(), r.task().id(), "no sandbox");
        }
        int solved = dice(r) % (r.rollouts() + 1);
        return new SolverProtocol.Attempted(
                new GroupRef(r.id(), r.task().id(), r.task().task(), ProtocolJson.digest(r), r.rollouts(), solved));
    }

    Message distil(Distil r) {
        List<SkillRef> active = new ArrayList<>();
        for (int i = 0; i <= r.iteration(); i++) {
            active.add(new SkillRef(new SkillId("skill-" + i), 1, 2 + i, dice(r.groups()) / 200.0 + i / 10.0));
        }
        return new CuratorProtocol.Distilled(r.id(), active);
    }

    Message score(Score r) {
        List<TaskScore> scores = r.candidates().stream()
                .map(group -> {
                    double cosine = (dice(List.of(group.id(), r.anchor())) - 20) / 100.0;
                    return new TaskScore(group.taskId(), cosine, 1, (double) group.solved() / group.rollouts(), cosine);
                })
                .toList();
        return new SolverProtocol.Scored(r.id(), 1.0, scores);
    }
}
