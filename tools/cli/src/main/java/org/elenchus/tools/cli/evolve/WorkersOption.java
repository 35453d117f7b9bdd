package org.elenchus.tools.cli.evolve;

import org.elenchus.tools.cli.Bounds;
import org.elenchus.tools.cli.Fault;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How many sandboxes of a run are at work at once. */
public final class WorkersOption {
    @Option(
            names = "--workers",
            paramLabel = "N",
            description = "Sandboxes at work at once (default: cores and one more). Results do not depend on it.")
    private @Nullable Integer workers;

    /** @throws Fault when there would be none */
    public int slots() throws Fault {
        // One more than cores: slots wait for each other at the end of a phase, and for the solver between candidates.
        return workers == null
                ? Runtime.getRuntime().availableProcessors() + 1
                : Bounds.atLeast(1, "--workers", workers);
    }
}
