package org.elenchus.tools.repair.author;

import org.elenchus.protocol.learning.PolicyWeights;
import org.elenchus.protocol.learning.Role;
import org.elenchus.protocol.task.MutationMix;
import org.elenchus.tools.repair.operators.Operator;
import org.elenchus.tools.repair.policy.Buckets;
import org.elenchus.tools.repair.policy.FeatureSpace;
import org.elenchus.tools.repair.policy.FeatureSpace.Axis;
import org.elenchus.tools.repair.policy.FeatureSpace.Crossing;
import org.elenchus.tools.repair.policy.Labels;

/** The generator's features, in the order of its weights. */
final class AuthorVocabulary {
    static final Buckets TESTS = Buckets.upTo(1, 3, 10, 30, 100);
    static final Buckets LENGTH = Buckets.upTo(4, 12, 35);
    static final Buckets DEPTH = Buckets.upTo(0, 1, 2);
    static final Buckets SITES = Buckets.upTo(4, 16, 64, 256);
    static final Buckets PLACES = Buckets.upTo(20, 100, 300);
    static final Buckets RANK = Buckets.upTo(0, 1, 2);
    static final Buckets ALTERNATIVES = Buckets.upTo(1, 2, 4, 8, 16);

    /** After the constants above, which its constructor reads. */
    static final AuthorVocabulary INSTANCE = new AuthorVocabulary();

    private final FeatureSpace space = new FeatureSpace();

    final Axis operator = space.axis("op:", Labels.OPERATORS);
    final Axis operationRank = space.axis("op:rank-in-skill=", RANK.labels());
    final Axis operatorSites = space.axis("op:sites=", SITES.labels());

    final Axis context = space.axis("site:", Labels.CONTEXTS);
    final Crossing operatorContext = space.crossing("site:", Labels.OPERATORS, "", Labels.CONTEXTS);
    final Axis tests = space.axis("site:tests=", TESTS.labels());
    final Crossing operatorTests = space.crossing("site:", Labels.OPERATORS, "tests=", TESTS.labels());
    final Axis length = space.axis("site:method-lines=", LENGTH.labels());
    final Crossing operatorLength = space.crossing("site:", Labels.OPERATORS, "method-lines=", LENGTH.labels());
    final Axis depth = space.axis("site:depth=", DEPTH.labels());
    final Axis filePlaces = space.axis("site:file-places=", PLACES.labels());
    final int constructor = space.add("site:constructor");
    final int isStatic = space.add("site:static");
    final int isPublic = space.add("site:public");

    final Axis variant = space.axis("mutation:variant=", Labels.VARIANTS);
    final Axis operand = space.axis("mutation:operand=", Labels.OPERANDS);
    final Axis alternatives = space.axis("mutation:alternatives=", ALTERNATIVES.labels());

    private AuthorVocabulary() {}

    int size() {
        return space.size();
    }

    /** Uniform over operators, or {@link Skew}ed; then uniform over sites, then over an operator's edits at a site. */
    PolicyWeights base(MutationMix mutations) {
        double[] weights = new double[space.size()];
        switch (mutations) {
            case BALANCED -> {}
            case SKEWED -> {
                for (Operator each : Operator.values()) {
                    weights[operator.id(each)] = Skew.prior(each);
                }
            }
        }
        return new PolicyWeights(Role.GENERATOR, space.names(), weights);
    }
}
