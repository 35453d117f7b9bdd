package org.elenchus.tools.mining.history.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.elenchus.actors.learning.Policy;
import org.elenchus.actors.port.PreparedRepository;
import org.elenchus.actors.port.RepositoryFault;
import org.elenchus.actors.port.TaskAuthor;
import org.elenchus.protocol.DrawKey;
import org.elenchus.protocol.learning.PolicyWeights;
import org.elenchus.protocol.learning.Role;
import org.elenchus.protocol.skill.BuiltInSkills;
import org.elenchus.protocol.skill.Skill;
import org.elenchus.protocol.task.CandidateTask;
import org.elenchus.protocol.task.MutationMix;
import org.elenchus.protocol.task.Pool;
import org.junit.jupiter.api.Test;

class HistoricalAuthorTest {
    private static final Policy POLICY = new Policy(new double[] {0});
    private static final PreparedRepository RELEASE = MinedTasksTest.newer(MinedTasksTest.NEWER);

    private final HistoricalAuthor author = new HistoricalAuthor(HistoricalAuthorTest::bugs, new Nothing());

    /** Writes nothing. */
    private static final class Nothing implements TaskAuthor {
        @Override
        public PolicyWeights basePolicy(MutationMix mutations) {
            return new PolicyWeights(Role.GENERATOR, List.of("any"), new double[] {0});
        }

        @Override
        public Proposals propose(Commission commission, Policy generator) {
            return new Proposals(List.of(), List.of(), List.of());
        }
    }

    private static List<CandidateTask> bugs(PreparedRepository release, Pool pool) throws RepositoryFault, Stale {
        return List.of(
                MinedTasks.of(MinedTasksTest.good(), release, pool, Map.of(MinedTasksTest.PATH, MinedTasksTest.OLDER)));
    }

    private static TaskAuthor.Commission commission(Skill skill, int count, Set<String> taken) {
        return new TaskAuthor.Commission(
                "plant/0/TEST/lib/" + skill.id(),
                Pool.TEST,
                RELEASE,
                skill,
                count,
                taken,
                DrawKey.of(1, "propose", "x"));
    }

    @Test
    void a_release_is_answered_with_its_bugs_under_the_request() {
        var proposals = author.propose(commission(BuiltInSkills.REAL_BUG, 9, Set.of()), POLICY);

        assertThat(proposals.candidates()).singleElement().satisfies(task -> {
            assertThat(task.id()).isEqualTo("plant/0/TEST/lib/real-bug/00");
            assertThat(task.pool()).isEqualTo(Pool.TEST);
            assertThat(task.skill()).isEqualTo(BuiltInSkills.REAL_BUG.id());
        });
        assertThat(proposals.choices()).containsExactly(List.of());
    }

    @Test
    void no_more_than_asked_and_nothing_twice() {
        String known = author.propose(commission(BuiltInSkills.REAL_BUG, 1, Set.of()), POLICY)
                .candidates()
                .get(0)
                .content()
                .brief();

        assertThat(author.propose(commission(BuiltInSkills.REAL_BUG, 0, Set.of()), POLICY)
                        .candidates())
                .isEmpty();
        assertThat(author.propose(commission(BuiltInSkills.REAL_BUG, 9, Set.of(known)), POLICY)
                        .candidates())
                .isEmpty();
    }

    @Test
    void every_other_skill_is_the_other_authors() {
        assertThat(author.propose(commission(BuiltInSkills.UNGUIDED, 9, Set.of()), POLICY)
                        .candidates())
                .isEmpty();
        assertThat(author.basePolicy().features()).containsExactly("any");
    }

    @Test
    void sources_that_cannot_be_had_are_no_answer() {
        HistoricalAuthor offline = new HistoricalAuthor(
                (release, pool) -> {
                    throw new RepositoryFault("no network");
                },
                new Nothing());

        assertThatThrownBy(() -> offline.propose(commission(BuiltInSkills.REAL_BUG, 9, Set.of()), POLICY))
                .isInstanceOf(TaskAuthor.Unavailable.class)
                .hasMessage("no network");
    }
}
