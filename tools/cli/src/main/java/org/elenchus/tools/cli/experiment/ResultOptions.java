package org.elenchus.tools.cli.experiment;

import java.io.IOException;
import java.nio.file.Path;
import org.elenchus.tools.cli.Fault;
import org.elenchus.tools.cli.report.OutputFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The files that an experiment writes. */
final class ResultOptions {
    @Option(
            names = "--observations",
            paramLabel = "FILE",
            description =
                    "Keep what finished runs showed, task by task, in a file, and count runs that are in it as finished:"
                            + " the same plan can go on in another data folder, or be shared out among machines by --seeds.")
    private @Nullable Path observations;

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
        check("--observations", observations);
        check("--json", json);
        check("--markdown", markdown);
        check("--html", html);
        check("--plot", plot);
    }

    /** What was kept before; empty where no file is named. */
    ObservationsFile observations() throws Fault, IOException {
        return observations == null ? ObservationsFile.empty() : ObservationsFile.read(observations);
    }

    void write(ObservationsFile kept) throws IOException {
        write("--observations", observations, kept.json());
    }

    void write(Plan plan, Results results) throws IOException {
        write("--json", json, ResultsJson.of(plan, results));
        write("--markdown", markdown, ResultsText.markdown(results));
        write("--html", html, ResultsPage.of(results));
        write("--plot", plot, CurvePlot.svg(results));
    }

    private static void check(String option, @Nullable Path file) throws Fault {
        if (file != null) {
            new OutputFile(option, file).check();
        }
    }

    private static void write(String option, @Nullable Path file, String content) throws IOException {
        if (file != null) {
            new OutputFile(option, file).write(content);
        }
    }
}
