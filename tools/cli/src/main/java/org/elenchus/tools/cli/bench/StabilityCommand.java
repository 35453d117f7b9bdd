package org.elenchus.tools.cli.bench;

import java.util.ArrayList;
import java.util.List;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.tools.cli.Bounds;
import org.elenchus.tools.cli.ExitCode;
import org.elenchus.tools.cli.Verb;
import org.elenchus.tools.cli.bench.measure.Stability;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Checks that outcomes do not depend on the machine's load. */
@Command(
        name = "stability",
        sortOptions = false,
        description = {
            "Execute the same candidates as the machine is, and again while busy processes load every core,",
            "and compare the outcomes one by one, down to messages and fuel. Exit code 1 when any differs."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  elenchus bench stability", "  elenchus bench stability dir:../my-library --candidates 200"})
public final class StabilityCommand extends Verb {
    @Mixin
    private final BenchOptions options = new BenchOptions();

    @Option(
            names = "--candidates",
            paramLabel = "N",
            defaultValue = "1000",
            description = "Candidates, spread evenly over the repositories (default: ${DEFAULT-VALUE}).")
    private int candidates;

    @Option(
            names = "--workers",
            paramLabel = "N",
            description = "Sandboxes at work at once (default: the number of cores).")
    private int workers = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--busy",
            paramLabel = "N",
            description = "Busy processes of the second round (default: twice the number of cores).")
    private int busy = 2 * Runtime.getRuntime().availableProcessors();

    @Override
    public Integer call() throws Exception {
        List<RepositoryCoordinate> repositories = options.repositories();
        Bounds.atLeast(1, "--workers", workers);
        Bounds.atLeast(1, "--busy", busy);
        Bounds.atLeast(repositories.size(), "--candidates", candidates);
        Ticker ticker = new Ticker(err());
        List<Stability> compared = new ArrayList<>();
        try (Workplace workplace = Workplace.open(paths(), options.sandbox(), err(), ticker)) {
            for (int i = 0; i < repositories.size(); i++) {
                // The first repositories take what does not divide evenly.
                int share = candidates / repositories.size() + (i < candidates % repositories.size() ? 1 : 0);
                err().println(repositories.get(i).value());
                compared.add(new StabilityBench(workplace, options, ticker, workers, busy)
                        .compare(repositories.get(i), share));
            }
        }
        compared.forEach(one -> print(one.text()));
        return (compared.stream().allMatch(Stability::holds) ? ExitCode.SUCCESS : ExitCode.FAILURE).code();
    }
}
