package org.elenchus.tools.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import org.elenchus.persistence.Database;
import org.elenchus.persistence.JournalReader;
import org.elenchus.persistence.StorageFault;
import org.elenchus.protocol.ProtocolJson;
import org.elenchus.tools.cli.history.ListedRun;
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
            RunReport report = RunReport.of(choice.digested(histories(database)), Timings.read(paths().timings()));
            print(choice.json() ? report.json() : report.text());
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
            List<ListedRun> runs = ListedRun.all(new JournalReader(database));
            print(json ? json(runs) : table(runs));
            return ExitCode.SUCCESS;
        }

        private static String table(List<ListedRun> runs) {
            Table table = new Table("run", "seed", "iterations", "standing", "tasks admitted", "skills");
            for (ListedRun run : runs) {
                table.row(
                        run.standing().run(),
                        Long.toString(run.standing().seed()),
                        Integer.toString(run.standing().iterations()),
                        run.standing().words(),
                        Integer.toString(run.admitted()),
                        Integer.toString(run.skills()));
            }
            return table.render();
        }

        private static String json(List<ListedRun> runs) {
            ArrayNode list = ProtocolJson.mapper().createArrayNode();
            for (ListedRun run : runs) {
                list.addObject()
                        .put("run", run.standing().run())
                        .put("seed", run.standing().seed())
                        .put("iterations", run.standing().iterations())
                        .put("standing", run.standing().words())
                        .put("admitted", run.admitted())
                        .put("skills", run.skills())
                        .put("events", run.events());
            }
            return list.toPrettyString() + "\n";
        }
    }
}
