package org.elenchus.tools.cli;

import org.elenchus.tools.cli.history.Histories;
import org.elenchus.tools.cli.history.RunHistory;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which run a command is about, and in which form it answers. */
public final class RunChoice {
    @Option(
            names = "--run",
            paramLabel = "ID",
            description = "The run (default: the one started last; 'elenchus run list' names them).")
    private @Nullable String run;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    boolean json() {
        return json;
    }

    RunHistory of(Histories histories) throws Fault {
        return named(run, histories);
    }

    /** @param run the id that was typed, if any: otherwise the run started last */
    public static RunHistory named(@Nullable String run, Histories histories) throws Fault {
        if (run != null) {
            return histories
                    .find(run)
                    .orElseThrow(() ->
                            Fault.failure("there is no run " + run + " in this data folder; see 'elenchus run list'"));
        }
        return histories
                .latest()
                .orElseThrow(() -> Fault.failure("no run was started in this data folder; run 'elenchus evolve'"));
    }
}
