package org.elenchus.tools.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import org.elenchus.persistence.Database;
import org.elenchus.persistence.StorageFault;
import org.elenchus.protocol.ProtocolJson;
import org.elenchus.tools.cli.history.Histories;
import org.elenchus.tools.cli.history.RunHistory;
import org.elenchus.tools.cli.report.RunReport;
import org.elenchus.tools.cli.report.Table;
import org.elenchus.tools.cli.report.Timings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs as the journal tells them. */
@Command(
        name = "run",
        description = "Show the runs of a data folder.",
        footerHeading = "%nExamples:%n",
        footer = {"  elenchus run list", "  elenchus run show --run run-1f2e3d4c5b6a --json"},
        subcommands = {RunCommand.Show.class, RunCommand.Listing.class})
final class RunCommand extends Group {
    @Command(
            name = "show",
            description = "Where a run stands, and its table.",
            footerHeading = "%nExamples:%n",
            footer = {
                "  elenchus run show",
                "  elenchus run show --json",
                "  elenchus run show --db jdbc:postgresql://localhost:5432/elenchus      also while it runs"
            })
    static final class Show extends JournalVerb {
        @Mixin
        private final RunChoice choice = new RunChoice();

        @Override
        protected ExitCode call(Database database) throws StorageFault, Fault {
            Histories histories = histories(database);
            RunReport report = RunReport.of(histories, choice.of(histories), Timings.read(paths().timings()));
            out().print(choice.json() ? report.json() : report.text());
            out().flush();
            return ExitCode.SUCCESS;
        }
    }

    @Command(
            name = "list",
            description = "The runs, oldest first.",
            footerHeading = "%nExamples:%n",
            footer = {"  elenchus run list", "  elenchus run list --json"})
    static final class Listing extends JournalVerb {
        @Option(names = "--json", description = "Print JSON.")
        private boolean json;

        @Override
        protected ExitCode call(Database database) throws StorageFault {
            Histories histories = histories(database);
            out().print(json ? json(histories) : table(histories));
            out().flush();
            return ExitCode.SUCCESS;
        }

        private static String table(Histories histories) {
            Table table = new Table("run", "seed", "iterations", "standing", "tasks admitted", "skills");
            for (RunHistory run : histories.all()) {
                table.row(
                        run.runId(),
                        Long.toString(run.spec().seed()),
                        Integer.toString(run.spec().iterations()),
                        run.standing(),
                        Long.toString(admitted(run)),
                        Integer.toString(run.skills().size()));
            }
            return table.render();
        }

        private static String json(Histories histories) {
            ArrayNode list = ProtocolJson.mapper().createArrayNode();
            for (RunHistory run : histories.all()) {
                list.addObject()
                        .put("run", run.runId())
                        .put("seed", run.spec().seed())
                        .put("iterations", run.spec().iterations())
                        .put("standing", run.standing())
                        .put("admitted", admitted(run))
                        .put("skills", run.skills().size())
                        .put("events", run.events());
            }
            return list.toPrettyString() + "\n";
        }

        private static long admitted(RunHistory run) {
            return run.tasks().values().stream()
                    .filter(task -> task.admitted().isPresent())
                    .count();
        }
    }
}
