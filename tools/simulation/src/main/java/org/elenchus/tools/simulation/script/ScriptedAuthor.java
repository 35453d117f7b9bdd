package org.elenchus.tools.simulation.script;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.elenchus.actors.learning.Policy;
import org.elenchus.actors.port.TaskAuthor;
import org.elenchus.protocol.DrawKey;
import org.elenchus.protocol.learning.PolicyWeights;
import org.elenchus.protocol.learning.Role;
import org.elenchus.protocol.repository.RepositorySummary;
import org.elenchus.protocol.repository.TestId;
import org.elenchus.protocol.skill.Skill;
import org.elenchus.protocol.task.CandidateTask;
import org.elenchus.protocol.task.Mutation;
import org.elenchus.protocol.task.MutationMix;
import org.elenchus.protocol.task.Patch;
import org.elenchus.protocol.task.TextEdit;
import org.elenchus.protocol.trace.Choice;
import org.elenchus.protocol.trace.ChoiceSet;

/** Breaks a site by an operator: one choice of the generator's policy per candidate, without replacement. */
final class ScriptedAuthor implements TaskAuthor {
    private static final TestId TEST = TestId.parse("org.example.MainTest#works()");

    @Override
    public PolicyWeights basePolicy(MutationMix mutations) {
        return new PolicyWeights(Role.GENERATOR, Sites.OPERATORS, new double[Sites.OPERATORS.size()]);
    }

    private final Map<Asked, Proposals> known = new HashMap<>();

    /** All that a proposal follows from. */
    private record Asked(
            String requestId, Skill skill, int count, Set<String> taken, DrawKey key, List<Double> policy) {}

    @Override
    public Proposals propose(Commission commission, Policy generator) {
        Asked asked = new Asked(
                commission.requestId(),
                commission.skill(),
                commission.count(),
                commission.taken(),
                commission.key(),
                Arrays.stream(generator.weights()).boxed().toList());
        return known.computeIfAbsent(asked, first -> write(commission, generator));
    }

    private static Proposals write(Commission commission, Policy generator) {
        List<String> operators = operators(commission);
        int[][] rows = new int[Sites.COUNT * operators.size()][];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = new int[] {Sites.OPERATORS.indexOf(operators.get(row % operators.size()))};
        }
        ChoiceSet choices = new ChoiceSet(rows);
        RandomGenerator random = commission.key().generator();
        List<Integer> drawn = new ArrayList<>();
        List<CandidateTask> candidates = new ArrayList<>();
        List<List<Choice>> reasons = new ArrayList<>();
        while (candidates.size() < commission.count() && drawn.size() < rows.length) {
            Choice choice = Draw.one(generator, choices, drawn, random);
            drawn.add(choice.chosen());
            CandidateTask candidate = candidate(commission, candidates.size(), choice.chosen(), operators);
            if (!commission.taken().contains(candidate.content().brief())) {
                candidates.add(candidate);
                reasons.add(List.of(choice));
            }
        }
        return new Proposals(candidates, reasons, List.of(choices));
    }

    private static List<String> operators(Commission commission) {
        List<String> guided = Sites.OPERATORS.stream()
                .filter(operator -> commission.skill().operations().stream()
                        .anyMatch(operation -> operation.mutation().equals(operator)))
                .toList();
        return guided.isEmpty() ? Sites.OPERATORS : guided;
    }

    private static CandidateTask candidate(Commission commission, int number, int row, List<String> operators) {
        int site = row / operators.size();
        String operator = operators.get(row % operators.size());
        RepositorySummary repository = commission.repository().summary();
        return new CandidateTask(
                commission.candidateId(number),
                commission.pool(),
                repository.coordinate(),
                repository.snapshot(),
                commission.skill().id(),
                new Patch(List.of(new TextEdit(Sites.PATH, site, "x", operator))),
                List.of(new Mutation(operator, "context-" + site % 2, Sites.PATH, site + 1, "Main.site" + site)),
                "It does not work.",
                List.of(TEST));
    }
}
