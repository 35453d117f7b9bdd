package org.elenchus.tools.cli.mine;

import java.util.List;
import org.elenchus.tools.cli.Bounds;
import org.elenchus.tools.cli.Fault;
import org.elenchus.tools.mining.history.KnownLibraries;
import org.elenchus.tools.mining.history.Library;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where to search, and for how long. */
final class MineOptions {
    @Option(
            names = "--libraries",
            split = ",",
            paramLabel = "G:A",
            description = "Only these libraries, GROUP:ARTIFACT, separated by commas (default: all that are known).")
    private @Nullable List<String> libraries;

    @Option(
            names = "--releases",
            paramLabel = "N",
            defaultValue = "6",
            description =
                    "With --discover: pairs of adjacent releases per library, newest first (default: ${DEFAULT-VALUE}).")
    private int releases;

    @Option(
            names = "--pair-minutes",
            paramLabel = "N",
            defaultValue = "10",
            description =
                    "With --discover or --history: time for one pair, once it is prepared (default: ${DEFAULT-VALUE}).")
    private int pairMinutes;

    @Option(
            names = "--slots",
            paramLabel = "N",
            description = "Sandboxes at work at a time (default: one more than there are processors).")
    private @Nullable Integer slots;

    /** The libraries named; all where none is. */
    List<Library> libraries() throws Fault {
        try {
            return libraries == null
                    ? KnownLibraries.all()
                    : libraries.stream().map(Library::parse).distinct().toList();
        } catch (IllegalArgumentException e) {
            throw Fault.usage(String.valueOf(e.getMessage()));
        }
    }

    boolean namesLibraries() {
        return libraries != null;
    }

    int releases() throws Fault {
        return Bounds.atLeast(1, "--releases", releases);
    }

    int pairMinutes() throws Fault {
        return Bounds.atLeast(1, "--pair-minutes", pairMinutes);
    }

    int slots() throws Fault {
        return slots == null ? Runtime.getRuntime().availableProcessors() + 1 : Bounds.atLeast(1, "--slots", slots);
    }
}
