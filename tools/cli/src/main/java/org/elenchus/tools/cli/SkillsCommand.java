package org.elenchus.tools.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import org.elenchus.persistence.Database;
import org.elenchus.persistence.StorageFault;
import org.elenchus.protocol.ProtocolJson;
import org.elenchus.tools.cli.history.RunHistory;
import org.elenchus.tools.cli.history.SkillRecord;
import org.elenchus.tools.cli.report.SkillText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The Agent Skill Registry. */
@Command(
        name = "skills",
        description = "Show what was distilled from traces.",
        footerHeading = "%nExamples:%n",
        footer = {"  elenchus skills list", "  elenchus skills show SKILL"},
        subcommands = {SkillsCommand.Listing.class, SkillsCommand.Show.class})
final class SkillsCommand extends Group {
    @Command(
            name = "list",
            description = "The skills of a run, with mastery and what became of their tasks.",
            footerHeading = "%nExamples:%n",
            footer = {"  elenchus skills list", "  elenchus skills list --all --json"})
    static final class Listing extends JournalVerb {
        @Mixin
        private final RunChoice choice = new RunChoice();

        @Option(names = "--all", description = "Also those that have left the registry.")
        private boolean all;

        @Override
        protected ExitCode call(Database database) throws StorageFault, Fault {
            List<SkillRecord> skills = choice.of(histories(database)).skills().values().stream()
                    .filter(skill -> all || skill.active())
                    .toList();
            if (choice.json()) {
                ArrayNode list = ProtocolJson.mapper().createArrayNode();
                skills.forEach(skill -> list.add(SkillText.json(skill)));
                out().println(list.toPrettyString());
            } else {
                print(SkillText.table(skills));
            }
            return ExitCode.SUCCESS;
        }
    }

    @Command(
            name = "show",
            description = "A skill's versions, the traces that caused each, and its curriculum.",
            footerHeading = "%nExamples:%n",
            footer = {
                "  elenchus skills show assertion-if-condition",
                "  elenchus skills show assertion-if-condition --json"
            })
    static final class Show extends JournalVerb {
        @Mixin
        private final RunChoice choice = new RunChoice();

        @Parameters(paramLabel = "SKILL", description = "A skill's id, or the beginning of one.")
        private String id = "";

        @Override
        protected ExitCode call(Database database) throws StorageFault, Fault {
            SkillRecord skill = find(choice.of(histories(database)));
            print(choice.json() ? SkillText.json(skill).toPrettyString() + "\n" : SkillText.text(skill));
            return ExitCode.SUCCESS;
        }

        private SkillRecord find(RunHistory run) throws Fault {
            List<SkillRecord> exact = run.skills().values().stream()
                    .filter(skill -> skill.id().value().equals(id))
                    .toList();
            List<SkillRecord> found = exact.isEmpty()
                    ? run.skills().values().stream()
                            .filter(skill -> skill.id().value().startsWith(id))
                            .toList()
                    : exact;
            if (found.size() != 1) {
                throw Fault.failure(
                        found.isEmpty()
                                ? "there is no skill '" + id + "' in " + run.runId() + "; see 'elenchus skills list'"
                                : "'" + id + "' begins the ids of " + found.size()
                                        + " skills; give more of it, see 'elenchus skills list'");
            }
            return found.get(0);
        }
    }
}
