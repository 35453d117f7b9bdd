package org.elenchus.tools.cli.experiment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.elenchus.tools.cli.Fault;
import org.elenchus.tools.cli.report.OutputFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The files that an experiment writes. */
final class ResultOptions {
    @Option(
            names = "--observations",
            split = ",",
            paramLabel = "FILE",
            description =
                    "Keep what finished runs showed, task by task, in a file, and count runs that are in it as finished:"
                            + " the same plan can go on in another data folder, or be shared out among machines by --seeds."
                            + " Further files, after commas, are read and not written.")
    private final List<Path> observations = new ArrayList<>();

    @Option(names = "--json", paramLabel = "FILE", description = "Write the results for scripts.")
    private @Nullable Path json;

    @Option(names = "--markdown", paramLabel = "FILE", description = "Write the results as Markdown.")
    private @Nullable Path markdown;

    @Option(names = "--html", paramLabel = "FILE", description = "Write the results as one page with its plot.")
    private @Nullable Path html;

    @Option(names = "--plot", paramLabel = "FILE", description = "Write the curves as SVG.")
    private @Nullable Path plot;

    /** @throws Fault when one of them could not be written */
    void check() throws Fault {
        new OutputFile("--observations", observations.isEmpty() ? null : observations.getFirst()).check();
        new OutputFile("--json", json).check();
        new OutputFile("--markdown", markdown).check();
        new OutputFile("--html", html).check();
        new OutputFile("--plot", plot).check();
    }

    /** What is kept in all files. */
    ObservationsFile observations() throws Fault, IOException {
        ObservationsFile all = ObservationsFile.empty();
        for (Path file : observations) {
            all.addMissing(ObservationsFile.read(file));
        }
        return all;
    }

    /** Others may have written to the file meanwhile, where a plan is shared out: what they kept stays. */
    void write(ObservationsFile kept) throws IOException, Fault {
        if (!observations.isEmpty()) {
            kept.addMissing(ObservationsFile.read(observations.getFirst()));
            new OutputFile("--observations", observations.getFirst()).write(kept::json);
        }
    }

    void write(Plan plan, Results results) throws Fault {
        new OutputFile("--json", json).write(() -> ResultsJson.of(plan, results));
        new OutputFile("--markdown", markdown).write(() -> ResultsText.markdown(results));
        new OutputFile("--html", html).write(() -> ResultsPage.of(results));
        new OutputFile("--plot", plot).write(() -> CurvePlot.svg(results));
    }
}
