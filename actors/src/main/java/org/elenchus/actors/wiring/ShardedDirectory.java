package org.elenchus.actors.wiring;

import org.apache.pekko.actor.typed.RecipientRef;
import org.apache.pekko.cluster.sharding.typed.javadsl.ClusterSharding;
import org.elenchus.actors.Directory;
import org.elenchus.protocol.curator.CuratorProtocol;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.protocol.repository.RepositoryProtocol;
import org.elenchus.protocol.run.EvolutionRunProtocol;
import org.elenchus.protocol.skill.SkillId;
import org.elenchus.protocol.skill.SkillProtocol;
import org.elenchus.protocol.solver.SolverProtocol;
import org.elenchus.protocol.validator.ValidatorProtocol;

/** Finds entities by Cluster Sharding, wherever their shard lives. */
public final class ShardedDirectory implements Directory {
    private final ClusterSharding sharding;

    ShardedDirectory(ClusterSharding sharding) {
        this.sharding = sharding;
    }

    public RecipientRef<EvolutionRunProtocol.Command> run(String runId) {
        return sharding.entityRefFor(EntityTypes.RUN, EntityIds.of(runId));
    }

    @Override
    public RecipientRef<RepositoryProtocol.Command> repository(String runId, RepositoryCoordinate coordinate) {
        return sharding.entityRefFor(EntityTypes.REPOSITORY, EntityIds.of(runId, coordinate.value()));
    }

    @Override
    public RecipientRef<SolverProtocol.Command> solver(String runId) {
        return sharding.entityRefFor(EntityTypes.SOLVER, EntityIds.of(runId));
    }

    @Override
    public RecipientRef<CuratorProtocol.Command> curator(String runId) {
        return sharding.entityRefFor(EntityTypes.CURATOR, EntityIds.of(runId));
    }

    @Override
    public RecipientRef<SkillProtocol.Command> skill(String runId, SkillId skill) {
        return sharding.entityRefFor(EntityTypes.SKILL, EntityIds.of(runId, skill.value()));
    }

    @Override
    public RecipientRef<ValidatorProtocol.Command> validator(String runId, RepositoryCoordinate coordinate) {
        return sharding.entityRefFor(EntityTypes.VALIDATOR, EntityIds.of(runId, coordinate.value()));
    }
}
