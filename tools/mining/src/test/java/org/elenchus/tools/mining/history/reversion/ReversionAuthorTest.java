package org.elenchus.tools.mining.history.reversion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.elenchus.actors.gates.Gates;
import org.elenchus.actors.learning.Policy;
import org.elenchus.actors.port.PreparedRepository;
import org.elenchus.actors.port.Repositories;
import org.elenchus.actors.port.RepositoryFault;
import org.elenchus.actors.port.Sandbox;
import org.elenchus.actors.port.TaskAuthor;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.DrawKey;
import org.elenchus.protocol.execution.CoveredLines;
import org.elenchus.protocol.learning.PolicyWeights;
import org.elenchus.protocol.learning.Role;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.protocol.repository.RepositorySummary;
import org.elenchus.protocol.repository.TestFacts;
import org.elenchus.protocol.repository.TestId;
import org.elenchus.protocol.skill.BuiltInSkills;
import org.elenchus.protocol.skill.Skill;
import org.elenchus.protocol.task.CandidateTask;
import org.elenchus.protocol.task.Mutation;
import org.elenchus.protocol.task.MutationMix;
import org.elenchus.protocol.task.Patch;
import org.elenchus.protocol.task.Pool;
import org.elenchus.protocol.task.Task;
import org.elenchus.protocol.task.TextEdit;
import org.elenchus.protocol.task.Verdict;
import org.elenchus.tools.mining.history.search.TwoReleases;
import org.elenchus.tools.mining.inventory.StoredRepository;
import org.elenchus.tools.mining.suite.SuiteFindings.Trusted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReversionAuthorTest {
    private static final String PATH = "org/x/A.java";
    private static final Policy POLICY = new Policy(new double[] {0});
    private static final String NEWER = """
            package org.x;

            class A {
                int f(int a) {
                    if (a < 0) {
                        return 0;
                    }
                    int b = a + 1;
                    return b * 2;
                }

                int g(int a) {
                    return a + 3;
                }

                int h(int a) {
                    return a - 4;
                }
            }
            """;

    /** Two hunks in f, one in g; one in h that no test reaches. */
    private static final String OLDER = NEWER.replace("a < 0", "a == 0")
            .replace("b * 2", "b * 3")
            .replace("a + 3", "a + 4")
            .replace("a - 4", "a - 5");

    @TempDir
    Path folder;

    /** Takes something away, as often as asked. */
    private static final class Remover implements TaskAuthor {
        private final List<Skill> asked = new ArrayList<>();

        @Override
        public PolicyWeights basePolicy(MutationMix mutations) {
            return new PolicyWeights(Role.GENERATOR, List.of("any"), new double[] {0});
        }

        @Override
        public Proposals propose(Commission commission, Policy generator) {
            asked.add(commission.skill());
            return Proposals.undrawn(IntStream.range(0, commission.count())
                    .mapToObj(i -> new CandidateTask(
                            commission.candidateId(i),
                            commission.pool(),
                            commission.repository().summary().coordinate(),
                            commission.repository().summary().snapshot(),
                            commission.skill().id(),
                            new Patch(List.of(new TextEdit(PATH, i, "x", ""))),
                            List.of(new Mutation("delete-statement", "block", PATH, 1, "A.f")),
                            "f",
                            List.of()))
                    .toList());
        }
    }

    private static PreparedRepository release() {
        return release(NEWER);
    }

    private static PreparedRepository release(String text) {
        return new StoredRepository(
                new RepositorySummary(
                        new RepositoryCoordinate("maven:org.t:lib:2"),
                        Digest.of(text),
                        Digest.of("inventory"),
                        1,
                        5,
                        3,
                        List.of()),
                new TreeMap<>(Map.of(PATH, text)),
                List.of(trusted("f", 5, 6, 8, 9), trusted("both", 5, 6, 8, 9, 13), trusted("g", 13)));
    }

    private static Trusted trusted(String name, Integer... lines) {
        return new Trusted(
                new TestFacts(TestId.parse("org.x.ATest#" + name + "()"), 10),
                List.of(new CoveredLines(PATH, List.of(lines))));
    }

    private static TaskAuthor.Commission commission(
            PreparedRepository release, Skill skill, int count, long seed, Set<String> taken) {
        return new TaskAuthor.Commission(
                "generate/1/TRAIN/lib/" + skill.id(),
                Pool.TRAIN,
                release,
                skill,
                count,
                taken,
                DrawKey.of(seed, "propose", "x"));
    }

    private static List<CandidateTask> proposed(int count, long seed, Set<String> taken) {
        return author(new Remover())
                .propose(commission(release(), BuiltInSkills.REVERSION, count, seed, taken), POLICY)
                .candidates();
    }

    private static ReversionAuthor author(TaskAuthor others) {
        return new ReversionAuthor(release -> new TreeMap<>(Map.of(PATH, OLDER)), others);
    }

    private static List<String> operators(CandidateTask task) {
        return task.mutations().stream().map(Mutation::operator).toList();
    }

    @Test
    void a_hunk_between_two_real_releases_is_taken_back_and_passes_the_gates() throws Exception {
        try (TwoReleases world = new TwoReleases(folder);
                Sandbox sandbox = world.sandboxes().open()) {
            Repositories repositories = world.repositories();
            PreparedRepository newer = repositories.open(
                    repositories.prepare(TwoReleases.PAIR.newer(), sandbox).snapshot());
            TaskAuthor author = new ReversionAuthor(world.previous()::before, new Remover());

            List<CandidateTask> candidates = author.propose(
                            commission(newer, BuiltInSkills.REVERSION, 3, 1, Set.of()), POLICY)
                    .candidates();

            assertThat(candidates).hasSize(3).allMatch(task -> operators(task).equals(List.of("reversion")));
            List<Verdict.Valid> valid = new ArrayList<>();
            for (CandidateTask candidate : candidates) {
                if (new Gates(world.artifacts()).judge(candidate, newer, sandbox) instanceof Verdict.Valid passed) {
                    valid.add(passed);
                }
            }
            assertThat(valid).as("two of the hunks only look different").hasSize(1);
            Task task = world.artifacts().get(valid.getFirst().task(), Task.class);
            assertThat(task.skill()).isEqualTo(BuiltInSkills.REVERSION.id());
            assertThat(task.mutations().getFirst().symbol()).isEqualTo("Basket.add");
            assertThat(task.verifier().failToPass())
                    .extracting(run -> run.test())
                    .containsExactly(TestId.parse("org.x.BasketTest#no_name_is_refused()"));
        }
    }

    @Test
    void hunks_come_alone_first_then_together_then_in_pairs_and_removal_fills_up() {
        List<CandidateTask> all = proposed(9, 1, Set.of());

        assertThat(all).hasSize(9);
        assertThat(all.subList(0, 3))
                .extracting(task -> task.breaking().edits().size())
                .containsOnly(1);
        assertThat(all.get(3).mutations()).hasSize(1);
        assertThat(all.get(3).breaking().edits()).as("both hunks of f").hasSize(2);
        assertThat(all.subList(4, 6))
                .as("g's hunk with each of f's; never those of f with each other")
                .allSatisfy(task -> assertThat(task.mutations())
                        .extracting(Mutation::symbol)
                        .containsExactlyInAnyOrder("A.f", "A.g"));
        assertThat(all.subList(6, 9)).allMatch(task -> operators(task).equals(List.of("delete-statement")));
        assertThat(all).extracting(CandidateTask::id).doesNotHaveDuplicates().isSorted();
        assertThat(all)
                .as("who was asked answers for them")
                .allMatch(task -> task.skill().equals(BuiltInSkills.REVERSION.id()));
    }

    @Test
    void what_no_test_reaches_is_not_taken_back() {
        assertThat(proposed(9, 1, Set.of()))
                .flatMap(CandidateTask::mutations)
                .extracting(Mutation::symbol)
                .doesNotContain("A.h");
    }

    @Test
    void the_same_key_draws_the_same_and_another_another_order() {
        assertThat(proposed(9, 1, Set.of())).isEqualTo(proposed(9, 1, Set.of()));
        assertThat(IntStream.range(0, 8)
                        .mapToObj(seed -> proposed(1, seed, Set.of()).getFirst().content())
                        .distinct())
                .hasSizeGreaterThan(1);
    }

    @Test
    void what_is_taken_is_not_taken_back_again() {
        Set<String> taken = proposed(4, 1, Set.of()).stream()
                .map(task -> task.content().brief())
                .collect(Collectors.toSet());

        assertThat(proposed(2, 2, taken)).hasSize(2).allSatisfy(task -> {
            assertThat(task.mutations()).hasSize(2);
            assertThat(taken).doesNotContain(task.content().brief());
        });
    }

    @Test
    void a_repository_that_was_edited_is_read_again_though_its_tests_are_the_same() {
        ReversionAuthor author = author(new Remover());
        author.propose(commission(release(), BuiltInSkills.REVERSION, 9, 1, Set.of()), POLICY);
        String edited = NEWER.replace("a + 3", "a + 30");

        assertThat(author.propose(commission(release(edited), BuiltInSkills.REVERSION, 9, 1, Set.of()), POLICY)
                        .candidates())
                .isEqualTo(author(new Remover())
                        .propose(commission(release(edited), BuiltInSkills.REVERSION, 9, 1, Set.of()), POLICY)
                        .candidates());
    }

    @Test
    void a_repository_without_a_release_before_gets_removal_alone() {
        Remover remover = new Remover();
        ReversionAuthor author = new ReversionAuthor(release -> new TreeMap<>(), remover);

        assertThat(author.propose(commission(release(), BuiltInSkills.REVERSION, 4, 1, Set.of()), POLICY)
                        .candidates())
                .hasSize(4);
        author.propose(commission(release(), BuiltInSkills.UNGUIDED, 1, 1, Set.of()), POLICY);
        assertThat(remover.asked).containsExactly(BuiltInSkills.REMOVAL, BuiltInSkills.UNGUIDED);
    }

    @Test
    void a_release_that_cannot_be_looked_up_is_no_answer() {
        ReversionAuthor author = new ReversionAuthor(
                release -> {
                    throw new RepositoryFault("no network");
                },
                new Remover());

        assertThatThrownBy(() -> author.propose(commission(release(), BuiltInSkills.REVERSION, 4, 1, Set.of()), POLICY))
                .isInstanceOf(TaskAuthor.Unavailable.class)
                .hasMessage("no network");
    }
}
