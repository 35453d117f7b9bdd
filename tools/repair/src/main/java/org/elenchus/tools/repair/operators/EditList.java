package org.elenchus.tools.repair.operators;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.elenchus.tools.repair.syntax.Context;

/** The edits offered at a place: each change of the text once, and of an operator only so many, those offered first. Used by one thread. */
final class EditList {
    private static final int MUTATIONS = 32;
    private static final int REPAIRS = 96;

    /** Of operators whose ingredients combine. */
    private static final int COMBINED_MUTATIONS = 80;

    private static final int COMBINED_REPAIRS = 300;

    private final String text;
    private final boolean breaking;
    private final List<CandidateEdit> edits = new ArrayList<>();
    private final Set<Splice> seen = new LinkedHashSet<>();
    private final Map<Operator, Integer> counts = new EnumMap<>(Operator.class);
    private boolean further;

    /** @param text of the file */
    EditList(String text, Purpose purpose) {
        this.text = text;
        this.breaking = purpose == Purpose.BREAK;
    }

    /** From here on, what is offered are further repairs; they are counted apart. */
    void goFurther() {
        further = true;
        counts.clear();
    }

    boolean isFurther() {
        return further;
    }

    /** In the order they were offered. */
    List<CandidateEdit> edits() {
        return List.copyOf(edits);
    }

    /** Takes an edit, unless it changes nothing, is known already or its operator has offered enough. */
    void offer(
            Operator operator,
            Variant variant,
            Context context,
            OperandType operand,
            int offset,
            String removed,
            String inserted,
            String ingredient) {
        if (removed.equals(inserted) || counts.getOrDefault(operator, 0) >= limit(operator)) {
            return;
        }
        if (seen.add(Splice.canonical(text, offset, removed, inserted))) {
            counts.merge(operator, 1, Integer::sum);
            edits.add(new CandidateEdit(
                    operator, variant, context, operand, offset, removed, inserted, ingredient, further));
        }
    }

    private int limit(Operator operator) {
        return switch (operator) {
            case INSERT_GUARD, INSERT_STATEMENT, ADD_CONDITION, RESTORE_CONDITION ->
                breaking ? COMBINED_MUTATIONS : COMBINED_REPAIRS;
            case STRING -> breaking ? MUTATIONS : COMBINED_REPAIRS;
            default -> breaking ? MUTATIONS : REPAIRS;
        };
    }
}
