package org.elenchus.tools.simulation.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.elenchus.actors.gates.Gates;
import org.elenchus.actors.learning.Policy;
import org.elenchus.actors.port.Artifacts;
import org.elenchus.actors.port.PreparedRepository;
import org.elenchus.actors.port.Sandbox;
import org.elenchus.actors.port.SandboxFault;
import org.elenchus.actors.port.TaskAuthor;
import org.elenchus.actors.slot.Work;
import org.elenchus.actors.slot.WorkResult;
import org.elenchus.actors.slot.Workbench;
import org.elenchus.actors.slot.Workshop;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.DrawKey;
import org.elenchus.protocol.ProtocolJson;
import org.elenchus.protocol.execution.ExecutionRequest;
import org.elenchus.protocol.execution.Overlay;
import org.elenchus.protocol.execution.TestRun;
import org.elenchus.protocol.learning.PolicyWeights;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.protocol.skill.BuiltInSkills;
import org.elenchus.protocol.task.CandidateTask;
import org.elenchus.protocol.task.Gate;
import org.elenchus.protocol.task.Pool;
import org.elenchus.protocol.task.Verdict;
import org.elenchus.protocol.trace.TraceGroup;
import org.junit.jupiter.api.Test;

class LoadTest {
    private static final Load AT_ONCE = new Load(1, 5, 8, 6, new Latency(1, 0, 0));

    private final Map<Digest, Object> stored = new HashMap<>();
    private final ExecutionMeter meter = new ExecutionMeter();
    private final Workbench workbench = AT_ONCE.workbench(
            new Artifacts() {
                @Override
                public Digest put(Object value) {
                    Digest digest = ProtocolJson.digest(value);
                    stored.put(digest, value);
                    return digest;
                }

                @Override
                public <T> T get(Digest digest, Class<T> type) {
                    return type.cast(stored.get(digest));
                }
            },
            meter);

    private final RepositoryCoordinate coordinate =
            AT_ONCE.run(0).pools().train().get(0);

    private List<CandidateTask> candidates(int count) {
        PreparedRepository repository =
                workbench.repositories().open(Field.summary(coordinate).snapshot());
        return workbench
                .author()
                .propose(
                        new TaskAuthor.Commission(
                                "ask",
                                Pool.TRAIN,
                                repository,
                                BuiltInSkills.UNGUIDED,
                                count,
                                Set.of(),
                                DrawKey.of(1, "test")),
                        policy(workbench.author().basePolicy()))
                .candidates();
    }

    private static Policy policy(PolicyWeights weights) {
        return new Policy(weights.weights());
    }

    private Map<CandidateTask, Verdict> judged(int count) throws Exception {
        Map<CandidateTask, Verdict> verdicts = new HashMap<>();
        Workshop workshop = new Workshop(workbench, new Gates(workbench.artifacts())::judge);
        for (CandidateTask candidate : candidates(count)) {
            WorkResult result = workshop.perform(
                    new Work.JudgeCandidate(
                            "w", candidate.id(), workbench.artifacts().put(candidate)),
                    workbench.sandboxes().open());
            verdicts.put(candidate, ((WorkResult.CandidateJudged) result).verdict());
        }
        return verdicts;
    }

    @Test
    void its_candidates_pass_the_products_gates_unless_no_test_sees_the_break() throws Exception {
        Map<CandidateTask, Verdict> verdicts = judged(60);

        assertThat(verdicts).hasSize(60);
        assertThat(verdicts.values()).hasAtLeastOneElementOfType(Verdict.Valid.class);
        assertThat(verdicts.values())
                .filteredOn(verdict -> !(verdict instanceof Verdict.Valid))
                .isNotEmpty()
                .allSatisfy(verdict ->
                        assertThat(((Verdict.Rejected) verdict).gate()).isEqualTo(Gate.SEMANTICS));
    }

    @Test
    void its_solver_is_graded_by_the_product_and_every_execution_is_counted() throws Exception {
        Verdict.Valid valid = (Verdict.Valid) judged(20).values().stream()
                .filter(Verdict.Valid.class::isInstance)
                .findFirst()
                .orElseThrow();
        Digest policy = workbench.artifacts().put(workbench.solver().basePolicy());
        long before = meter.executions();

        WorkResult.GroupAttempted attempted =
                (WorkResult.GroupAttempted) new Workshop(workbench, new Gates(workbench.artifacts())::judge)
                        .perform(
                                new Work.AttemptTask("w", "g", valid.candidate(), valid.task(), policy, 40, 8, 7),
                                workbench.sandboxes().open());

        TraceGroup group = workbench.artifacts().get(attempted.group().artifact(), TraceGroup.class);
        assertThat(attempted.group().solved())
                .as("with as many edits as operators")
                .isEqualTo(40);
        long tried = group.traces().stream()
                .mapToLong(trace -> trace.steps().size() / 2)
                .sum();
        assertThat(meter.executions() - before).isEqualTo(tried + 40);
    }

    @Test
    void fewer_edits_than_operators_solve_some_rollouts_and_not_others() throws Exception {
        Verdict.Valid valid = (Verdict.Valid) judged(20).values().stream()
                .filter(Verdict.Valid.class::isInstance)
                .findFirst()
                .orElseThrow();
        Digest policy = workbench.artifacts().put(workbench.solver().basePolicy());

        WorkResult.GroupAttempted attempted =
                (WorkResult.GroupAttempted) new Workshop(workbench, new Gates(workbench.artifacts())::judge)
                        .perform(
                                new Work.AttemptTask("w", "g", valid.candidate(), valid.task(), policy, 60, 2, 7),
                                workbench.sandboxes().open());

        assertThat(attempted.group().solved()).isBetween(1, 59);
    }

    @Test
    void runs_of_different_numbers_are_different_runs_on_repositories_every_node_knows() {
        Set<String> ids = new HashSet<>();
        for (int number = 0; number < 50; number++) {
            var run = AT_ONCE.run(number);
            ids.add(run.runId());
            assertThat(run.pools().all())
                    .allSatisfy(repository -> assertThat(workbench
                                    .repositories()
                                    .open(Field.summary(repository).snapshot())
                                    .summary()
                                    .coordinate())
                            .isEqualTo(repository));
        }
        assertThat(ids).hasSize(50);
        assertThat(AT_ONCE.run(3)).isEqualTo(AT_ONCE.run(3));
    }

    @Test
    void a_latency_stays_in_its_range_and_belongs_to_what_is_executed() {
        Latency latency = new Latency(3, 100, 0.1);

        List<Long> drawn = IntStream.range(0, 500)
                .mapToObj(i -> latency.nanos(Digest.of("execution " + i)))
                .toList();

        assertThat(drawn).allSatisfy(nanos -> assertThat(nanos).isBetween(90_000_000L, 110_000_000L));
        assertThat(new HashSet<>(drawn)).hasSizeGreaterThan(400);
        assertThat(latency.nanos(Digest.of("execution 7"))).isEqualTo(drawn.get(7));
        assertThat(new Latency(3, 0, 0.1).nanos(Digest.of("x"))).isZero();
    }

    @Test
    void a_sandbox_that_is_closed_while_it_executes_is_a_fault() throws Exception {
        Sandbox slow = new TimedSandbox(new Latency(1, 1e8, 0), meter);
        CompletableFuture<Object> executed = CompletableFuture.supplyAsync(() -> {
            try {
                return slow.execute(new ExecutionRequest(
                        Digest.of("s"), Overlay.NONE, List.of(new TestRun(Field.LOOKS, 1)), false));
            } catch (SandboxFault fault) {
                return fault;
            }
        });

        slow.close();

        assertThat(executed.get()).isInstanceOf(SandboxFault.class);
        assertThat(meter.executions()).isZero();
    }

    @Test
    void what_cannot_be_meant_is_refused() {
        assertThatThrownBy(() -> new Latency(1, -1, 0)).hasMessageContaining("from 0; got -1");
        assertThatThrownBy(() -> new Latency(1, Double.NaN, 0)).hasMessageContaining("from 0; got NaN");
        assertThatThrownBy(() -> new Latency(1, 1, 1.5)).hasMessageContaining("0 to 1; got 1.5");
        Latency none = new Latency(1, 0, 0);
        assertThatThrownBy(() -> new Load(1, 2, 8, 6, none)).hasMessageContaining("needs 3 repositories; got 2");
        assertThatThrownBy(() -> new Load(1, 3, 1, 6, none)).hasMessageContaining("got 1 of 6");
    }
}
