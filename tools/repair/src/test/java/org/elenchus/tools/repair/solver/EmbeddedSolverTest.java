package org.elenchus.tools.repair.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.elenchus.actors.learning.Policy;
import org.elenchus.actors.port.Problem;
import org.elenchus.actors.port.SolverAgent;
import org.elenchus.protocol.DrawKey;
import org.elenchus.protocol.ProtocolJson;
import org.elenchus.protocol.execution.Execution;
import org.elenchus.protocol.execution.ExecutionRequest;
import org.elenchus.protocol.execution.Overlay;
import org.elenchus.protocol.execution.TestRun;
import org.elenchus.protocol.learning.PolicyWeights;
import org.elenchus.protocol.repository.TestId;
import org.elenchus.protocol.task.Patch;
import org.elenchus.protocol.trace.Choice;
import org.elenchus.protocol.trace.ChoiceSet;
import org.elenchus.protocol.trace.Step;
import org.elenchus.tools.repair.FakeRepository;
import org.elenchus.tools.repair.ScriptedSandbox;
import org.junit.jupiter.api.Test;

class EmbeddedSolverTest {
    private static final String LEDGER = "sample/Ledger.java";
    private static final TestId BOOK = TestId.parse("sample.LedgerTest#bookWorks()");
    private static final TestId TOTAL = TestId.parse("sample.LedgerTest#totalWorks()");
    private static final DrawKey KEY = DrawKey.of(7, "solve", "task");

    private final FakeRepository repository = new FakeRepository();
    private final EmbeddedSolver solver = new EmbeddedSolver();
    private final Policy base = new Policy(solver.basePolicy().weights());

    private final String original = repository.source(LEDGER);
    private final String badTotal = original.replace("sum += value", "sum -= value");
    private final String badBoth = badTotal.replace("amount == 0", "amount != 0");

    /** Each test judges its own fault. */
    private static final BiPredicate<TestId, SortedMap<String, String>> FAULTS = (test, sources) -> test.equals(TOTAL)
            ? sources.get(LEDGER).contains("sum += value")
            : sources.get(LEDGER).contains("amount == 0");

    private Problem problem(String broken, ScriptedSandbox sandbox, TestId... failing) {
        return problem(repository, broken, sandbox, failing);
    }

    private static Problem problem(
            FakeRepository repository, String broken, ScriptedSandbox sandbox, TestId... failing) {
        SortedMap<String, String> overlay = new TreeMap<>(Map.of(LEDGER, broken));
        List<TestRun> runs =
                Arrays.stream(failing).map(t -> new TestRun(t, 1000)).toList();
        var digest = repository.summary().snapshot();
        var seen =
                (Execution.TestsRan) sandbox.execute(new ExecutionRequest(digest, new Overlay(overlay), runs, false));
        return new Problem("task", digest, repository.brokenBy(overlay), "broken", runs, seen.results());
    }

    private SolverAgent.Rollouts attempt(String broken, int rollouts, int edits, TestId... failing) throws Exception {
        ScriptedSandbox sandbox = new ScriptedSandbox(repository, FAULTS);
        return solver.attempt(problem(broken, sandbox, failing), base, rollouts, edits, KEY, sandbox);
    }

    private static Patch submitted(List<Step> rollout) {
        return ((Step.Submit) rollout.getLast()).patch();
    }

    @Test
    void finds_a_repair_that_makes_the_failing_test_pass() throws Exception {
        var rollouts = attempt(badTotal, 4, 60, TOTAL);
        boolean repaired = false;
        for (List<Step> rollout : rollouts.rollouts()) {
            Map<String, String> fixed = submitted(rollout).applyTo(Map.of(LEDGER, badTotal));
            repaired |= fixed.getOrDefault(LEDGER, badTotal).contains("sum += value");
        }
        assertThat(repaired).isTrue();
    }

    @Test
    void a_rollout_ends_with_its_only_submission() throws Exception {
        for (List<Step> rollout : attempt(badTotal, 4, 5, TOTAL).rollouts()) {
            assertThat(rollout.getFirst()).isInstanceOf(Step.Inspect.class);
            assertThat(rollout.stream().filter(s -> s instanceof Step.Submit)).hasSize(1);
            assertThat(rollout.getLast()).isInstanceOf(Step.Submit.class);
            assertThat(rollout.stream().filter(s -> s instanceof Step.Edit)).hasSizeLessThanOrEqualTo(5);
        }
    }

    @Test
    void keeps_a_partial_repair_and_submits_both_against_the_broken_text() throws Exception {
        var rollouts = attempt(badBoth, 6, 250, TOTAL, BOOK);
        boolean whole = false;
        for (List<Step> rollout : rollouts.rollouts()) {
            String fixed = submitted(rollout).applyTo(Map.of(LEDGER, badBoth)).getOrDefault(LEDGER, badBoth);
            whole |= fixed.contains("sum += value") && fixed.contains("amount == 0");
        }
        assertThat(whole).isTrue();
        assertThat(rollouts.rollouts().stream()
                        .flatMap(List::stream)
                        .anyMatch(s -> s instanceof Step.Test t && t.kept() && t.failed() > 0))
                .isTrue();
    }

    @Test
    void the_same_key_gives_the_same_rollouts() throws Exception {
        assertThat(ProtocolJson.digest(attempt(badBoth, 3, 8, TOTAL, BOOK)))
                .isEqualTo(ProtocolJson.digest(attempt(badBoth, 3, 8, TOTAL, BOOK)));
    }

    @Test
    void a_rollout_does_not_depend_on_how_many_others_there_are() throws Exception {
        var few = attempt(badTotal, 1, 8, TOTAL);
        var many = attempt(badTotal, 3, 8, TOTAL);
        assertThat(many.rollouts().getFirst()).isEqualTo(few.rollouts().getFirst());
    }

    @Test
    void choices_name_rows_that_exist_and_were_not_excluded_with_their_log_probability() throws Exception {
        var rollouts = attempt(badTotal, 4, 30, TOTAL);
        for (List<Step> rollout : rollouts.rollouts()) {
            TreeSet<String> tried = new TreeSet<>();
            for (Step step : rollout) {
                if (step instanceof Step.Localise l) {
                    verify(l.choice(), rollouts);
                } else if (step instanceof Step.Edit e) {
                    verify(e.choice(), rollouts);
                    assertThat(tried.add(e.edit().toString()))
                            .as("tried once: %s", e.edit())
                            .isTrue();
                }
            }
        }
    }

    private void verify(Choice choice, SolverAgent.Rollouts rollouts) {
        ChoiceSet set = rollouts.choiceSets().get(choice.set());
        assertThat(choice.excluded()).isSorted().doesNotContain(choice.chosen());
        int[] excluded = choice.excluded().stream().mapToInt(Integer::intValue).toArray();
        assertThat(base.logProbabilities(set, excluded)[choice.chosen()]).isEqualTo(choice.logProbability());
        for (int[] row : set.rows()) {
            assertThat(row).isSorted().doesNotHaveDuplicates();
            assertThat(row[row.length - 1]).isLessThan(base.size());
        }
    }

    @Test
    void features_are_named_once_and_few_enough_to_read() {
        PolicyWeights weights = solver.basePolicy();
        assertThat(weights.features()).doesNotHaveDuplicates().hasSizeBetween(1000, 2000);
        assertThat(weights.features())
                .contains("edit:negate", "edit:negate&if-condition", "edit:negate&fail=assertion");
        assertThat(weights.features()).contains("loc:if-condition&fail=assertion", "loc:stack=top-line");
    }

    @Test
    void the_base_policy_gives_each_operator_about_the_same_chance() throws Exception {
        var rollouts = attempt(badTotal, 4, 30, TOTAL);
        List<String> names = solver.basePolicy().features();
        int menus = 0;
        for (ChoiceSet set : rollouts.choiceSets()) {
            boolean edits =
                    Arrays.stream(set.rows()[0]).anyMatch(f -> names.get(f).startsWith("edit:"));
            if (edits) {
                menus++;
                TreeMap<String, Double> mass = new TreeMap<>();
                double[] log = base.logProbabilities(set, new int[0]);
                double further = 0;
                for (int i = 0; i < log.length; i++) {
                    if (Arrays.stream(set.rows()[i]).mapToObj(names::get).anyMatch("edit:further"::equals)) {
                        further += Math.exp(log[i]);
                        continue;
                    }
                    String operator = Arrays.stream(set.rows()[i])
                            .mapToObj(names::get)
                            .filter(n -> n.matches("edit:[a-z-]+"))
                            .filter(n -> !n.startsWith("edit:ingredient") && !n.equals("edit:similar-name"))
                            .findFirst()
                            .orElseThrow();
                    mass.merge(operator, Math.exp(log[i]), Double::sum);
                }
                assertThat(further).isLessThan(0.25);
                double fair = (1 - further) / mass.size();
                assertThat(mass.values()).allSatisfy(m -> assertThat(m).isBetween(fair / 2, fair * 2));
            }
        }
        assertThat(menus).isPositive();
    }

    @Test
    void submits_nothing_when_nothing_is_suspected() throws Exception {
        ScriptedSandbox sandbox = new ScriptedSandbox(repository, (test, sources) -> false);
        TestId unknown = TestId.parse("sample.OtherTest#reachesNothing()");
        var rollouts = solver.attempt(problem(badTotal, sandbox, unknown), base, 2, 5, KEY, sandbox);
        assertThat(rollouts.rollouts())
                .hasSize(2)
                .allSatisfy(r -> assertThat(submitted(r)).isEqualTo(Patch.EMPTY));
    }

    @Test
    void searches_with_few_tests_and_submits_only_after_all_pass() throws Exception {
        TestId[] many = new TestId[30];
        for (int i = 0; i < many.length; i++) {
            many[i] = TestId.parse("sample.LedgerTest#total" + (char) ('a' + i) + "()");
        }
        FakeRepository manyTests = repository.withTestsLike(TOTAL, List.of(many));
        ScriptedSandbox sandbox = new ScriptedSandbox(
                manyTests, (test, sources) -> sources.get(LEDGER).contains("sum += value"));
        List<TestRun> runs = Arrays.stream(many).map(t -> new TestRun(t, 1000)).toList();
        assertThat(Probe.of(runs)).hasSize(12).isSubsetOf(runs);
        Problem problem = problem(manyTests, badTotal, sandbox, many);
        sandbox.requests.clear();
        var rollouts = solver.attempt(problem, base, 4, 60, KEY, sandbox).rollouts();

        List<Patch> submitted = rollouts.stream()
                .map(EmbeddedSolverTest::submitted)
                .filter(patch -> !patch.equals(Patch.EMPTY))
                .toList();
        List<ExecutionRequest> whole = sandbox.requests.stream()
                .filter(request -> request.tests().size() > Probe.SIZE)
                .toList();
        assertThat(whole).allSatisfy(request -> assertThat(request.tests()).isEqualTo(runs));
        List<String> wholly = whole.stream()
                .map(request -> request.overlay().files().get(LEDGER))
                .toList();
        assertThat(submitted).isNotEmpty().allSatisfy(patch -> {
            String fixed = patch.applyTo(Map.of(LEDGER, badTotal)).get(LEDGER);
            assertThat(fixed).contains("sum += value").isIn(wholly);
        });
        assertThat(wholly)
                .as("asked only of what passes the probe")
                .allSatisfy(text -> assertThat(text).contains("sum += value"));
    }

    @Test
    void refuses_a_policy_of_another_size() {
        ScriptedSandbox sandbox = new ScriptedSandbox(repository, FAULTS);
        assertThatThrownBy(() -> solver.attempt(
                        problem(badTotal, sandbox, TOTAL), new Policy(new double[3]), 1, 1, KEY, sandbox))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("a policy of 3 weights", "begin a new run");
    }
}
