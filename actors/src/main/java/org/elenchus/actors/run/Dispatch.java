package org.elenchus.actors.run;

import org.apache.pekko.actor.typed.ActorRef;
import org.elenchus.actors.Directory;
import org.elenchus.actors.run.Request.Attempt;
import org.elenchus.actors.run.Request.Distil;
import org.elenchus.actors.run.Request.Judge;
import org.elenchus.actors.run.Request.OpenSolver;
import org.elenchus.actors.run.Request.PrepareRepository;
import org.elenchus.actors.run.Request.Propose;
import org.elenchus.actors.run.Request.RecordOutcomes;
import org.elenchus.actors.run.Request.Score;
import org.elenchus.actors.run.Request.Train;
import org.elenchus.protocol.curator.CuratorProtocol;
import org.elenchus.protocol.repository.RepositoryProtocol;
import org.elenchus.protocol.run.RunSpec;
import org.elenchus.protocol.skill.SkillProtocol;
import org.elenchus.protocol.solver.SolverProtocol;
import org.elenchus.protocol.validator.ValidatorProtocol;

/** Sends requests to the entities they are for, in those entities' own words. */
record Dispatch(
        String runId,
        Directory directory,
        ActorRef<RepositoryProtocol.Reply> repositories,
        ActorRef<SolverProtocol.Reply> solver,
        ActorRef<CuratorProtocol.Reply> curator,
        ActorRef<SkillProtocol.Reply> skills,
        ActorRef<ValidatorProtocol.Reply> validators) {

    void send(RunSpec spec, Request request) {
        switch (request) {
            case PrepareRepository r ->
                directory
                        .repository(runId, r.repository())
                        .tell(new RepositoryProtocol.Prepare(r.repository(), repositories));
            case OpenSolver r ->
                directory.solver(runId).tell(new SolverProtocol.Open(runId, spec.seed(), spec.mutationMix(), solver));
            case Propose r -> directory.skill(runId, r.skill()).tell(propose(spec, r));
            case Judge r ->
                directory
                        .validator(runId, r.repository())
                        .tell(new ValidatorProtocol.Judge(r.id(), r.candidates(), validators));
            case Attempt r -> directory.solver(runId).tell(attempt(r));
            case Distil r ->
                directory
                        .curator(runId)
                        .tell(new CuratorProtocol.Distil(r.id(), runId, r.iteration(), r.groups(), curator));
            case Score r -> directory.solver(runId).tell(score(spec, r));
            case RecordOutcomes r ->
                directory
                        .skill(runId, r.skill())
                        .tell(new SkillProtocol.RecordOutcomes(r.id(), r.iteration(), r.outcomes(), skills));
            case Train r -> directory.solver(runId).tell(train(spec, r));
        }
    }

    private SkillProtocol.Command propose(RunSpec spec, Propose r) {
        return new SkillProtocol.Propose(
                r.id(),
                spec.seed(),
                r.pool(),
                r.repository(),
                r.snapshot(),
                r.count(),
                r.generator(),
                r.taken(),
                r.attempted(),
                skills);
    }

    private SolverProtocol.Command attempt(Attempt r) {
        return new SolverProtocol.Attempt(r.id(), r.task().id(), r.task().task(), r.rollouts(), r.edits(), solver);
    }

    private SolverProtocol.Command score(RunSpec spec, Score r) {
        return new SolverProtocol.Score(r.id(), r.anchor(), r.candidates(), spec.reward(), spec.learning(), solver);
    }

    private SolverProtocol.Command train(RunSpec spec, Train r) {
        return new SolverProtocol.Train(
                r.id(), r.role(), r.groups(), r.proposals(), r.scores(), spec.learning(), solver);
    }
}
