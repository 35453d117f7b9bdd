package org.elenchus.tools.cli.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import org.elenchus.protocol.ProtocolJson;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.tools.cli.Bounds;
import org.elenchus.tools.cli.ExitCode;
import org.elenchus.tools.cli.Verb;
import org.elenchus.tools.cli.bench.measure.SandboxTimes;
import org.elenchus.tools.cli.report.OutputFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures what a sandbox costs, beside the others. */
@Command(
        name = "sandboxes",
        sortOptions = false,
        description = {
            "Execute the same candidates in a plain process, in one as confined as this machine allows, and, where an",
            "engine answers, in a container, in turns: blocks of candidates in one, then in the next, over and over.",
            "Says how long each takes per candidate, and from opening a slot to its first answer."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  elenchus bench sandboxes",
            "  elenchus bench sandboxes maven:commons-cli:commons-cli:1.10.0 --rounds 30"
        })
public final class SandboxesCommand extends Verb {
    @Mixin
    private final BenchOptions options = new BenchOptions();

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "10",
            description = "Blocks in each sandbox, per repository (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Option(
            names = "--block",
            paramLabel = "N",
            defaultValue = "100",
            description = "Candidates of a block, the same in every sandbox (default: ${DEFAULT-VALUE}).")
    private int block;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the times to a file, for scripts.")
    private @Nullable Path json;

    @Override
    public Integer call() throws Exception {
        List<RepositoryCoordinate> repositories = options.repositories();
        Bounds.atLeast(1, "--rounds", rounds);
        Bounds.atLeast(1, "--block", block);
        new OutputFile("--json", json).check();
        ObjectNode figures = ProtocolJson.mapper().createObjectNode();
        Ticker ticker = new Ticker(err());
        try (Workplace workplace = Workplace.open(paths(), options.sandbox(), err(), ticker);
                SandboxesBench bench = SandboxesBench.open(workplace, options, ticker, err())) {
            for (RepositoryCoordinate repository : repositories) {
                err().println(repository.value());
                SandboxTimes times = bench.measure(repository, rounds, block);
                print(times.text());
                times.write(figures);
            }
        }
        new OutputFile("--json", json).write(() -> figures.toPrettyString() + "\n");
        return ExitCode.SUCCESS.code();
    }
}
