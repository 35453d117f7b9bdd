package org.elenchus.actors;

import org.apache.pekko.actor.typed.RecipientRef;
import org.elenchus.protocol.curator.CuratorProtocol;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.protocol.repository.RepositoryProtocol;
import org.elenchus.protocol.skill.SkillId;
import org.elenchus.protocol.skill.SkillProtocol;
import org.elenchus.protocol.solver.SolverProtocol;
import org.elenchus.protocol.validator.ValidatorProtocol;

/** Where the entities of a run are found, wherever in the cluster they live. */
public interface Directory {
    RecipientRef<RepositoryProtocol.Command> repository(String runId, RepositoryCoordinate coordinate);

    RecipientRef<SolverProtocol.Command> solver(String runId);

    RecipientRef<CuratorProtocol.Command> curator(String runId);

    RecipientRef<SkillProtocol.Command> skill(String runId, SkillId skill);

    RecipientRef<ValidatorProtocol.Command> validator(String runId, RepositoryCoordinate coordinate);
}
