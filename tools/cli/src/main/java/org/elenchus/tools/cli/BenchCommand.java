package org.elenchus.tools.cli;

import org.elenchus.tools.cli.bench.ClusterBenchCommand;
import org.elenchus.tools.cli.bench.EntitiesBenchCommand;
import org.elenchus.tools.cli.bench.ExecutionCommand;
import org.elenchus.tools.cli.bench.JournalCommand;
import org.elenchus.tools.cli.bench.ReachCommand;
import org.elenchus.tools.cli.bench.SandboxesCommand;
import org.elenchus.tools.cli.bench.StabilityCommand;
import picocli.CommandLine.Command;

/** Measurements of this machine's own. */
@Command(
        name = "bench",
        description =
                "Measure on this machine how fast candidates execute, what a sandbox costs, whether outcomes depend on"
                        + " its load, what the solver's edits could mend, how fast the journal is, how self-play grows"
                        + " with the nodes of a cluster, and how a cluster carries very many entities.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  elenchus bench execution --json speed.json --plot speed.svg",
            "  elenchus bench stability",
            "  elenchus bench reach --real-bugs",
            "  elenchus bench journal",
            "  elenchus bench cluster --db jdbc:postgresql://localhost:5432/elenchus",
            "  elenchus bench entities --db jdbc:postgresql://localhost:5432/elenchus"
        },
        subcommands = {
            ExecutionCommand.class,
            SandboxesCommand.class,
            StabilityCommand.class,
            ReachCommand.class,
            JournalCommand.class,
            ClusterBenchCommand.class,
            EntitiesBenchCommand.class
        })
final class BenchCommand extends Group {}
