package org.elenchus.tools.repair.solver;

import org.elenchus.tools.repair.syntax.Place;
import org.elenchus.tools.repair.syntax.SourceFile;

/**
 * A place the failing tests reach, and why it is suspected.
 *
 * @param ochiai similarity of "reached" and "failed" over the tests, 0..1 (Ochiai coefficient)
 * @param passing passing tests that reach it
 * @param reachedByAll whether every failing test reaches it
 * @param above number of places with a higher coefficient
 */
record Suspect(
        String path,
        SourceFile file,
        Place place,
        double ochiai,
        int passing,
        boolean reachedByAll,
        StackPosition stack,
        int above) {
    Suspect ranked(int more) {
        return new Suspect(path, file, place, ochiai, passing, reachedByAll, stack, more);
    }
}
