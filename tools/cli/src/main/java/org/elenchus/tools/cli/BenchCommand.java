package org.elenchus.tools.cli;

import org.elenchus.tools.cli.bench.ExecutionCommand;
import org.elenchus.tools.cli.bench.JournalCommand;
import org.elenchus.tools.cli.bench.StabilityCommand;
import picocli.CommandLine.Command;

/** Measurements of this machine's own. */
@Command(
        name = "bench",
        description = "Measure on this machine how fast candidates execute, whether outcomes depend on its load, and"
                + " how fast the journal is.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  elenchus bench execution --json speed.json --plot speed.svg",
            "  elenchus bench stability",
            "  elenchus bench journal"
        },
        subcommands = {ExecutionCommand.class, StabilityCommand.class, JournalCommand.class})
final class BenchCommand extends Group {}
