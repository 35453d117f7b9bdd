package org.elenchus.actors.run;

import java.util.Locale;
import org.elenchus.protocol.run.Phase;

/** When a run rolled a task out, which its group's id tells. @param round of training; 0 in other phases */
public record Occasion(Phase phase, int iteration, int round) {
    /** @throws IllegalArgumentException when it is no id of a run's group */
    public static Occasion of(String group) {
        String[] parts = group.split("/", 4);
        if (parts.length < 4) {
            throw new IllegalArgumentException("not the id of a group of rollouts: " + group);
        }
        return new Occasion(
                Phase.valueOf(parts[0].toUpperCase(Locale.ROOT)),
                Integer.parseInt(parts[1]),
                Integer.parseInt(parts[2]));
    }
}
