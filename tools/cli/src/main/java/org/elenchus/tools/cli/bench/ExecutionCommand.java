package org.elenchus.tools.cli.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.tools.cli.ExitCode;
import org.elenchus.tools.cli.Verb;
import org.elenchus.tools.cli.bench.report.ExecutionJson;
import org.elenchus.tools.cli.bench.report.ExecutionPlot;
import org.elenchus.tools.cli.bench.report.ExecutionReport;
import org.elenchus.tools.cli.bench.report.ExecutionText;
import org.elenchus.tools.cli.bench.report.RepositoryResult;
import org.elenchus.tools.cli.report.OutputFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures how fast candidates execute. */
@Command(
        name = "execution",
        sortOptions = false,
        description = {
            "How fast candidates execute here: with all tests that cover the edit, and with only those it fails.",
            "Beside it, on the same repositories and tests: PIT, a cold build per candidate, and the bare limit."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  elenchus bench execution",
            "  elenchus bench execution --json speed.json --plot speed.svg",
            "  elenchus bench execution dir:../my-library --slots 1,2,4 --candidates 500 --no-pit"
        })
public final class ExecutionCommand extends Verb {
    @Mixin
    private final BenchOptions options = new BenchOptions();

    @Mixin
    private final ExecutionOptions execution = new ExecutionOptions();

    @Option(names = "--json", paramLabel = "FILE", description = "Write the figures for scripts to a file.")
    private @Nullable Path json;

    @Option(names = "--plot", paramLabel = "FILE", description = "Write a plot to a file, as SVG.")
    private @Nullable Path plot;

    @Override
    public Integer call() throws Exception {
        List<RepositoryCoordinate> repositories = options.repositories();
        ExecutionOptions.Plan plan = execution.plan();
        OutputFile figures = new OutputFile("--json", json);
        OutputFile picture = new OutputFile("--plot", plot);
        figures.check();
        picture.check();
        Ticker ticker = new Ticker(err());
        ExecutionReport.Machine machine = machine();
        List<RepositoryResult> results = new ArrayList<>();
        try (Workplace workplace = Workplace.open(paths(), options.sandbox(), err(), ticker)) {
            for (RepositoryCoordinate repository : repositories) {
                err().println(repository.value());
                results.add(new RepositoryBench(workplace, plan, options, ticker).measure(repository));
            }
        }
        ExecutionReport report = new ExecutionReport(machine, options.seed(), plan.candidates(), results);
        print(ExecutionText.of(report));
        figures.write(() -> ExecutionJson.text(report));
        picture.write(() -> ExecutionPlot.svg(report));
        return ExitCode.SUCCESS.code();
    }

    private static ExecutionReport.Machine machine() {
        return new ExecutionReport.Machine(
                Runtime.getRuntime().availableProcessors(),
                Runtime.version().toString(),
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }
}
