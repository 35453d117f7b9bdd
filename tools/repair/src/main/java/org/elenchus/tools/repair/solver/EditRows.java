package org.elenchus.tools.repair.solver;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.elenchus.protocol.trace.ChoiceSet;
import org.elenchus.tools.repair.operators.CandidateEdit;
import org.elenchus.tools.repair.operators.Operator;
import org.elenchus.tools.repair.policy.Row;
import org.elenchus.tools.repair.symptom.Hint;
import org.elenchus.tools.repair.syntax.Place;

/** Rows of the choice of an edit at a place. */
final class EditRows {
    private static final SolverVocabulary V = SolverVocabulary.INSTANCE;

    private final Suspect suspect;
    private final Symptoms symptoms;
    private final String statement;
    private final String method;

    private EditRows(Suspect suspect, Symptoms symptoms) {
        this.suspect = suspect;
        this.symptoms = symptoms;
        this.statement = suspect.file().textOf(suspect.place().node());
        this.method = suspect.file().textOf(suspect.place().method().node());
    }

    /** What edits are counted by. */
    private record Kind(Operator operator, boolean further) {
        static Kind of(CandidateEdit edit) {
            return new Kind(edit.operator(), edit.further());
        }
    }

    static ChoiceSet of(List<CandidateEdit> edits, Suspect suspect, Symptoms symptoms) {
        EditRows rows = new EditRows(suspect, symptoms);
        Map<Kind, Integer> alternatives = new HashMap<>();
        edits.forEach(edit -> alternatives.merge(Kind.of(edit), 1, Integer::sum));
        Map<Kind, Integer> before = new HashMap<>();
        int[][] ids = new int[edits.size()][];
        for (int i = 0; i < ids.length; i++) {
            CandidateEdit edit = edits.get(i);
            int position = before.merge(Kind.of(edit), 1, Integer::sum);
            ids[i] = rows.row(edit, alternatives.getOrDefault(Kind.of(edit), 1), position);
        }
        return new ChoiceSet(ids);
    }

    /** @param alternatives edits of its kind; @param position of the edit among them, from 1 */
    private int[] row(CandidateEdit edit, int alternatives, int position) {
        Operator operator = edit.operator();
        Place place = suspect.place();
        Row row = new Row()
                .add(V.alternatives.id(SolverVocabulary.ALTERNATIVES.of(alternatives)))
                .add(V.position.id(SolverVocabulary.POSITION.of(position)))
                .addIf(edit.further(), V.further)
                .add(V.operator.id(operator))
                .add(V.operatorContext.id(operator, place.context()))
                .add(V.operatorFailure.id(operator, symptoms.kind()))
                .add(V.operatorOperand.id(operator, edit.operand()))
                .add(V.operatorStack.id(operator, suspect.stack()))
                .add(V.variant.id(edit.variant()));
        for (Hint hint : symptoms.hints()) {
            row.add(V.operatorHint.id(operator, hint));
        }
        String ingredient = edit.ingredient();
        if (!ingredient.isEmpty()) {
            row.addIf(ingredient.length() > 1 && symptoms.messages().contains(bare(ingredient)), V.inMessage)
                    .addIf(isInTestName(ingredient), V.inTestName)
                    .addIf(statement.contains(ingredient), V.inStatement)
                    .addIf(occursElsewhere(ingredient), V.inMethod)
                    .addIf(isSimilar(edit.removed(), ingredient), V.similarName);
        }
        return row.ids();
    }

    private boolean isInTestName(String ingredient) {
        return ingredient.length() > 3 && symptoms.testNames().contains(ingredient.toLowerCase(Locale.ROOT));
    }

    private boolean occursElsewhere(String ingredient) {
        int at = method.indexOf(ingredient);
        return at >= 0 && !(statement.contains(ingredient) && method.indexOf(ingredient, at + 1) < 0);
    }

    private static String bare(String ingredient) {
        return ingredient.length() > 2 && ingredient.startsWith("\"")
                ? ingredient.substring(1, ingredient.length() - 1)
                : ingredient;
    }

    /** Names that begin or end alike for at least three characters. */
    private static boolean isSimilar(String from, String to) {
        if (from.length() < 3 || to.length() < 3) {
            return false;
        }
        return from.regionMatches(true, 0, to, 0, 3)
                || from.regionMatches(true, from.length() - 3, to, to.length() - 3, 3);
    }
}
