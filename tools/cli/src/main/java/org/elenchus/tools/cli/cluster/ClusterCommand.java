package org.elenchus.tools.cli.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.elenchus.tools.cli.ExitCode;
import org.elenchus.tools.cli.Fault;
import org.elenchus.tools.cli.Group;
import org.elenchus.tools.cli.Verb;
import org.elenchus.tools.cli.report.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Looks at a running cluster, changes who belongs to it, and tells its runs what to do. */
@Command(
        name = "cluster",
        description = "Look at a running cluster, have a node leave it, or tell a run what to do.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  elenchus cluster status --cluster 127.0.0.1:7626",
            "  elenchus cluster leave 127.0.0.1:7356 --cluster 127.0.0.1:7626",
            "  elenchus cluster down 127.0.0.1:7356 --cluster 127.0.0.1:7626     a node that is gone and was not missed",
            "  elenchus cluster pause run-9d0f6f2cf5f7",
            "  elenchus cluster share run-9d0f6f2cf5f7 --priority 20 --slots 8"
        },
        subcommands = {
            ClusterCommand.ShowStatus.class,
            ClusterCommand.Leave.class,
            ClusterCommand.Down.class,
            RunCommands.Show.class,
            RunCommands.Pause.class,
            RunCommands.Resume.class,
            RunCommands.Cancel.class,
            RunCommands.SetShare.class
        })
public final class ClusterCommand extends Group {
    /** A question to a cluster. */
    abstract static class Question extends Verb {
        @Option(
                names = "--cluster",
                paramLabel = "HOST:PORT",
                defaultValue = "127.0.0.1:7626",
                description = "API of any node (default: 127.0.0.1:7626).")
        private String address = "";

        @Mixin
        private final ProtectionOptions protection = new ProtectionOptions();

        final ClusterApi cluster() throws Fault {
            return ClusterApi.at(address, protection.protection());
        }

        /** The full address of the member at HOST:PORT. */
        final String member(String hostAndPort) throws Fault, InterruptedException {
            List<String> known = new ArrayList<>();
            for (JsonNode member : cluster().members().path("members")) {
                String full = member.path("node").asText();
                if (full.endsWith("@" + hostAndPort)) {
                    return full;
                }
                known.add(full.substring(full.indexOf('@') + 1));
            }
            throw Fault.failure(hostAndPort + " is no member of the cluster; members are " + String.join(", ", known));
        }
    }

    /** Who belongs to it. */
    @Command(
            name = "status",
            description = "Members, their roles and states.",
            footerHeading = "%nExamples:%n",
            footer = "  elenchus cluster status --cluster 10.0.0.2:7626")
    static final class ShowStatus extends Question {
        @Option(names = "--json", description = "Print JSON for scripts.")
        private boolean json;

        @Override
        public Integer call() throws Exception {
            JsonNode members = cluster().members();
            if (json) {
                out().println(members.toPrettyString());
            } else {
                Table table = new Table("node", "state", "roles");
                for (JsonNode member : members.path("members")) {
                    List<String> roles = new ArrayList<>();
                    member.path("roles").forEach(role -> roles.add(role.asText()));
                    roles.removeIf(role -> role.startsWith("dc-"));
                    roles.sort(null);
                    table.row(
                            member.path("node").asText().replaceFirst("^.*@", ""),
                            member.path("status").asText(),
                            String.join(" ", roles));
                }
                out().print(table.render());
                members.path("unreachable")
                        .forEach(gone -> out().println("unreachable: "
                                + gone.path("node").asText().replaceFirst("^.*@", "")));
            }
            out().flush();
            return ExitCode.SUCCESS.code();
        }
    }

    /** Something done to a member. */
    abstract static class Change extends Question {
        @Parameters(paramLabel = "HOST:PORT", description = "The node, as 'cluster status' names it.")
        private String node = "";

        /** As Pekko Management calls it. */
        private final String operation;

        private final String said;

        Change(String operation, String said) {
            this.operation = operation;
            this.said = said;
        }

        @Override
        public Integer call() throws Exception {
            cluster().change(member(node), operation);
            out().println(node + " " + said);
            out().flush();
            return ExitCode.SUCCESS.code();
        }
    }

    /** A node hands over and ends. */
    @Command(
            name = "leave",
            description = "Have a node hand over its work and end.",
            footerHeading = "%nExamples:%n",
            footer = "  elenchus cluster leave 10.0.0.3:7355 --cluster 10.0.0.2:7626")
    static final class Leave extends Change {
        Leave() {
            super("Leave", "leaves");
        }
    }

    /** A node is gone. */
    @Command(
            name = "down",
            description =
                    "Declare a node gone that the cluster still waits for. Only when it is certain not to run any more.",
            footerHeading = "%nExamples:%n",
            footer = "  elenchus cluster down 10.0.0.3:7355 --cluster 10.0.0.2:7626")
    static final class Down extends Change {
        Down() {
            super("Down", "is down");
        }
    }
}
