package org.elenchus.tools.simulation.load;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.elenchus.actors.learning.Policy;
import org.elenchus.actors.port.TaskAuthor;
import org.elenchus.protocol.learning.PolicyWeights;
import org.elenchus.protocol.learning.Role;
import org.elenchus.protocol.repository.RepositorySummary;
import org.elenchus.protocol.task.CandidateTask;
import org.elenchus.protocol.task.Mutation;
import org.elenchus.protocol.task.MutationMix;
import org.elenchus.protocol.task.Patch;
import org.elenchus.protocol.trace.Choice;
import org.elenchus.protocol.trace.ChoiceSet;
import org.elenchus.tools.simulation.script.Draw;

/** Breaks a site by an operator, as the skill says and the generator's policy chooses, without replacement. */
final class LoadAuthor implements TaskAuthor {
    @Override
    public PolicyWeights basePolicy(MutationMix mutations) {
        return new PolicyWeights(Role.GENERATOR, Field.OPERATORS, new double[Field.OPERATORS.size()]);
    }

    @Override
    public Proposals propose(Commission commission, Policy generator) {
        List<Integer> operators = operators(commission);
        int[][] rows = IntStream.range(0, Field.SITES * operators.size())
                .mapToObj(row -> new int[] {operators.get(row % operators.size())})
                .toArray(int[][]::new);
        ChoiceSet choices = new ChoiceSet(rows);
        RandomGenerator random = commission.key().generator();
        List<Integer> drawn = new ArrayList<>();
        List<CandidateTask> candidates = new ArrayList<>();
        List<List<Choice>> reasons = new ArrayList<>();
        while (candidates.size() < commission.count() && drawn.size() < rows.length) {
            Choice choice = Draw.one(generator, choices, drawn, random);
            drawn.add(choice.chosen());
            CandidateTask candidate = candidate(
                    commission,
                    candidates.size(),
                    choice.chosen() / operators.size(),
                    operators.get(choice.chosen() % operators.size()));
            if (!commission.taken().contains(candidate.content().brief())) {
                candidates.add(candidate);
                reasons.add(List.of(choice));
            }
        }
        return new Proposals(candidates, reasons, List.of(choices));
    }

    private static List<Integer> operators(Commission commission) {
        List<Integer> guided = IntStream.range(0, Field.OPERATORS.size())
                .filter(operator -> commission.skill().operations().stream()
                        .anyMatch(operation -> operation.mutation().equals(Field.OPERATORS.get(operator))))
                .boxed()
                .toList();
        return guided.isEmpty()
                ? IntStream.range(0, Field.OPERATORS.size()).boxed().toList()
                : guided;
    }

    private static CandidateTask candidate(Commission commission, int number, int site, int operator) {
        RepositorySummary repository = commission.repository().summary();
        return new CandidateTask(
                commission.candidateId(number),
                commission.pool(),
                repository.coordinate(),
                repository.snapshot(),
                commission.skill().id(),
                new Patch(List.of(Field.breaking(site, operator))),
                List.of(new Mutation(
                        Field.OPERATORS.get(operator),
                        "context-" + site % 2,
                        Field.PATH,
                        Field.line(site),
                        Field.symbol(site))),
                "It does not work.",
                List.of(Field.LOOKS, Field.STANDS));
    }
}
