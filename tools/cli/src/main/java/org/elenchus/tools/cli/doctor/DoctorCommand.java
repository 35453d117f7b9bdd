package org.elenchus.tools.cli.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.elenchus.protocol.ProtocolJson;
import org.elenchus.tools.cli.ExitCode;
import org.elenchus.tools.cli.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Looks at the machine. */
@Command(
        name = "doctor",
        description =
                "What this machine offers, and what is and is not enforced here. Exit code 1 when a run would not work.",
        footerHeading = "%nExamples:%n",
        footer = {"  elenchus doctor", "  elenchus doctor --data /srv/elenchus --json"})
public final class DoctorCommand extends Verb {
    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    public Integer call() {
        List<Finding> findings = new ArrayList<>(Machine.look(paths()));
        findings.addAll(MavenWorld.look());
        findings.addAll(Confinement.look());
        if (json) {
            var list = ProtocolJson.mapper().createArrayNode();
            findings.forEach(finding -> list.addObject()
                    .put("subject", finding.subject())
                    .put("level", finding.level().name().toLowerCase(Locale.ROOT))
                    .put("text", finding.text()));
            out().println(list.toPrettyString());
        } else {
            findings.forEach(finding ->
                    out().printf("%-4s %-18s %s%n", mark(finding.level()), finding.subject(), finding.text()));
        }
        out().flush();
        boolean usable = findings.stream().noneMatch(finding -> finding.level() == Finding.Level.BAD);
        return (usable ? ExitCode.SUCCESS : ExitCode.FAILURE).code();
    }

    private static String mark(Finding.Level level) {
        return switch (level) {
            case GOOD -> "ok";
            case NOTE -> "note";
            case BAD -> "BAD";
        };
    }
}
