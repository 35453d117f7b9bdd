package org.elenchus.tools.cli.cluster;

import java.util.List;
import org.elenchus.tools.cli.Fault;
import picocli.CommandLine.ParseResult;

/** What is not for who hands a run to a cluster to say: its nodes were started with it. */
public final class NodesOwn {
    private static final List<String> OPTIONS =
            List.of("--workers", "--sandbox", "--sandbox-image", "--sandbox-runtime");

    private NodesOwn() {}

    /** @throws Fault when one of these options was typed */
    public static void refuse(ParseResult typed) throws Fault {
        for (String option : OPTIONS) {
            if (typed.hasMatchedOption(option)) {
                throw Fault.usage(option + " is for the nodes of the cluster: give it to 'elenchus node', and leave it"
                        + " out beside --cluster");
            }
        }
    }
}
