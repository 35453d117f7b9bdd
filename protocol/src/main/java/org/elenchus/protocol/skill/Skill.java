package org.elenchus.protocol.skill;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A skill distilled from traces (Socratic-SWE, Agent Skill Registry). An empty set of conditions holds everywhere.
 *
 * @param failureKinds kinds of failure in which it applies, such as {@code assertion} or {@code null-pointer}
 * @param contexts syntactic contexts of the site, such as {@code if-condition}
 * @param operations ordered: what to do, repair first, then the mutations that make tasks for it
 * @param kind whether it tells what worked or what to avoid
 */
public record Skill(
        SkillId id,
        String name,
        String description,
        Kind kind,
        SortedSet<String> failureKinds,
        SortedSet<String> contexts,
        List<Operation> operations) {
    public Skill {
        failureKinds = Collections.unmodifiableSortedSet(new TreeSet<>(failureKinds));
        contexts = Collections.unmodifiableSortedSet(new TreeSet<>(contexts));
        operations = List.copyOf(operations);
    }

    /** Success teaches a strategy, failure a corrective principle. */
    public enum Kind {
        REPAIR_STRATEGY,
        CORRECTIVE_PRINCIPLE
    }

    /** One step. @param repair operator that mends; @param mutation operator whose damage it mends */
    public record Operation(String repair, String mutation) {}
}
