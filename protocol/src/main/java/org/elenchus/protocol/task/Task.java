package org.elenchus.protocol.task;

import java.util.List;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.execution.TestResult;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.protocol.skill.SkillId;

/**
 * A validated repair task.
 *
 * @param breaking turns the original into the broken state; its inverse is the reference fix, which no solver sees
 * @param observed the failures seen in the broken state, one per FAIL_TO_PASS test, in verifier order
 */
public record Task(
        String id,
        Pool pool,
        RepositoryCoordinate repository,
        Digest snapshot,
        SkillId skill,
        Patch breaking,
        List<Mutation> mutations,
        String statement,
        Verifier verifier,
        List<TestResult> observed) {
    public Task {
        mutations = List.copyOf(mutations);
        observed = List.copyOf(observed);
    }
}
