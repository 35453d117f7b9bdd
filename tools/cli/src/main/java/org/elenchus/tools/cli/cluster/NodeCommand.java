package org.elenchus.tools.cli.cluster;

import java.util.Set;
import org.elenchus.cluster.Membership;
import org.elenchus.persistence.DataFolder;
import org.elenchus.persistence.Database;
import org.elenchus.persistence.PostgresDatabase;
import org.elenchus.protocol.node.NodeRole;
import org.elenchus.tools.cli.ExitCode;
import org.elenchus.tools.cli.Fault;
import org.elenchus.tools.cli.JournalVerb;
import org.elenchus.tools.cli.node.DatabaseMeeting;
import org.elenchus.tools.cli.node.LogFile;
import org.elenchus.tools.cli.node.Node;
import org.elenchus.tools.cli.node.NodeMetrics;
import org.elenchus.tools.cli.sandbox.SandboxChoice;
import org.elenchus.tools.cli.sandbox.SandboxOptions;
import org.elenchus.tools.mining.PreparationListener;
import org.elenchus.tools.sandbox.host.WorkerHosts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs one node of a cluster until it is told to leave. */
@Command(
        name = "node",
        sortOptions = false,
        description = {
            "Run one node of a cluster. All nodes name the same PostgreSQL database with --db; each has a --data folder of its",
            "own for prepared repositories, remembered outcomes and its log. It leaves in order when it is terminated (Ctrl-C, SIGTERM)."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  export ELENCHUS_DB=jdbc:postgresql://db:5432/elenchus ELENCHUS_DB_USER=elenchus ELENCHUS_DB_PASSWORD=...",
            "  elenchus node --data n1",
            "  elenchus node --data n2 --port 7356 --http-port 7627",
            "  elenchus node --data n3 --port 7357 --http-port 7628 --roles sandbox",
            "  elenchus node --host $POD_IP --discovery kubernetes-api --service elenchus"
        })
public final class NodeCommand extends JournalVerb {
    @Mixin
    private final NodeOptions node = new NodeOptions();

    @Option(
            names = "--workers",
            paramLabel = "N",
            description = "Sandboxes at work at once on this node (default: cores and one more; 0 without the role).")
    private @Nullable Integer workers;

    @Option(
            names = "--log",
            paramLabel = "STYLE",
            defaultValue = "text",
            description =
                    "text or json into the data folder's log, or stdout: JSON to standard output (default: text).")
    private LogFile.Style log = LogFile.Style.TEXT;

    @Mixin
    private final SandboxOptions sandbox = new SandboxOptions();

    @Override
    protected void check() throws Fault {
        slots(node.roles());
    }

    @Override
    protected ExitCode call(Database database) throws Exception {
        if (!(database instanceof PostgresDatabase shared)) {
            throw Fault.usage("a cluster keeps its journal in PostgreSQL; name the database with --db or $ELENCHUS_DB");
        }
        Membership membership = node.membership(new DatabaseMeeting(shared.nodes()));
        int slots = slots(membership.roles());
        node.requireFree();
        try (DataFolder folder = DataFolder.claim(paths().root());
                database) {
            LogFile.open(paths().logs(), log);
            database.initialise();
            WorkerHosts hosts = SandboxChoice.open(sandbox, Node.settingsFor(folder), err());
            try (NodeMetrics metrics = new NodeMetrics();
                    Node started = start(membership, database, folder, slots, hosts, metrics)) {
                out().println("node " + membership.host() + ":" + membership.port() + ", "
                        + String.join(
                                "+",
                                membership.roles().stream()
                                        .map(NodeRole::text)
                                        .sorted()
                                        .toList())
                        + ", " + slots + " workers, API "
                        + membership.protection().scheme() + "://" + membership.host() + ":"
                        + membership.httpPort() + ", journal in " + database + ", log "
                        + (log == LogFile.Style.STDOUT ? "here" : LogFile.in(paths().logs())));
                out().flush();
                started.awaitEnd();
            }
        }
        return ExitCode.SUCCESS;
    }

    private static Node start(
            Membership membership,
            Database database,
            DataFolder folder,
            int slots,
            WorkerHosts hosts,
            NodeMetrics metrics) {
        database.measure(metrics.registry());
        return Node.start(membership, database, folder, slots, hosts, metrics, PreparationListener.SILENT);
    }

    /** What was typed. */
    Set<NodeRole> roles() throws Fault {
        return node.roles();
    }

    private int slots(Set<NodeRole> roles) throws Fault {
        if (!roles.contains(NodeRole.SANDBOX)) {
            return 0;
        }
        int slots = workers == null ? Runtime.getRuntime().availableProcessors() + 1 : workers;
        if (slots < 1) {
            throw Fault.usage("--workers must be at least 1 on a node with sandboxes; got " + slots
                    + ". Use --roles coordinator,entities for a node without");
        }
        return slots;
    }
}
