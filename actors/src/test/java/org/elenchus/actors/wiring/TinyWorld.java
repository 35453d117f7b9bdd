package org.elenchus.actors.wiring;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.elenchus.actors.learning.Policy;
import org.elenchus.actors.port.PreparedRepository;
import org.elenchus.actors.port.Problem;
import org.elenchus.actors.port.Sandbox;
import org.elenchus.actors.port.SandboxFault;
import org.elenchus.actors.port.SkillDistiller;
import org.elenchus.actors.port.SolverAgent;
import org.elenchus.actors.port.TaskAuthor;
import org.elenchus.actors.slot.Workbench;
import org.elenchus.actors.testing.FakeRepositories;
import org.elenchus.actors.testing.FakeRepository;
import org.elenchus.actors.testing.FakeSandbox;
import org.elenchus.actors.testing.MemoryArtifacts;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.DrawKey;
import org.elenchus.protocol.execution.Execution;
import org.elenchus.protocol.execution.ExecutionRequest;
import org.elenchus.protocol.learning.AdvantageEstimator;
import org.elenchus.protocol.learning.LearningSettings;
import org.elenchus.protocol.learning.PolicyWeights;
import org.elenchus.protocol.learning.Role;
import org.elenchus.protocol.repository.TestId;
import org.elenchus.protocol.skill.Skill;
import org.elenchus.protocol.skill.SkillId;
import org.elenchus.protocol.skill.SkillProposal;
import org.elenchus.protocol.task.CandidateTask;
import org.elenchus.protocol.task.Mutation;
import org.elenchus.protocol.task.MutationMix;
import org.elenchus.protocol.task.Patch;
import org.elenchus.protocol.task.TextEdit;
import org.elenchus.protocol.trace.Choice;
import org.elenchus.protocol.trace.ChoiceSet;
import org.elenchus.protocol.trace.Step;
import org.elenchus.protocol.trace.Trace;

/**
 * Repositories of sums, an author who breaks one sum per task, a solver who mends with one of three operators, and a distiller with one
 * skill per operator. Everything but the execution of code is real.
 */
public final class TinyWorld {
    public static final int SUMS = 24;

    /** Its agents test nothing before they hand in, so whole rollouts are credited. */
    public static final LearningSettings LEARNING = new LearningSettings(
            AdvantageEstimator.GDPO,
            List.of(1.0, 0.5, 0.25),
            0.05,
            0.2,
            0.2,
            0.01,
            2,
            10,
            Optional.empty(),
            Optional.empty());

    private static final List<String> OPERATORS = List.of("-", "*", "/");

    public final MemoryArtifacts artifacts = new MemoryArtifacts();
    public final List<FakeRepository> repositories;
    public final AtomicInteger opened = new AtomicInteger();
    public final AtomicInteger closed = new AtomicInteger();
    public final AtomicInteger attempts = new AtomicInteger();
    private final FakeSandbox sandbox;

    public TinyWorld(String... names) {
        repositories = IntStream.range(0, names.length)
                .mapToObj(i -> repository(names[i]))
                .toList();
        sandbox = new FakeSandbox(repositories.toArray(PreparedRepository[]::new));
        for (String name : names) {
            for (int i = 0; i < SUMS; i++) {
                String sum = sum(i);
                sandbox.passes(
                        test(name, i), sources -> sources.apply(path(name)).contains(sum));
            }
        }
    }

    public Workbench workbench() {
        return new Workbench(
                new FakeRepositories(List.copyOf(repositories)),
                this::open,
                new Mender(),
                new Breaker(),
                TinyWorld::distil,
                artifacts);
    }

    private Sandbox open() {
        opened.incrementAndGet();
        return new Counted(sandbox, closed);
    }

    private static String path(String name) {
        return "org/" + name + "/Sums.java";
    }

    private static String test(String name, int i) {
        return "org." + name + ".SumsTest#sum" + i + "()";
    }

    private static String sum(int i) {
        return "int sum" + i + "(int a, int b) { return a + b; }";
    }

    private static FakeRepository repository(String name) {
        String text =
                IntStream.range(0, SUMS).mapToObj(i -> "    " + sum(i) + "\n").reduce("class Sums {\n", String::concat);
        FakeRepository.Builder builder =
                FakeRepository.named("maven:org.example:" + name + ":1.0").file(path(name), text + "}\n");
        for (int i = 0; i < SUMS; i++) {
            builder.test(test(name, i), 5, path(name), i + 2);
        }
        return builder.build();
    }

    private static Choice draw(Policy policy, int set, ChoiceSet choices, List<Integer> taken, RandomGenerator random) {
        double[] log = policy.logProbabilities(
                choices, taken.stream().mapToInt(i -> i).sorted().toArray());
        int row = Policy.draw(log, random);
        return new Choice(set, row, taken.stream().sorted().toList(), log[row]);
    }

    /** One choice per candidate: which sum, and what its plus becomes. */
    private static final class Breaker implements TaskAuthor {
        @Override
        public PolicyWeights basePolicy(MutationMix mutations) {
            return new PolicyWeights(
                    Role.GENERATOR, OPERATORS, new double[] {mutations == MutationMix.SKEWED ? 1 : 0, 0, 0});
        }

        @Override
        public Proposals propose(Commission commission, Policy generator) {
            List<String> operators = OPERATORS.stream()
                    .filter(op -> commission.skill().operations().isEmpty()
                            || commission.skill().operations().stream()
                                    .anyMatch(o -> o.mutation().equals(op)))
                    .toList();
            int[][] rows = new int[SUMS * operators.size()][];
            for (int r = 0; r < rows.length; r++) {
                rows[r] = new int[] {OPERATORS.indexOf(operators.get(r % operators.size()))};
            }
            ChoiceSet choices = new ChoiceSet(rows);
            RandomGenerator random = commission.key().generator();
            List<Integer> taken = new ArrayList<>();
            List<CandidateTask> candidates = new ArrayList<>();
            List<List<Choice>> drawn = new ArrayList<>();
            for (int n = 0; n < Math.min(commission.count(), rows.length); n++) {
                Choice choice = draw(generator, 0, choices, taken, random);
                taken.add(choice.chosen());
                drawn.add(List.of(choice));
                candidates.add(candidate(
                        commission,
                        n,
                        choice.chosen() / operators.size(),
                        operators.get(choice.chosen() % operators.size())));
            }
            return new Proposals(candidates, drawn, List.of(choices));
        }

        private static CandidateTask candidate(Commission commission, int n, int i, String operator) {
            PreparedRepository repository = commission.repository();
            String path = repository.files().first();
            int offset = repository.source(path).indexOf(sum(i)) + sum(i).indexOf('+');
            return new CandidateTask(
                    String.format("%s/%02d", commission.requestId(), n),
                    commission.pool(),
                    repository.summary().coordinate(),
                    repository.summary().snapshot(),
                    commission.skill().id(),
                    new Patch(List.of(new TextEdit(path, offset, "+", operator))),
                    List.of(new Mutation(operator, "context-" + i % 2, path, i + 2, "Sums.sum" + i)),
                    "A sum comes out wrong.",
                    List.copyOf(repository.testsReaching(path, i + 2)));
        }
    }

    /** One choice per rollout: which operator to turn into a plus. */
    private final class Mender implements SolverAgent {
        @Override
        public PolicyWeights basePolicy() {
            return new PolicyWeights(Role.SOLVER, OPERATORS, new double[3]);
        }

        @Override
        public Rollouts attempt(Problem problem, Policy policy, int rollouts, int edits, DrawKey key, Sandbox sandbox) {
            attempts.incrementAndGet();
            ChoiceSet choices = new ChoiceSet(new int[][] {{0}, {1}, {2}});
            List<List<Step>> all = new ArrayList<>();
            for (int i = 0; i < rollouts; i++) {
                Choice choice = draw(
                        policy,
                        0,
                        choices,
                        List.of(),
                        key.at(Integer.toString(i)).generator());
                all.add(mend(problem, choice));
            }
            return new Rollouts(all, List.of(choices));
        }

        private static List<Step> mend(Problem problem, Choice choice) {
            String operator = OPERATORS.get(choice.chosen());
            String path = problem.workspace().files().first();
            int offset = problem.workspace().source(path).indexOf("a " + operator + " b");
            if (offset < 0) {
                return List.of(
                        new Step.Edit(choice, operator, "return", new TextEdit(path, 0, "", "")),
                        new Step.Submit(Patch.EMPTY));
            }
            TextEdit edit = new TextEdit(path, offset + 2, operator, "+");
            return List.of(new Step.Edit(choice, operator, "return", edit), new Step.Submit(new Patch(List.of(edit))));
        }
    }

    private static List<SkillProposal> distil(List<SkillDistiller.Evidence> evidence) {
        Map<String, List<SkillDistiller.Evidence>> byOperator = new TreeMap<>();
        evidence.forEach(e -> byOperator
                .computeIfAbsent(e.task().mutations().get(0).operator(), k -> new ArrayList<>())
                .add(e));
        Map<SkillId, SkillProposal> proposals = new LinkedHashMap<>();
        byOperator.forEach((operator, all) -> {
            SkillId id = new SkillId("mend-" + OPERATORS.indexOf(operator));
            TreeSet<String> contexts = new TreeSet<>();
            all.forEach(e -> contexts.add(e.task().mutations().get(0).context()));
            List<Trace> traces =
                    all.stream().flatMap(e -> e.group().traces().stream()).toList();
            Skill skill = new Skill(
                    id,
                    "Mend " + operator,
                    "Turn it into a plus.",
                    Skill.Kind.REPAIR_STRATEGY,
                    new TreeSet<>(List.of("assertion")),
                    contexts,
                    List.of(new Skill.Operation("plus", operator)));
            proposals.put(
                    id,
                    new SkillProposal(
                            skill, traces.stream().map(Trace::id).sorted().toList(), traces.size(), (int)
                                    traces.stream().filter(Trace::isSolved).count()));
        });
        return List.copyOf(new TreeMap<>(proposals).values());
    }

    /** Counts closings. */
    private record Counted(FakeSandbox inner, AtomicInteger closed) implements Sandbox {
        @Override
        public BuildReport build(Digest snapshot) {
            return inner.build(snapshot);
        }

        @Override
        public List<TestId> discover(Digest snapshot) {
            return inner.discover(snapshot);
        }

        @Override
        public Execution execute(ExecutionRequest request) throws SandboxFault {
            return inner.execute(request);
        }

        @Override
        public Execution executeAfresh(ExecutionRequest request) throws SandboxFault {
            return inner.executeAfresh(request);
        }

        @Override
        public void close() {
            closed.incrementAndGet();
        }
    }
}
