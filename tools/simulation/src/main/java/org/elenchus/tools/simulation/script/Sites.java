package org.elenchus.tools.simulation.script;

import java.util.List;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.DrawKey;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.protocol.repository.RepositorySummary;

/** What there is to break: the same few sites in every repository, each by any of three operators. */
final class Sites {
    static final int COUNT = 12;
    static final List<String> OPERATORS = List.of("negate", "swap", "drop");
    static final String PATH = "org/example/Main.java";

    private static final int HUNDRED = 100;

    private Sites() {}

    static RepositorySummary summary(RepositoryCoordinate coordinate) {
        Digest snapshot = Digest.of(coordinate.value());
        return new RepositorySummary(coordinate, snapshot, Digest.of("tests"), 1, COUNT, COUNT, List.of());
    }

    /** A number in 0..99 that follows from what it is for. */
    static int dice(String purpose, String id) {
        return DrawKey.of(0, purpose, id).generator().nextInt(HUNDRED);
    }
}
