package org.elenchus.tools.repair.author;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.elenchus.actors.learning.Policy;
import org.elenchus.actors.port.TaskAuthor;
import org.elenchus.protocol.DrawKey;
import org.elenchus.protocol.ProtocolJson;
import org.elenchus.protocol.skill.BuiltInSkills;
import org.elenchus.protocol.skill.Skill;
import org.elenchus.protocol.skill.SkillId;
import org.elenchus.protocol.task.CandidateTask;
import org.elenchus.protocol.task.Mutation;
import org.elenchus.protocol.task.MutationMix;
import org.elenchus.protocol.task.Pool;
import org.elenchus.protocol.task.TextEdit;
import org.elenchus.protocol.trace.Choice;
import org.elenchus.tools.repair.FakeRepository;
import org.elenchus.tools.repair.operators.Operator;
import org.elenchus.tools.repair.syntax.SourceFile;
import org.junit.jupiter.api.Test;

class EmbeddedAuthorTest {
    private final FakeRepository repository = new FakeRepository();
    private final EmbeddedAuthor author = new EmbeddedAuthor();
    private final Policy base = new Policy(author.basePolicy().weights());

    private TaskAuthor.Proposals propose(Skill skill, int count, long seed) {
        return proposeOf(repository, author, skill, count, seed);
    }

    private TaskAuthor.Proposals proposeOf(
            FakeRepository broken, EmbeddedAuthor by, Skill skill, int count, long seed) {
        DrawKey key = DrawKey.of(seed, "propose", "request");
        return by.propose(new TaskAuthor.Commission("request", Pool.TRAIN, broken, skill, count, Set.of(), key), base);
    }

    private static Skill skill(List<String> contexts, String... mutations) {
        List<Skill.Operation> operations = new ArrayList<>();
        for (String mutation : mutations) {
            operations.add(new Skill.Operation("any", mutation));
        }
        return new Skill(
                new SkillId("a-skill"),
                "A skill",
                "",
                Skill.Kind.REPAIR_STRATEGY,
                new TreeSet<>(),
                new TreeSet<>(contexts),
                operations);
    }

    @Test
    void the_skills_written_by_hand_name_operators_that_there_are_and_each_undoes_its_mutation() {
        List<Skill> written = new ArrayList<>(BuiltInSkills.WRITTEN);
        written.add(BuiltInSkills.REMOVAL);
        for (Skill skill : written) {
            assertThat(skill.operations()).isNotEmpty().allSatisfy(operation -> {
                Operator mutation = Operator.of(operation.mutation()).orElseThrow();
                assertThat(mutation.mendedBy().label()).isEqualTo(operation.repair());
            });
        }
    }

    @Test
    void candidates_apply_change_the_text_and_still_parse() throws Exception {
        Map<String, String> sources = new TreeMap<>();
        repository.files().forEach(path -> sources.put(path, repository.source(path)));
        for (CandidateTask task : propose(BuiltInSkills.UNGUIDED, 40, 1).candidates()) {
            task.breaking().applyTo(sources).forEach((path, text) -> {
                assertThat(text).isNotEqualTo(sources.get(path));
                assertThat(SourceFile.parses(text)).isTrue();
            });
            assertThat(task.tests()).isNotEmpty().isSorted().hasSizeLessThanOrEqualTo(150);
            assertThat(task.mutations()).hasSameSizeAs(task.breaking().edits());
        }
    }

    @Test
    void a_skill_decides_operators_and_contexts() {
        Skill skill = skill(List.of("if-condition", "guard"), "negate", "boundary");
        List<CandidateTask> guided = propose(skill, 12, 1).candidates();
        assertThat(guided).isNotEmpty();
        assertThat(guided)
                .allSatisfy(task -> assertThat(task.mutations()).allSatisfy(m -> {
                    assertThat(m.operator()).isIn("negate", "boundary");
                    assertThat(m.context()).isIn("if-condition", "guard");
                }));
        assertThat(propose(BuiltInSkills.UNGUIDED, 12, 1).candidates().stream()
                        .flatMap(t -> t.mutations().stream())
                        .map(Mutation::operator)
                        .distinct())
                .hasSizeGreaterThan(4);
    }

    @Test
    void a_skill_whose_contexts_do_not_occur_falls_back_to_its_operators() {
        assertThat(propose(skill(List.of("switch"), "boundary"), 5, 1).candidates())
                .isNotEmpty()
                .allSatisfy(t -> assertThat(t.mutations().getFirst().operator()).isEqualTo("boundary"));
    }

    @Test
    void a_skill_without_any_site_yields_nothing() {
        assertThat(propose(skill(List.of(), "no-such-operator"), 5, 1).candidates())
                .isEmpty();
    }

    @Test
    void no_site_is_broken_twice_and_methods_have_a_cap() {
        List<CandidateTask> tasks = propose(BuiltInSkills.UNGUIDED, 40, 3).candidates();
        TreeSet<String> contents = new TreeSet<>();
        TreeMap<String, Integer> perMethod = new TreeMap<>();
        tasks.forEach(task -> {
            assertThat(contents.add(task.content().hex())).isTrue();
            task.mutations().forEach(m -> perMethod.merge(m.path() + m.symbol(), 1, Integer::sum));
        });
        assertThat(perMethod.values()).allSatisfy(n -> assertThat(n).isLessThanOrEqualTo(2));
    }

    @Test
    void some_candidates_combine_two_mutations_in_different_methods() {
        FakeRepository shared = repository.withOneTestOfEverything();
        int both = 0;
        int all = 0;
        for (long seed = 0; seed < 12; seed++) {
            for (CandidateTask task :
                    proposeOf(shared, author, BuiltInSkills.UNGUIDED, 20, seed).candidates()) {
                all++;
                if (task.mutations().size() == 2) {
                    both++;
                    assertThat(task.mutations().get(0).symbol())
                            .isNotEqualTo(task.mutations().get(1).symbol());
                }
            }
        }
        assertThat(all).isGreaterThan(100);
        assertThat((double) both / all).isPositive().isLessThan(0.2);
    }

    @Test
    void the_same_key_gives_the_same_proposals_and_another_key_others() {
        var first = propose(BuiltInSkills.UNGUIDED, 20, 5);
        assertThat(ProtocolJson.digest(new EmbeddedAuthor()
                        .propose(
                                new TaskAuthor.Commission(
                                        "request",
                                        Pool.TRAIN,
                                        repository,
                                        BuiltInSkills.UNGUIDED,
                                        20,
                                        Set.of(),
                                        DrawKey.of(5, "propose", "request")),
                                base)))
                .isEqualTo(ProtocolJson.digest(first));
        assertThat(ProtocolJson.digest(propose(BuiltInSkills.UNGUIDED, 20, 6)))
                .isNotEqualTo(ProtocolJson.digest(first));
    }

    @Test
    void what_was_asked_before_is_not_asked_again() {
        Set<String> taken = propose(BuiltInSkills.UNGUIDED, 20, 5).candidates().stream()
                .limit(10)
                .map(task -> task.content().brief())
                .collect(Collectors.toSet());
        var again = author.propose(
                new TaskAuthor.Commission(
                        "request",
                        Pool.TRAIN,
                        repository,
                        BuiltInSkills.UNGUIDED,
                        20,
                        taken,
                        DrawKey.of(5, "propose", "request")),
                base);
        assertThat(again.candidates())
                .hasSizeGreaterThan(10)
                .allSatisfy(task -> assertThat(task.content().brief()).isNotIn(taken));
        assertThat(again.choices()).hasSameSizeAs(again.candidates());
    }

    @Test
    void a_repository_that_was_edited_is_read_again_though_its_tests_are_the_same() {
        String path = repository.files().first();
        FakeRepository edited = repository.with(path, "// edited since\n" + repository.source(path));
        assertThat(edited.summary().inventory()).isEqualTo(repository.summary().inventory());
        propose(BuiltInSkills.UNGUIDED, 1, 5);

        assertThat(proposeOf(edited, author, BuiltInSkills.UNGUIDED, 40, 5).candidates())
                .isEqualTo(proposeOf(edited, new EmbeddedAuthor(), BuiltInSkills.UNGUIDED, 40, 5)
                        .candidates());
    }

    @Test
    void choices_are_recorded_with_their_log_probability() {
        var proposals = propose(BuiltInSkills.UNGUIDED, 20, 5);
        assertThat(proposals.choices()).hasSameSizeAs(proposals.candidates());
        for (List<Choice> choices : proposals.choices()) {
            assertThat(choices).hasSizeBetween(3, 6);
            for (Choice choice : choices) {
                int[] excluded =
                        choice.excluded().stream().mapToInt(Integer::intValue).toArray();
                var set = proposals.choiceSets().get(choice.set());
                assertThat(base.logProbabilities(set, excluded)[choice.chosen()])
                        .isEqualTo(choice.logProbability());
            }
        }
    }

    @Test
    void a_trained_generator_prefers_what_it_was_trained_for() {
        double[] weights = base.weights();
        weights[author.basePolicy().features().indexOf("op:boundary")] = 8;
        DrawKey key = DrawKey.of(1, "propose", "request");
        var proposals = author.propose(
                new TaskAuthor.Commission("request", Pool.TRAIN, repository, BuiltInSkills.UNGUIDED, 6, Set.of(), key),
                new Policy(weights));
        assertThat(proposals.candidates().stream()
                        .filter(t -> t.mutations().getFirst().operator().equals("boundary")))
                .hasSizeGreaterThanOrEqualTo(4);
    }

    @Test
    void a_skewed_author_prefers_classic_mutations_to_those_like_real_fixes_by_e_to_the_fourth_and_rules_none_out() {
        var features = author.basePolicy(MutationMix.SKEWED).features();
        double[] weights = author.basePolicy(MutationMix.SKEWED).weights();

        assertThat(features).isEqualTo(author.basePolicy().features());
        assertThat(weights[features.indexOf("op:boundary")] - weights[features.indexOf("op:delete-guard")])
                .isEqualTo(4);
        assertThat(weights[features.indexOf("op:variable")]).isZero();
        for (int i = 0; i < weights.length; i++) {
            assertThat(Math.abs(weights[i]))
                    .as(features.get(i))
                    .isLessThanOrEqualTo(features.get(i).startsWith("op:") ? 2 : 0);
        }
    }

    @Test
    void a_balanced_author_prefers_nothing() {
        assertThat(author.basePolicy(MutationMix.BALANCED).weights()).containsOnly(0);
        assertThat(author.basePolicy().weights()).containsOnly(0);
    }

    @Test
    void a_skewed_author_makes_more_classic_mutations_than_a_balanced_one() {
        assertThat(classic(MutationMix.SKEWED)).isGreaterThan(classic(MutationMix.BALANCED));
    }

    private long classic(MutationMix mix) {
        DrawKey key = DrawKey.of(1, "propose", "request");
        return author
                .propose(
                        new TaskAuthor.Commission(
                                "request", Pool.TRAIN, repository, BuiltInSkills.UNGUIDED, 8, Set.of(), key),
                        new Policy(author.basePolicy(mix).weights()))
                .candidates()
                .stream()
                .filter(task -> Set.of("boundary", "negate", "logic", "arithmetic", "assignment", "constant", "boolean")
                        .contains(task.mutations().getFirst().operator()))
                .count();
    }

    @Test
    void the_statement_names_the_behaviour_but_not_the_break() {
        for (CandidateTask task : propose(BuiltInSkills.UNGUIDED, 20, 2).candidates()) {
            for (Mutation mutation : task.mutations()) {
                assertThat(task.statement()).contains(mutation.symbol().split("\\.")[0]);
                assertThat(task.statement())
                        .doesNotContain(" " + mutation.operator() + " ")
                        .doesNotContain("line");
            }
            assertThat(task.breaking().edits().stream().map(TextEdit::removed).filter(r -> r.length() > 12))
                    .allSatisfy(r -> assertThat(task.statement()).doesNotContain(r));
        }
    }
}
