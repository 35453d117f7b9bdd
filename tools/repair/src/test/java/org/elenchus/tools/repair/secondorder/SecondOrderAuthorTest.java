package org.elenchus.tools.repair.secondorder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.elenchus.actors.learning.Policy;
import org.elenchus.actors.port.TaskAuthor;
import org.elenchus.actors.port.TaskAuthor.Attempted;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.DrawKey;
import org.elenchus.protocol.skill.BuiltInSkills;
import org.elenchus.protocol.skill.Skill;
import org.elenchus.protocol.task.CandidateTask;
import org.elenchus.protocol.task.Mutation;
import org.elenchus.protocol.task.Pool;
import org.elenchus.protocol.task.Task;
import org.elenchus.protocol.task.TextEdit;
import org.elenchus.protocol.task.Verifier;
import org.elenchus.protocol.trace.Choice;
import org.elenchus.protocol.trace.RewardVector;
import org.elenchus.protocol.trace.Step;
import org.elenchus.protocol.trace.Trace;
import org.elenchus.tools.repair.FakeRepository;
import org.elenchus.tools.repair.author.EmbeddedAuthor;
import org.elenchus.tools.repair.syntax.SourceFile;
import org.junit.jupiter.api.Test;

class SecondOrderAuthorTest {
    private static final RewardVector FAILED = new RewardVector(0, 0, 1);
    private static final RewardVector SOLVED = new RewardVector(1, 1, 1);

    private final FakeRepository repository = new FakeRepository();
    private final SecondOrderAuthor author = new SecondOrderAuthor(new EmbeddedAuthor());
    private final Policy base = new Policy(author.basePolicy().weights());
    private final Task task = task();

    private TaskAuthor.Commission commission(
            Skill skill, int count, long seed, Set<String> taken, Attempted... attempted) {
        return new TaskAuthor.Commission(
                "generate/2/TRAIN/sample/" + skill.id(),
                Pool.TRAIN,
                repository,
                skill,
                count,
                taken,
                List.of(attempted),
                DrawKey.of(seed, "propose", "x"));
    }

    private List<CandidateTask> proposed(int count, long seed, Set<String> taken, Attempted... attempted) {
        return author.propose(commission(BuiltInSkills.SECOND_ORDER, count, seed, taken, attempted), base)
                .candidates();
    }

    private Task task() {
        CandidateTask made = author.propose(commission(BuiltInSkills.UNGUIDED, 1, 1, Set.of()), base)
                .candidates()
                .getFirst();
        return new Task(
                made.id(),
                made.pool(),
                made.repository(),
                made.snapshot(),
                made.skill(),
                made.breaking(),
                made.mutations(),
                made.statement(),
                new Verifier(List.of(repository.budgeted(made.tests().getFirst())), List.of()),
                List.of());
    }

    private String broken() throws Exception {
        String path = task.breaking().edits().getFirst().path();
        return String.valueOf(task.breaking()
                .applyTo(new TreeMap<>(Map.of(path, repository.source(path))))
                .get(path));
    }

    /** An attempt that put something at the end of the file, as a patch of the broken state. */
    private TextEdit attempt(String inserted) throws Exception {
        return new TextEdit(task.breaking().edits().getFirst().path(), broken().length(), "", inserted);
    }

    private static List<Step> tried(TextEdit edit, boolean compiled, int failed, boolean kept) {
        List<Step> steps = new ArrayList<>();
        steps.add(new Step.Edit(new Choice(0, 0, List.of(), 0), "wrap", "call", edit));
        steps.add(new Step.Compile(compiled, List.of()));
        if (compiled) {
            steps.add(new Step.Test(1, failed, "", kept));
        }
        return steps;
    }

    @SafeVarargs
    private Attempted rollout(RewardVector rewards, List<Step>... tries) {
        List<Step> steps = new ArrayList<>();
        List.of(tries).forEach(steps::addAll);
        return new Attempted(task, List.of(new Trace("g/0", task.id(), steps, rewards)));
    }

    private String textOf(CandidateTask candidate) throws Exception {
        String path = candidate.breaking().paths().getFirst();
        return String.valueOf(candidate
                .breaking()
                .applyTo(new TreeMap<>(Map.of(path, repository.source(path))))
                .get(path));
    }

    @Test
    void a_second_order_task_is_the_broken_state_with_the_failed_patch_in_it() throws Exception {
        CandidateTask sequel = proposed(1, 1, Set.of(), rollout(FAILED, tried(attempt("// tried\n"), true, 1, false)))
                .getFirst();

        assertThat(textOf(sequel)).isEqualTo(broken() + "// tried\n");
        assertThat(sequel.skill()).isEqualTo(BuiltInSkills.SECOND_ORDER.id());
        assertThat(sequel.mutations()).startsWith(task.mutations().toArray(Mutation[]::new));
        assertThat(sequel.mutations().getLast().operator()).isEqualTo("failed-patch");
        assertThat(sequel.tests())
                .contains(task.verifier().failToPass().getFirst().test());
        assertThat(sequel.content()).isNotEqualTo(Digest.of("task"));
    }

    @Test
    void what_was_left_behind_is_named_by_the_method_it_is_in() throws Exception {
        var other = SourceFile.parse(broken()).orElseThrow().places().stream()
                .filter(place -> task.mutations().stream()
                        .noneMatch(mutation ->
                                mutation.symbol().equals(place.method().symbol())))
                .findFirst()
                .orElseThrow();
        int line = broken().lines()
                .limit(other.firstLine() - 1L)
                .mapToInt(text -> text.length() + 1)
                .sum();
        TextEdit inside = new TextEdit(task.breaking().edits().getFirst().path(), line, "", "/* tried */");

        assertThat(proposed(1, 1, Set.of(), rollout(FAILED, tried(inside, true, 1, false)))
                        .getFirst()
                        .mutations()
                        .getLast()
                        .symbol())
                .isEqualTo(other.method().symbol());
    }

    @Test
    void what_was_kept_is_part_of_what_came_after_it() throws Exception {
        TextEdit kept = attempt("// kept\n");
        TextEdit next =
                new TextEdit(kept.path(), kept.offset() + kept.inserted().length(), "", "// more\n");
        List<CandidateTask> sequels =
                proposed(2, 1, Set.of(), rollout(FAILED, tried(kept, true, 1, true), tried(next, true, 1, false)));

        assertThat(List.of(textOf(sequels.get(0)), textOf(sequels.get(1))))
                .containsExactlyInAnyOrder(broken() + "// kept\n", broken() + "// kept\n// more\n");
    }

    @Test
    void what_did_not_compile_or_mended_or_ended_well_is_no_failed_patch_and_removal_fills_up() throws Exception {
        List<CandidateTask> candidates = proposed(
                6,
                1,
                Set.of(),
                rollout(FAILED, tried(attempt("// a\n"), false, 1, false), tried(attempt("// b\n"), true, 0, false)),
                rollout(SOLVED, tried(attempt("// c\n"), true, 1, false)));

        assertThat(candidates)
                .hasSize(6)
                .allSatisfy(candidate -> assertThat(candidate.mutations())
                        .extracting(Mutation::operator)
                        .doesNotContain("failed-patch"));
        assertThat(candidates).extracting(CandidateTask::id).doesNotHaveDuplicates();
    }

    @Test
    void the_same_key_draws_the_same_and_nothing_comes_twice() throws Exception {
        Attempted attempted = rollout(
                FAILED,
                tried(attempt("// a\n"), true, 1, false),
                tried(attempt("// b\n"), true, 1, false),
                tried(attempt("// a\n"), true, 1, false));
        List<CandidateTask> all = proposed(9, 1, Set.of(), attempted);

        assertThat(all).isEqualTo(proposed(9, 1, Set.of(), attempted)).hasSize(9);
        assertThat(all)
                .filteredOn(
                        candidate -> candidate.mutations().getLast().operator().equals("failed-patch"))
                .hasSize(2);
        assertThat(all).extracting(CandidateTask::content).doesNotHaveDuplicates();
        assertThat(proposed(
                                1,
                                1,
                                Set.of(
                                        all.get(0).content().brief(),
                                        all.get(1).content().brief()),
                                attempted)
                        .getFirst()
                        .mutations())
                .extracting(Mutation::operator)
                .doesNotContain("failed-patch");
    }
}
