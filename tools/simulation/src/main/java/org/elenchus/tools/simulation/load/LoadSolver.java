package org.elenchus.tools.simulation.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.elenchus.actors.learning.Policy;
import org.elenchus.actors.port.Problem;
import org.elenchus.actors.port.Sandbox;
import org.elenchus.actors.port.SandboxFault;
import org.elenchus.actors.port.SolverAgent;
import org.elenchus.protocol.DrawKey;
import org.elenchus.protocol.execution.Execution;
import org.elenchus.protocol.execution.ExecutionRequest;
import org.elenchus.protocol.execution.Overlay;
import org.elenchus.protocol.learning.PolicyWeights;
import org.elenchus.protocol.learning.Role;
import org.elenchus.protocol.task.Patch;
import org.elenchus.protocol.task.TextEdit;
import org.elenchus.protocol.trace.Choice;
import org.elenchus.protocol.trace.ChoiceSet;
import org.elenchus.protocol.trace.Step;
import org.elenchus.tools.simulation.script.Draw;

/** Tries operators at the broken site, one execution each, until the failing test passes or no edit is left. */
final class LoadSolver implements SolverAgent {
    private static final ChoiceSet MENDINGS = new ChoiceSet(IntStream.range(0, Field.OPERATORS.size())
            .mapToObj(operator -> new int[] {operator})
            .toArray(int[][]::new));

    @Override
    public PolicyWeights basePolicy() {
        return new PolicyWeights(Role.SOLVER, Field.OPERATORS, new double[Field.OPERATORS.size()]);
    }

    @Override
    public Rollouts attempt(Problem problem, Policy policy, int rollouts, int edits, DrawKey key, Sandbox sandbox)
            throws SandboxFault {
        List<List<Step>> all = new ArrayList<>();
        for (int i = 0; i < rollouts; i++) {
            all.add(rollout(problem, policy, edits, key.at(Integer.toString(i)).generator(), sandbox));
        }
        return new Rollouts(all, List.of(MENDINGS));
    }

    private static List<Step> rollout(
            Problem problem, Policy policy, int edits, RandomGenerator random, Sandbox sandbox) throws SandboxFault {
        List<Step> steps = new ArrayList<>();
        List<Integer> tried = new ArrayList<>();
        while (tried.size() < Math.min(edits, Field.OPERATORS.size())) {
            Choice choice = Draw.one(policy, MENDINGS, tried, random);
            tried.add(choice.chosen());
            TextEdit edit = Field.mending(problem.workspace().source(Field.PATH), choice.chosen());
            steps.add(new Step.Edit(choice, Field.OPERATORS.get(choice.chosen()), "context", edit));
            Patch patch = new Patch(List.of(edit));
            boolean passes = passes(problem, patch, sandbox);
            steps.add(new Step.Test(passes ? 1 : 0, passes ? 0 : 1, "", passes));
            if (passes) {
                steps.add(new Step.Submit(patch));
                return steps;
            }
        }
        steps.add(new Step.Submit(Patch.EMPTY));
        return steps;
    }

    private static boolean passes(Problem problem, Patch patch, Sandbox sandbox) throws SandboxFault {
        try {
            String source = problem.workspace().source(Field.PATH);
            Overlay overlay = Overlay.of(patch.applyTo(Map.of(Field.PATH, source)));
            ExecutionRequest request = new ExecutionRequest(problem.snapshot(), overlay, problem.failing(), false);
            return sandbox.execute(request) instanceof Execution.TestsRan ran
                    && ran.results().stream()
                            .allMatch(result -> result.outcome().passed());
        } catch (Patch.DoesNotApply e) {
            throw new IllegalStateException("an edit of the broken text fits it", e);
        }
    }
}
