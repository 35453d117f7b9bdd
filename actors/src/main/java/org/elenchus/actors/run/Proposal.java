package org.elenchus.actors.run;

import java.util.List;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.protocol.skill.SkillId;
import org.elenchus.protocol.task.CandidateRef;
import org.elenchus.protocol.task.Pool;

/**
 * The candidates one skill gave for one repository.
 *
 * @param group digest of the generator's proposal group
 */
record Proposal(
        String requestId,
        SkillId skill,
        Pool pool,
        RepositoryCoordinate repository,
        int asked,
        List<CandidateRef> candidates,
        Digest group) {}
