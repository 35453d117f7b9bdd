package org.elenchus.actors.wiring;

import java.util.List;
import org.apache.pekko.cluster.sharding.typed.javadsl.EntityTypeKey;
import org.elenchus.protocol.curator.CuratorProtocol;
import org.elenchus.protocol.repository.RepositoryProtocol;
import org.elenchus.protocol.run.EvolutionRunProtocol;
import org.elenchus.protocol.skill.SkillProtocol;
import org.elenchus.protocol.solver.SolverProtocol;
import org.elenchus.protocol.validator.ValidatorProtocol;

/** The kinds of entities. Their names begin persistence ids and are stored for ever. */
public final class EntityTypes {
    public static final EntityTypeKey<EvolutionRunProtocol.Command> RUN =
            EntityTypeKey.create(EvolutionRunProtocol.Command.class, "EvolutionRun");
    public static final EntityTypeKey<RepositoryProtocol.Command> REPOSITORY =
            EntityTypeKey.create(RepositoryProtocol.Command.class, "Repository");
    public static final EntityTypeKey<SolverProtocol.Command> SOLVER =
            EntityTypeKey.create(SolverProtocol.Command.class, "Solver");
    public static final EntityTypeKey<CuratorProtocol.Command> CURATOR =
            EntityTypeKey.create(CuratorProtocol.Command.class, "SkillCurator");
    public static final EntityTypeKey<SkillProtocol.Command> SKILL =
            EntityTypeKey.create(SkillProtocol.Command.class, "Skill");
    public static final EntityTypeKey<ValidatorProtocol.Command> VALIDATOR =
            EntityTypeKey.create(ValidatorProtocol.Command.class, "Validator");

    private EntityTypes() {}

    public static List<EntityTypeKey<?>> all() {
        return List.of(RUN, REPOSITORY, SOLVER, CURATOR, SKILL, VALIDATOR);
    }
}
