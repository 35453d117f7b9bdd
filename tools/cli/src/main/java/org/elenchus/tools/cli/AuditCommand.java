package org.elenchus.tools.cli;

import org.elenchus.persistence.CanonicalDigest;
import org.elenchus.persistence.Database;
import org.elenchus.persistence.StorageFault;
import org.elenchus.protocol.ProtocolJson;
import org.elenchus.tools.cli.history.Histories;
import org.elenchus.tools.cli.history.RunHistory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What can be checked of a history. */
@Command(
        name = "audit",
        description = "Check a run's history.",
        footerHeading = "%nExamples:%n",
        footer = {"  elenchus audit digest"},
        subcommands = AuditCommand.DigestOf.class)
final class AuditCommand extends Group {
    @Command(
            name = "digest",
            description = "The canonical digest of a run: SHA-256 over its events, without order of arrival."
                    + " The same seed gives the same digest.",
            footerHeading = "%nExamples:%n",
            footer = {"  elenchus audit digest", "  elenchus audit digest --run run-1f2e3d4c5b6a --json"})
    static final class DigestOf extends JournalVerb {
        @Mixin
        private final RunChoice choice = new RunChoice();

        @Override
        protected ExitCode call(Database database) throws StorageFault, Fault {
            Histories.Digested digested = choice.digested(histories(database));
            RunHistory run = digested.run();
            CanonicalDigest digest = digested.digest();
            if (choice.json()) {
                out().println(ProtocolJson.mapper()
                        .createObjectNode()
                        .put("run", run.runId())
                        .put("digest", digest.digest().hex())
                        .put("events", digest.events())
                        .put("finished", run.isFinished())
                        .toPrettyString());
            } else {
                out().println(digest.digest() + "  " + run.runId() + "  " + digest.events() + " events"
                        + (run.isFinished() ? "" : "  (" + run.standing() + ")"));
            }
            return ExitCode.SUCCESS;
        }
    }
}
