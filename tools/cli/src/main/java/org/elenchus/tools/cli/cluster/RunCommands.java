package org.elenchus.tools.cli.cluster;

import java.util.Optional;
import org.elenchus.protocol.ProtocolJson;
import org.elenchus.protocol.run.EvolutionRunProtocol.Status;
import org.elenchus.protocol.run.Share;
import org.elenchus.tools.cli.ExitCode;
import org.elenchus.tools.cli.Fault;
import org.elenchus.tools.cli.history.Words;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a cluster can be told about one of its runs. */
final class RunCommands {
    private RunCommands() {}

    /** Says something about a run, or asks, and prints where it stands then. */
    abstract static class Order extends ClusterCommand.Question {
        @Parameters(paramLabel = "RUN", description = "The run's id, as 'evolve --cluster' printed it.")
        private String run = "";

        @Option(names = "--json", description = "Print JSON for scripts.")
        private boolean json;

        abstract Status give(ClusterApi cluster, String run) throws Fault, InterruptedException;

        @Override
        public final Integer call() throws Exception {
            Status status = give(cluster(), run);
            out().println(json ? ProtocolJson.mapper().valueToTree(status).toPrettyString() : line(status));
            out().flush();
            return ExitCode.SUCCESS.code();
        }

        private static String line(Status status) {
            return status.runId() + ": " + Words.of(status.phase()) + ", iteration " + status.iteration() + ", "
                    + status.answered() + "/" + status.asked() + ", priority "
                    + status.share().priority()
                    + status.share()
                            .slots()
                            .map(most -> ", at most " + most + " slots")
                            .orElse("")
                    + status.failure().map(reason -> "; " + reason).orElse("");
        }
    }

    @Command(
            name = "run",
            description = "Tell where a run stands.",
            footerHeading = "%nExamples:%n",
            footer = "  elenchus cluster run run-9d0f6f2cf5f7")
    static final class Show extends Order {
        @Override
        Status give(ClusterApi cluster, String run) throws Fault, InterruptedException {
            return cluster.status(run);
        }
    }

    @Command(
            name = "pause",
            description =
                    "Have a run ask for nothing more until it is resumed. What slots have in hand is finished and kept.",
            footerHeading = "%nExamples:%n",
            footer = "  elenchus cluster pause run-9d0f6f2cf5f7")
    static final class Pause extends Order {
        @Override
        Status give(ClusterApi cluster, String run) throws Fault, InterruptedException {
            return cluster.order(run, "pause");
        }
    }

    @Command(
            name = "resume",
            description = "Have a run go on that was paused or cancelled, or that failed.",
            footerHeading = "%nExamples:%n",
            footer = "  elenchus cluster resume run-9d0f6f2cf5f7")
    static final class Resume extends Order {
        @Override
        Status give(ClusterApi cluster, String run) throws Fault, InterruptedException {
            return cluster.order(run, "resume");
        }
    }

    @Command(
            name = "cancel",
            description = "End a run where it stands. Its journal is kept; 'resume' takes it up again.",
            footerHeading = "%nExamples:%n",
            footer = "  elenchus cluster cancel run-9d0f6f2cf5f7")
    static final class Cancel extends Order {
        @Override
        Status give(ClusterApi cluster, String run) throws Fault, InterruptedException {
            return cluster.order(run, "cancel");
        }
    }

    @Command(
            name = "share",
            description = {
                "Change a run's share of the slots. Of two runs with work waiting, one with twice the priority has twice the slots.",
                "What a run finds out does not depend on it, only when."
            },
            footerHeading = "%nExamples:%n",
            footer = "  elenchus cluster share run-9d0f6f2cf5f7 --priority 20 --slots 8")
    static final class SetShare extends Order {
        @Option(names = "--priority", paramLabel = "N", defaultValue = "10", description = "1 to 100 (default: 10).")
        private int priority;

        @Option(
                names = "--slots",
                paramLabel = "N",
                description = "The most slots it may have in use at once (default: as many as there are).")
        private @Nullable Integer slots;

        @Override
        Status give(ClusterApi cluster, String run) throws Fault, InterruptedException {
            try {
                return cluster.share(run, new Share(priority, Optional.ofNullable(slots)));
            } catch (IllegalArgumentException e) {
                throw Fault.usage(String.valueOf(e.getMessage()));
            }
        }
    }
}
