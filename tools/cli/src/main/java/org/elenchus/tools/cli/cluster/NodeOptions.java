package org.elenchus.tools.cli.cluster;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.elenchus.cluster.Contact;
import org.elenchus.cluster.MeetingPoint;
import org.elenchus.cluster.Membership;
import org.elenchus.protocol.node.NodeRole;
import org.elenchus.tools.cli.Fault;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where a node is and how it finds the others. */
final class NodeOptions {
    @Option(
            names = "--host",
            paramLabel = "HOST",
            defaultValue = "127.0.0.1",
            description = "Name or address under which the other nodes reach this one (default: 127.0.0.1).")
    private String host = "127.0.0.1";

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "7355",
            description = "Port for the other nodes (default: 7355).")
    private int port;

    @Option(
            names = "--http-port",
            paramLabel = "PORT",
            defaultValue = "7626",
            description = "Port of the API, of health and of cluster management (default: 7626).")
    private int httpPort;

    @Option(
            names = "--seed-node",
            paramLabel = "HOST:PORT",
            split = ",",
            description = "Nodes to join, the same list in the same order at every node; the first begins the cluster"
                    + " (default: nodes find each other by their database).")
    private List<String> seeds = List.of();

    @Option(
            names = "--discovery",
            paramLabel = "METHOD",
            description = "Find the nodes by kubernetes-api, pekko-dns or config instead of seeds.")
    private @Nullable String discovery;

    @Option(
            names = "--service",
            paramLabel = "NAME",
            defaultValue = "elenchus",
            description = "The name that nodes are discovered by (default: elenchus).")
    private String service = "elenchus";

    @Option(
            names = "--required-nodes",
            paramLabel = "N",
            defaultValue = "3",
            description = "Discovered nodes that must be there before a new cluster begins (default: 3).")
    private int required;

    @Option(
            names = "--roles",
            paramLabel = "ROLE",
            split = ",",
            description = "What this node does: coordinator, entities, sandbox (default: all of it).")
    private List<String> roles = List.of();

    @Mixin
    private final ProtectionOptions protection = new ProtectionOptions();

    /** @param shared where nodes meet that are told nothing else */
    Membership membership(MeetingPoint shared) throws Fault {
        try {
            return new Membership(host, port, httpPort, roles(), contact(shared), protection.protection());
        } catch (IllegalArgumentException e) {
            throw Fault.usage(String.valueOf(e.getMessage()));
        }
    }

    /** @throws Fault when something else listens where this node is to, or the address is none of this machine's */
    void requireFree() throws Fault {
        requireFree(port, "--port");
        requireFree(httpPort, "--http-port");
    }

    private void requireFree(int number, String option) throws Fault {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(host, number));
        } catch (IOException | IllegalArgumentException e) {
            throw Fault.failure("a node cannot listen at " + host + ":" + number + " (" + e.getMessage()
                    + "); end what runs there, choose another " + option
                    + ", or name an address of this machine with --host");
        }
    }

    private Contact contact(MeetingPoint shared) throws Fault {
        if (discovery == null) {
            return seeds.isEmpty() ? new Contact.Shared(shared) : new Contact.Seeds(seeds);
        }
        if (!seeds.isEmpty()) {
            throw Fault.usage("--seed-node and --discovery are two ways to find the cluster; use one of them");
        }
        return new Contact.Discovery(discovery, service, required);
    }

    Set<NodeRole> roles() throws Fault {
        if (roles.isEmpty()) {
            return NodeRole.all();
        }
        Set<NodeRole> parsed = new TreeSet<>();
        for (String role : roles) {
            parsed.add(NodeRole.parse(role.strip())
                    .orElseThrow(() ->
                            Fault.usage("--roles " + role + " is none; choose of coordinator, entities, sandbox")));
        }
        return parsed;
    }
}
