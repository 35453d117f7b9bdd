package org.elenchus.tools.repair.distiller;

import java.util.Comparator;
import org.elenchus.tools.repair.operators.Operator;
import org.elenchus.tools.repair.symptom.FailureKind;
import org.elenchus.tools.repair.syntax.Context;

/** What a skill is about: how tests fail, where the bug sits, and the family of operators that mends it. */
record Lesson(FailureKind failure, Context context, Operator.Family family) implements Comparable<Lesson> {
    private static final Comparator<Lesson> ORDER =
            Comparator.comparing(Lesson::family).thenComparing(Lesson::context).thenComparing(Lesson::failure);

    @Override
    public int compareTo(Lesson other) {
        return ORDER.compare(this, other);
    }
}
