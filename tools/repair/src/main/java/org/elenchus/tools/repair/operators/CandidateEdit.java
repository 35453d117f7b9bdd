package org.elenchus.tools.repair.operators;

import org.elenchus.protocol.task.TextEdit;
import org.elenchus.tools.repair.syntax.Context;

/**
 * One edit an operator offers at a place.
 *
 * @param context of the code that is changed, removed or inserted
 * @param operand what kind of value it concerns
 * @param offset UTF-16 index in the file's text
 * @param further whether it is one of the further repairs: shapes that real fixes have but that undo no mutation
 * @param ingredient the name or text that distinguishes it from its alternatives; empty where there is none
 */
public record CandidateEdit(
        Operator operator,
        Variant variant,
        Context context,
        OperandType operand,
        int offset,
        String removed,
        String inserted,
        String ingredient,
        boolean further) {

    public TextEdit in(String path) {
        return new TextEdit(path, offset, removed, inserted);
    }

    public String applyTo(String text) {
        return text.substring(0, offset) + inserted + text.substring(offset + removed.length());
    }
}
