package org.elenchus.actors.curator;

import java.util.SortedSet;
import java.util.TreeSet;
import org.elenchus.protocol.skill.Skill;

/**
 * How alike two skills are: the Jaccard index of what they consist of. A skill's elements are its operations (repair and mutation
 * together), its contexts and its failure kinds; name, wording, kind and order do not count.
 */
final class Similarity {
    /** δ_sim: at or above it two skills are one. */
    static final double MERGE = 0.7;

    private Similarity() {}

    /** |A ∩ B| / |A ∪ B| in 0..1; 1 where both are empty. */
    static double of(Skill one, Skill other) {
        SortedSet<String> a = elements(one);
        SortedSet<String> b = elements(other);
        SortedSet<String> union = new TreeSet<>(a);
        union.addAll(b);
        a.retainAll(b);
        return union.isEmpty() ? 1 : (double) a.size() / union.size();
    }

    private static SortedSet<String> elements(Skill skill) {
        SortedSet<String> elements = new TreeSet<>();
        skill.operations()
                .forEach(operation -> elements.add("operation " + operation.repair() + " " + operation.mutation()));
        skill.contexts().forEach(context -> elements.add("context " + context));
        skill.failureKinds().forEach(kind -> elements.add("failure " + kind));
        return elements;
    }
}
