package org.elenchus.tools.repair.author;

import org.elenchus.tools.repair.operators.Operator;
import org.elenchus.tools.repair.syntax.Context;
import org.elenchus.tools.repair.syntax.Place;
import org.elenchus.tools.repair.syntax.SourceFile;

/**
 * Where an operator can break a repository.
 *
 * @param context of what the operator would change; a place offers several where insertions are possible
 * @param tests trusted tests that reach the place
 * @param edits number of edits the operator offers there in that context
 */
record MutationSite(
        String path, SourceFile file, Place place, Operator operator, Context context, int tests, int edits) {
    /** Its method, for spreading tasks. */
    String method() {
        return path + "#" + place.method().symbol() + "@" + place.method().firstLine();
    }

    /** What two candidates of a commission must not share. */
    String key() {
        return path + "@" + place.index() + "/" + operator.label();
    }
}
