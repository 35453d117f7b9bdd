package org.elenchus.tools.repair.author;

import java.util.List;
import org.elenchus.protocol.trace.ChoiceSet;
import org.elenchus.tools.repair.operators.CandidateEdit;
import org.elenchus.tools.repair.operators.Operator;
import org.elenchus.tools.repair.policy.Row;
import org.elenchus.tools.repair.syntax.Method;

/** Rows of the generator's choices: an operator, a site, an edit. */
final class SiteRows {
    private static final AuthorVocabulary V = AuthorVocabulary.INSTANCE;

    private SiteRows() {}

    /** @param ranks position of each operator in the skill's operations; −1 when the skill names none */
    static ChoiceSet operators(List<Operator> operators, List<Integer> ranks, List<Integer> sites) {
        int[][] rows = new int[operators.size()][];
        for (int i = 0; i < rows.length; i++) {
            Row row = new Row()
                    .add(V.operator.id(operators.get(i)))
                    .add(V.operatorSites.id(AuthorVocabulary.SITES.of(sites.get(i))));
            if (ranks.get(i) >= 0) {
                row.add(V.operationRank.id(AuthorVocabulary.RANK.of(ranks.get(i))));
            }
            rows[i] = row.ids();
        }
        return new ChoiceSet(rows);
    }

    static ChoiceSet sites(List<MutationSite> sites) {
        int[][] rows = new int[sites.size()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = site(sites.get(i));
        }
        return new ChoiceSet(rows);
    }

    private static int[] site(MutationSite site) {
        Method method = site.place().method();
        int tests = AuthorVocabulary.TESTS.of(site.tests());
        int length = AuthorVocabulary.LENGTH.of(method.lines());
        return new Row()
                .add(V.context.id(site.context()))
                .add(V.operatorContext.id(site.operator(), site.context()))
                .add(V.tests.id(tests))
                .add(V.operatorTests.id(site.operator(), tests))
                .add(V.length.id(length))
                .add(V.operatorLength.id(site.operator(), length))
                .add(V.depth.id(AuthorVocabulary.DEPTH.of(site.place().depth())))
                .add(V.filePlaces.id(
                        AuthorVocabulary.PLACES.of(site.file().places().size())))
                .addIf(method.isConstructor(), V.constructor)
                .addIf(method.isStatic(), V.isStatic)
                .addIf(method.isPublic(), V.isPublic)
                .ids();
    }

    static ChoiceSet edits(List<CandidateEdit> edits) {
        int alternatives = AuthorVocabulary.ALTERNATIVES.of(edits.size());
        int[][] rows = new int[edits.size()][];
        for (int i = 0; i < rows.length; i++) {
            CandidateEdit edit = edits.get(i);
            rows[i] = new Row()
                    .add(V.variant.id(edit.variant()))
                    .add(V.operand.id(edit.operand()))
                    .add(V.alternatives.id(alternatives))
                    .ids();
        }
        return new ChoiceSet(rows);
    }
}
