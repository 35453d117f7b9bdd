package org.elenchus.tools.mining.intake;

import java.util.List;
import org.elenchus.protocol.Printable;

/**
 * A commit of a repository that is not trusted.
 *
 * @param name its full name
 * @param parents their full names, the first of them first
 * @param seconds when it was committed, since 1970
 * @param subject what its author calls it: one line, shortened, and safe to show
 */
public record GitCommit(String name, List<String> parents, long seconds, String subject) {
    /** Longer subjects are cut off here. */
    public static final int LONGEST_SUBJECT = 120;

    public GitCommit {
        parents = List.copyOf(parents);
        subject = shown(subject);
    }

    private static String shown(String subject) {
        String line = Printable.of(subject.strip().replaceAll("\\s+", " "));
        return line.length() <= LONGEST_SUBJECT ? line : line.substring(0, LONGEST_SUBJECT - 1) + "…";
    }
}
