package org.elenchus.tools.cli;

import org.elenchus.persistence.StorageFault;
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

    RunHistory of(Histories histories) throws Fault, StorageFault {
        return named(run, histories);
    }

    Histories.Digested digested(Histories histories) throws Fault, StorageFault {
        String id = id(run, histories);
        return histories.findDigested(id).orElseThrow(() -> unknown(id));
    }

    /** @param run the id that was typed, if any: otherwise the run started last */
    public static RunHistory named(@Nullable String run, Histories histories) throws Fault, StorageFault {
        String id = id(run, histories);
        return histories.find(id).orElseThrow(() -> unknown(id));
    }

    private static String id(@Nullable String run, Histories histories) throws Fault, StorageFault {
        return run != null
                ? run
                : histories
                        .latest()
                        .orElseThrow(
                                () -> Fault.failure("no run was started in this data folder; run 'elenchus evolve'"));
    }

    private static Fault unknown(String id) {
        return Fault.failure("there is no run " + id + " in this data folder; see 'elenchus run list'");
    }
}
