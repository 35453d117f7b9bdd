package org.elenchus.tools.repair.solver;

import java.util.List;
import java.util.stream.Stream;
import org.elenchus.protocol.learning.PolicyWeights;
import org.elenchus.protocol.learning.Role;
import org.elenchus.tools.repair.policy.Buckets;
import org.elenchus.tools.repair.policy.FeatureSpace;
import org.elenchus.tools.repair.policy.FeatureSpace.Axis;
import org.elenchus.tools.repair.policy.FeatureSpace.Crossing;
import org.elenchus.tools.repair.policy.Labels;

/** The solver's features, in the order of its weights. Appending is safe; anything else needs a new base policy. */
final class SolverVocabulary {
    static final Buckets OCHIAI = Buckets.upTo(0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.7, 0.9);
    static final Buckets RANK = Buckets.upTo(0, 4, 14, 39, 99);
    static final Buckets PASSING = Buckets.upTo(0, 5, 20, 100);
    static final Buckets DEPTH = Buckets.upTo(0, 1, 2);
    static final Buckets LENGTH = Buckets.upTo(4, 12, 35);
    static final Buckets ALTERNATIVES = Buckets.upTo(1, 2, 4, 8, 16, 32, 64);
    static final Buckets POSITION = Buckets.upTo(8, 16, 32, 64, 128);

    private static final List<String> STACK =
            Stream.of(StackPosition.values()).map(StackPosition::label).toList();
    private static final List<String> ELEMENTS =
            Stream.of(Element.values()).map(Element::label).toList();

    /** After the constants above, which its constructor reads. */
    static final SolverVocabulary INSTANCE = new SolverVocabulary();

    private final FeatureSpace space = new FeatureSpace();

    final Axis ochiai = space.axis("loc:ochiai=", OCHIAI.labels());
    final Axis rank = space.axis("loc:places-more-suspicious=", RANK.labels());
    final Axis passing = space.axis("loc:passing-tests=", PASSING.labels());
    final Axis stack = space.axis("loc:stack=", STACK);
    final Crossing stackFailure = space.crossing("loc:stack=", STACK, "fail=", Labels.FAILURES);
    final int allFailing = space.add("loc:reached-by-all-failing");
    final Axis depth = space.axis("loc:depth=", DEPTH.labels());
    final Axis length = space.axis("loc:method-lines=", LENGTH.labels());
    final int constructor = space.add("loc:constructor");
    final int isStatic = space.add("loc:static");
    final int isPublic = space.add("loc:public");
    final int namedInTest = space.add("loc:method-named-in-test");
    final int typeOfTest = space.add("loc:type-of-test");
    final Axis context = space.axis("loc:", Labels.CONTEXTS);
    final Crossing contextFailure = space.crossing("loc:", Labels.CONTEXTS, "fail=", Labels.FAILURES);
    final Axis element = space.axis("loc:has=", ELEMENTS);
    final Crossing elementFailure = space.crossing("loc:has=", ELEMENTS, "fail=", Labels.FAILURES);

    final Axis alternatives = space.axis("edit:alternatives=", ALTERNATIVES.labels());
    final Axis operator = space.axis("edit:", Labels.OPERATORS);
    final Crossing operatorContext = space.crossing("edit:", Labels.OPERATORS, "", Labels.CONTEXTS);
    final Crossing operatorFailure = space.crossing("edit:", Labels.OPERATORS, "fail=", Labels.FAILURES);
    final Crossing operatorHint = space.crossing("edit:", Labels.OPERATORS, "hint=", Labels.HINTS);
    final Crossing operatorOperand = space.crossing("edit:", Labels.OPERATORS, "operand=", Labels.OPERANDS);
    final Crossing operatorStack = space.crossing("edit:", Labels.OPERATORS, "stack=", STACK);
    final Axis variant = space.axis("edit:variant=", Labels.VARIANTS);
    final int inMessage = space.add("edit:ingredient-in-failure-message");
    final int inTestName = space.add("edit:ingredient-in-test-name");
    final int inStatement = space.add("edit:ingredient-in-statement");
    final int inMethod = space.add("edit:ingredient-in-method");
    final int similarName = space.add("edit:similar-name");
    final Axis position = space.axis("edit:position=", POSITION.labels());
    final int further = space.add("edit:further");

    private SolverVocabulary() {}

    int size() {
        return space.size();
    }

    /**
     * Knows next to nothing: places grow likelier with suspiciousness and closeness to the top of the stack, as fault localisation
     * suggests; an operator's weight does not depend on how many edits it offers at a place; and of its edits there the first eight, the
     * likeliest, are alike, the next eight have a third of their chance, the sixteen after those an eighth, and so on by halves, so that
     * rare ingredients do not dilute common ones. Further repairs count apart: an operator's weigh one part in 128 of its others, so
     * that neither do they.
     */
    PolicyWeights base() {
        double[] weights = new double[space.size()];
        for (int bucket = 0; bucket <= OCHIAI.upper().size(); bucket++) {
            weights[ochiai.id(bucket)] = 0.25 * bucket;
        }
        for (int bucket = 0; bucket <= RANK.upper().size(); bucket++) {
            weights[rank.id(bucket)] = 1.0 * (RANK.upper().size() - bucket);
        }
        weights[stack.id(StackPosition.TOP_LINE)] = 2.0;
        weights[stack.id(StackPosition.TOP_METHOD)] = 1.0;
        weights[stack.id(StackPosition.LINE)] = 0.5;
        double[] relative = {1, 1.0 / 3, 1.0 / 8, 1.0 / 16, 1.0 / 32, 1.0 / 64};
        for (int bucket = 0; bucket <= POSITION.upper().size(); bucket++) {
            weights[position.id(bucket)] = StrictMath.log(relative[bucket]);
        }
        weights[further] = StrictMath.log(1.0 / 128);
        // what the edits of an operator weigh together, at a typical number of them in each bucket
        double[] together = {1, 2, 3.5, 6.5, 9.3, 11.7, 13.7, 15.8};
        for (int bucket = 0; bucket <= ALTERNATIVES.upper().size(); bucket++) {
            weights[alternatives.id(bucket)] = -StrictMath.log(together[bucket]);
        }
        return new PolicyWeights(Role.SOLVER, space.names(), weights);
    }
}
