package org.elenchus.tools.cli;

import org.elenchus.tools.cli.bench.ExecutionCommand;
import org.elenchus.tools.cli.bench.StabilityCommand;
import picocli.CommandLine.Command;

/** Measurements of this machine's own. */
@Command(
        name = "bench",
        description = "Measure on this machine how fast candidates execute, and whether outcomes depend on its load.",
        footerHeading = "%nExamples:%n",
        footer = {"  elenchus bench execution --json speed.json --plot speed.svg", "  elenchus bench stability"},
        subcommands = {ExecutionCommand.class, StabilityCommand.class})
final class BenchCommand extends Group {}
