package org.elenchus.tools.simulation;

import java.util.List;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.RecipientRef;
import org.apache.pekko.cluster.sharding.typed.javadsl.EntityTypeKey;
import org.apache.pekko.persistence.typed.PersistenceId;
import org.elenchus.actors.Directory;
import org.elenchus.actors.curator.CuratorActor;
import org.elenchus.actors.repository.RepositoryActor;
import org.elenchus.actors.run.EvolutionRunActor;
import org.elenchus.actors.run.Patience;
import org.elenchus.actors.skill.SkillActor;
import org.elenchus.actors.slot.WorkDesk;
import org.elenchus.actors.slot.Workbench;
import org.elenchus.actors.solver.SolverActor;
import org.elenchus.actors.validator.ValidatorActor;
import org.elenchus.actors.wiring.EntityIds;
import org.elenchus.actors.wiring.EntityTypes;
import org.elenchus.protocol.DrawKey;
import org.elenchus.protocol.curator.CuratorProtocol;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.protocol.repository.RepositoryProtocol;
import org.elenchus.protocol.run.EvolutionRunProtocol;
import org.elenchus.protocol.run.IterationReport.Rate;
import org.elenchus.protocol.skill.SkillId;
import org.elenchus.protocol.skill.SkillProtocol;
import org.elenchus.protocol.solver.SolverProtocol;
import org.elenchus.protocol.trace.GroupRef;
import org.elenchus.protocol.validator.ValidatorProtocol;

/** The entities of a run at their addresses, wired as the product wires them. */
final class Residents implements Directory {
    private final World world;
    private final Workbench workbench;
    private final Cast cast;
    private final Patience patience;

    Residents(World world, Workbench workbench, Cast cast, Patience patience) {
        this.world = world;
        this.workbench = workbench;
        this.cast = cast;
        this.patience = patience;
    }

    static PersistenceId runJournal(String runId) {
        return EntityIds.persistenceId(EntityTypes.RUN, EntityIds.of(runId));
    }

    RecipientRef<EvolutionRunProtocol.Command> run(String runId) {
        PersistenceId id = runJournal(runId);
        return world.address(
                id.id(),
                () -> cast.play(
                        EntityTypes.RUN.name(),
                        EvolutionRunActor.create(
                                runId,
                                id,
                                this,
                                desk(),
                                Residents::counted,
                                patience,
                                new EvolutionRunActor.Listener() {})));
    }

    /** An interval by resampling would be most of a schedule's time, and is a pure function of the rest. */
    private static Rate counted(List<GroupRef> groups, DrawKey key) {
        return new Rate(
                groups.stream().mapToInt(GroupRef::solved).sum(),
                groups.stream().mapToInt(GroupRef::rollouts).sum(),
                groups.size(),
                0,
                1);
    }

    @Override
    public RecipientRef<RepositoryProtocol.Command> repository(String runId, RepositoryCoordinate coordinate) {
        PersistenceId id = id(EntityTypes.REPOSITORY, EntityIds.of(runId, coordinate.value()));
        return world.address(
                id.id(), () -> cast.play(EntityTypes.REPOSITORY.name(), RepositoryActor.create(id, runId, desk())));
    }

    @Override
    public RecipientRef<SolverProtocol.Command> solver(String runId) {
        PersistenceId id = id(EntityTypes.SOLVER, EntityIds.of(runId));
        return world.address(
                id.id(), () -> cast.play(EntityTypes.SOLVER.name(), SolverActor.create(id, runId, desk(), workbench)));
    }

    @Override
    public RecipientRef<CuratorProtocol.Command> curator(String runId) {
        PersistenceId id = id(EntityTypes.CURATOR, EntityIds.of(runId));
        return world.address(
                id.id(), () -> cast.play(EntityTypes.CURATOR.name(), CuratorActor.create(id, runId, this, workbench)));
    }

    @Override
    public RecipientRef<SkillProtocol.Command> skill(String runId, SkillId skill) {
        PersistenceId id = id(EntityTypes.SKILL, EntityIds.of(runId, skill.value()));
        return world.address(
                id.id(), () -> cast.play(EntityTypes.SKILL.name(), SkillActor.create(id, skill, workbench)));
    }

    @Override
    public RecipientRef<ValidatorProtocol.Command> validator(String runId, RepositoryCoordinate coordinate) {
        PersistenceId id = id(EntityTypes.VALIDATOR, EntityIds.of(runId, coordinate.value()));
        return world.address(
                id.id(), () -> cast.play(EntityTypes.VALIDATOR.name(), ValidatorActor.create(id, runId, desk())));
    }

    private ActorRef<WorkDesk.Command> desk() {
        return world.desk();
    }

    private static PersistenceId id(EntityTypeKey<?> type, String entityId) {
        return EntityIds.persistenceId(type, entityId);
    }
}
