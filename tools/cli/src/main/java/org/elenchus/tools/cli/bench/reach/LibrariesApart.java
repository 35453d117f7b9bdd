package org.elenchus.tools.cli.bench.reach;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.elenchus.tools.repair.operators.CandidateEdit;

/**
 * Which fixes are made by edits that were not drawn from their own library: edits that undo mutations, or further ones of a template (operator
 * and variant) that also makes a fix of another library.
 */
final class LibrariesApart {
    /** Template of a further edit → those with a fix it makes. */
    private final Map<String, Set<String>> libraries = new TreeMap<>();

    LibrariesApart(List<RealFix> fixes) {
        for (RealFix fix : fixes) {
            fix.reading().made().stream()
                    .filter(found -> found.edit().further())
                    .forEach(found -> libraries
                            .computeIfAbsent(template(found.edit()), t -> new TreeSet<>())
                            .add(fix.library()));
        }
    }

    private static String template(CandidateEdit edit) {
        return edit.operator().label() + "/" + edit.variant().label();
    }

    /** False where no edit makes it. */
    boolean isMadeWithoutItsOwn(RealFix fix) {
        return !fix.reading().made().isEmpty()
                && fix.reading().made().stream()
                        .allMatch(found -> !found.edit().further()
                                || libraries
                                                .getOrDefault(template(found.edit()), Set.of())
                                                .size()
                                        > 1);
    }
}
