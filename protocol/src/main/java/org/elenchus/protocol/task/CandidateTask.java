package org.elenchus.protocol.task;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.protocol.repository.TestId;
import org.elenchus.protocol.skill.SkillId;

/**
 * A repair objective before the gates: τ = (breaking patch, statement) and the tests its verifier may draw on.
 *
 * @param id unique in the run, ordered: candidates are judged and admitted in id order
 * @param breaking turns the original into the broken state
 * @param statement what is wrong, as a user would report it; never the fix
 * @param tests tests that reach the mutated lines; the verifier's lists are observed among them
 * @param skill the skill that guided it
 */
public record CandidateTask(
        String id,
        Pool pool,
        RepositoryCoordinate repository,
        Digest snapshot,
        SkillId skill,
        Patch breaking,
        List<Mutation> mutations,
        String statement,
        List<TestId> tests) {
    public CandidateTask {
        mutations = List.copyOf(mutations);
        tests = List.copyOf(tests);
    }

    /** The same as the answer to another request. */
    public CandidateTask as(String otherId, SkillId otherSkill) {
        return new CandidateTask(
                otherId, pool, repository, snapshot, otherSkill, breaking, mutations, statement, tests);
    }

    /** Two candidates with this digest have the same broken state. */
    @JsonIgnore
    public Digest content() {
        List<String> parts = new ArrayList<>(List.of(snapshot.hex()));
        breaking.edits().stream()
                .sorted(Comparator.comparing(TextEdit::path).thenComparingInt(TextEdit::offset))
                .forEach(e -> parts.addAll(List.of(e.path(), Integer.toString(e.offset()), e.removed(), e.inserted())));
        return Digest.ofParts(parts);
    }
}
